package org.jointflights.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.domain.settlement.SomeAccounts.AIRCRAFT;
import static org.jointflights.domain.settlement.SomeAccounts.FR;
import static org.jointflights.domain.settlement.SomeAccounts.GB;
import static org.jointflights.domain.settlement.SomeAccounts.REFERENCE;
import static org.jointflights.domain.settlement.SomeAccounts.SE;
import static org.jointflights.domain.settlement.SomeAccounts.drafts;
import static org.jointflights.domain.settlement.SomeAccounts.first;
import static org.jointflights.domain.settlement.SomeAccounts.payment;
import static org.jointflights.domain.settlement.SomeAccounts.posting;
import static org.jointflights.domain.settlement.SomeAccounts.with;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.approval.CanonicalJson;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Statement.Answer;
import org.jointflights.domain.settlement.Statement.Content;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the parties sign is what is posted, and whoever changes one or the other afterwards is found out. */
class StatementTest {

    private static final Instant COMPUTED = Instant.parse("2027-06-01T10:00:00Z");
    private static final Instant NEXT = Instant.parse("2027-06-20T10:00:00Z");
    private static final Statement STATEMENT = Statement.computed(REFERENCE, 1, COMPUTED, first());
    private static final Ledger LEDGER = new Ledger(first());

    @Test
    void what_is_signed_is_every_figure_of_every_posting_in_one_spelling() {
        Posting paid = posting(1, AIRCRAFT, Fund.NATIONAL, Posting.Kind.PAID, FR, Money.euro(100_00));

        Statement statement = Statement.computed(REFERENCE, 3, COMPUTED, List.of(paid));

        String facts = "{\"claim\":1,\"currency\":\"EUR\",\"exact\":\"0\",\"fund\":\"NATIONAL\",\"kind\":\"PAID\","
                + "\"minor\":10000,\"number\":1,\"party\":\"FR\","
                + "\"reason\":{\"arguments\":[\"so\"],\"code\":\"common.said\"},\"statement\":1,\"weights\":\"\"}";
        assertThat(statement.signedJson())
                .isEqualTo("{\"form\":1,\"postings\":[" + facts + "],\"reference\":\"JRO-2027-0001\",\"version\":3}");
        assertThat(statement.signed().hash()).isEqualTo(CanonicalJson.hash(statement.signedJson()));
        assertThat(statement.answers()).isEmpty();
        assertThat(statement.computedAt()).isEqualTo(COMPUTED);
    }

    @Test
    void a_reversal_is_signed_with_the_number_of_what_it_takes_back() {
        List<Posting> corrected = with(first(), LEDGER.toBecome(drafts(99_00), 2));

        Statement second = Statement.computed(REFERENCE, 2, COMPUTED, corrected);

        assertThat(second.signedJson()).contains("\"reverses\":1,", "\"reverses\":7,");
        assertThat(second.faults(new Ledger(corrected), null)).isEmpty();
    }

    @Test
    void what_is_posted_after_the_statement_does_not_make_it_untrue() {
        List<Posting> later = with(first(), payment(12, SE, FR, 23_33));
        Posting cent = posting(14, AIRCRAFT, Fund.NATIONAL, Posting.Kind.SHARE, GB, Money.euro(-1));

        assertThat(STATEMENT.faults(LEDGER, null)).isEmpty();
        assertThat(STATEMENT.faults(new Ledger(later), null)).as("payments").isEmpty();
        assertThat(STATEMENT.faults(new Ledger(with(later, List.of(cent))), null))
                .as("the cent of the final posting")
                .isEmpty();
        assertThat(STATEMENT.faults(new Ledger(with(first(), LEDGER.toBecome(drafts(99_00), 2))), null))
                .as("the corrections of a later version")
                .isEmpty();
        assertThatCode(() -> STATEMENT.requireTrue(LEDGER)).doesNotThrowAnyException();
    }

    @Test
    void a_posting_that_is_not_as_it_was_signed_is_named() {
        List<Posting> changed = new ArrayList<>(first());
        changed.set(4, posting(5, AIRCRAFT, Fund.NATIONAL, Posting.Kind.PAID, FR, Money.euro(-19_00)));

        assertThat(sentences(STATEMENT.faults(new Ledger(changed), null)))
                .containsExactly(
                        "The postings of flight JRO-2027-0001 are not those that version 1 of its accounts puts"
                                + " forward for signature: the first that differs is posting 5. Nothing is signed, posted or"
                                + " closed on it; an auditor has to look into it.");
        assertThatThrownBy(() -> STATEMENT.requireTrue(new Ledger(changed)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("the first that differs is posting 5.");
    }

    @Test
    void postings_that_are_gone_are_missed() {
        assertThat(sentences(STATEMENT.faults(new Ledger(first().subList(0, 10)), null)))
                .singleElement()
                .asString()
                .contains("the first that differs is posting 11.");
        assertThat(sentences(STATEMENT.faults(new Ledger(List.of()), null)))
                .singleElement()
                .asString()
                .contains("the first that differs is posting 1.");
    }

    @Test
    void a_content_that_was_changed_does_not_have_its_hash_and_is_neither_read_nor_signed() {
        Content signed = STATEMENT.signed();
        String json = signed.json().replace("10000", "10001");
        Statement changed =
                new Statement(REFERENCE, 1, COMPUTED, new Content(json, signed.hash()), STATEMENT.answers());

        assertThat(sentences(changed.faults(LEDGER, null)))
                .as("one sentence, not a second one about the postings")
                .containsExactly("The content of version 1 of the accounts of flight JRO-2027-0001 is not what was put"
                        + " forward for signature: it is stored with the SHA-256 " + signed.hash()
                        + ", but its own is " + CanonicalJson.hash(json)
                        + ". Nothing is signed, posted or closed on it; an auditor has to look into it.");
        assertThatThrownBy(changed::signedJson)
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("but its own is " + CanonicalJson.hash(json));
    }

    @Test
    void a_signature_on_another_content_is_none() {
        Statement signed = answered(new Answer(GB, null, "gbcoordinator", COMPUTED, null, "another hash"));

        assertThat(sentences(signed.faults(LEDGER, null)))
                .containsExactly("The signature of gbcoordinator for GB on version 1 of the accounts of flight"
                        + " JRO-2027-0001 was given on another content. Nothing is signed, posted or closed on it; an"
                        + " auditor has to look into it.");
    }

    @Test
    void a_version_is_signed_after_it_was_computed_and_before_the_next_one() {
        assertThat(answered(signature(GB, COMPUTED), signature(FR, NEXT)).faults(LEDGER, NEXT))
                .isEmpty();
        assertThat(answered(signature(FR, NEXT.plusSeconds(1))).faults(LEDGER, null))
                .as("the last version can always be signed")
                .isEmpty();
        assertThat(sentences(answered(signature(GB, COMPUTED.minusSeconds(1))).faults(LEDGER, NEXT)))
                .containsExactly("The signature of somebody for GB on version 1 of the accounts of flight JRO-2027-0001"
                        + " is of 2027-06-01T09:59:59Z, when that version could not be signed.");
        assertThat(answered(signature(GB, NEXT.plusSeconds(1))).faults(LEDGER, NEXT))
                .extracting(Conflict::code)
                .containsExactly("settlement.statement.time");
    }

    @Test
    void a_party_signs_a_version_once_but_may_have_objected_before() {
        Answer objection = answer(GB, COMPUTED, "The catering was dearer.", "It was not.");

        assertThat(answered(objection, signature(GB, NEXT), signature(FR, NEXT)).faults(LEDGER, null))
                .isEmpty();
        assertThat(sentences(
                        answered(signature(GB, COMPUTED), signature(GB, NEXT)).faults(LEDGER, null)))
                .containsExactly("The signature of somebody for GB on version 1 of the accounts of flight JRO-2027-0001"
                        + " is the second of that party.");
    }

    @Test
    void an_objection_is_open_until_the_organiser_replies_and_is_no_signature() {
        Answer open = answer(GB, COMPUTED, "The catering was dearer.", null);
        Answer replied = answer(GB, COMPUTED, "The catering was dearer.", "It was not.");

        assertThat(open.signed()).isFalse();
        assertThat(open.isOpenObjection()).isTrue();
        assertThat(replied.signed()).isFalse();
        assertThat(replied.isOpenObjection()).isFalse();
        assertThat(signature(GB, COMPUTED).signed()).isTrue();
        assertThat(signature(GB, COMPUTED).isOpenObjection()).isFalse();
    }

    private static Statement answered(Answer... answers) {
        return new Statement(REFERENCE, 1, COMPUTED, STATEMENT.signed(), List.of(answers));
    }

    private static Answer signature(Party party, Instant at) {
        return answer(party, at, null, null);
    }

    private static Answer answer(Party party, Instant at, @Nullable String objection, @Nullable String reply) {
        return new Answer(
                party, objection, "somebody", at, reply, STATEMENT.signed().hash());
    }

    private static List<String> sentences(List<Conflict> faults) {
        return faults.stream().map(fault -> fault.sentence(Locale.ENGLISH)).toList();
    }
}
