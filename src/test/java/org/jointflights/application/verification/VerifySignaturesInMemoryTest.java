package org.jointflights.application.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.application.approval.ApprovalServices;
import org.jointflights.application.settlement.InMemoryPostings;
import org.jointflights.application.settlement.InMemoryStatements;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.Verification;
import org.jointflights.domain.approval.Verification.Checked;
import org.jointflights.domain.approval.Verification.Kind;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifySignaturesInMemoryTest {

    private static final OperationReference OTHER = new OperationReference("JRO-2027-0002");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final InMemoryStatements statements = new InMemoryStatements();
    private final InMemoryPostings postings = new InMemoryPostings();
    private final ApprovalServices approval = new ApprovalServices(ports);
    private final VerifySignatures verify = new VerifySignatures(ports.versions, statements, postings, List::of);
    private final Instant now = ports.clock.instant();

    @BeforeEach
    void a_flight() {
        ParisToLagos.at(Stage.SETTLEMENT, ports);
    }

    @Test
    void where_nothing_was_signed_everything_fits() {
        Verification found = verify.run();

        assertThat(found.checked()).isEmpty();
        assertThat(VerifySignatures.outcome(found)).isEqualTo(Sentence.of("verification.good"));
        assertThat(VerifySignatures.lines(found, Locale.FRENCH))
                .containsExactly(
                        Sentence.of("verification.summary", 0, 0).in(Locale.FRENCH),
                        Sentence.of("verification.postings", 0, 0).in(Locale.FRENCH),
                        Sentence.of("verification.good").in(Locale.FRENCH));
    }

    @Test
    void plans_are_checked_first_and_then_accounts_each_with_its_answers() {
        PlanVersion plan = approval.frozen(REFERENCE);
        Statement first = computed(REFERENCE, 1, now, posting(1, GB, 5));
        sign(first, GB, now);
        sign(first, FR, now);

        Verification found = verify.run();

        assertThat(found.checked())
                .containsExactly(
                        new Checked(Kind.PLAN, REFERENCE, 1, plan.hash(), 0, List.of()),
                        new Checked(Kind.ACCOUNTS, REFERENCE, 1, first.signed().hash(), 2, List.of()));
        assertThat(VerifySignatures.lines(found, Locale.ENGLISH))
                .containsExactly(
                        Sentence.of("verification.line.PLAN", REFERENCE, 1, 0, plan.hash())
                                .in(Locale.ENGLISH),
                        Sentence.of(
                                        "verification.line.ACCOUNTS",
                                        REFERENCE,
                                        1,
                                        2,
                                        first.signed().hash())
                                .in(Locale.ENGLISH),
                        Sentence.of("verification.summary", 2, 2).in(Locale.ENGLISH),
                        Sentence.of("verification.postings", 1, 0).in(Locale.ENGLISH),
                        Sentence.of("verification.good").in(Locale.ENGLISH));
    }

    @Test
    void a_posting_that_is_not_what_was_signed_is_found() {
        statements.add(Statement.computed(REFERENCE, 1, now, List.of(posting(1, GB, 5))));
        postings.add(REFERENCE, List.of(posting(1, GB, 6)), Instant.EPOCH);

        Verification found = verify.run();

        assertThat(found.faults())
                .extracting(fault -> fault.code())
                .containsExactly("settlement.statement.falsePostings");
        Sentence fault = found.faults().get(0).asSentence();
        assertThat(VerifySignatures.outcome(found)).isEqualTo(Sentence.of("verification.bad", 1, fault));
        assertThat(VerifySignatures.lines(found, Locale.ENGLISH))
                .containsExactly(
                        fault.in(Locale.ENGLISH),
                        Sentence.of("verification.summary", 1, 0).in(Locale.ENGLISH),
                        Sentence.of("verification.postings", 1, 0).in(Locale.ENGLISH),
                        Sentence.of("verification.bad", 1, fault).in(Locale.ENGLISH));
    }

    @Test
    void postings_are_counted_with_the_newest_version_that_says_them_and_payments_apart() {
        computed(REFERENCE, 1, now, posting(1, GB, 5));
        computed(REFERENCE, 2, now.plus(Duration.ofHours(1)), posting(2, 2, FR, 7, null));
        postings.add(REFERENCE, List.of(posting(3, 2, GB, 5, 41L)), Instant.EPOCH);

        Verification found = verify.run();

        assertThat(found.faults()).isEmpty();
        assertThat(found.postings()).isEqualTo(2);
        assertThat(found.since()).isEqualTo(1);
        assertThat(VerifySignatures.lines(found, Locale.ENGLISH))
                .contains(
                        "Postings held against what the parties sign: 2. Posted since and signed by nobody, because each"
                                + " has a record of its own (payments, recovery orders, what rounding left): 1.");
    }

    @Test
    void a_plan_that_stands_as_signed_without_its_signatures_is_found() {
        approval.committed(REFERENCE);

        assertThat(verify.run().faults()).extracting(fault -> fault.code()).containsExactly("approval.version.lacks");
    }

    @Test
    void an_answer_given_after_the_next_version_was_computed_is_found() {
        Statement first = computed(REFERENCE, 1, now, posting(1, GB, 5));
        computed(REFERENCE, 2, now.plus(Duration.ofHours(1)));
        sign(first, GB, now.plus(Duration.ofHours(1)));
        sign(first, FR, now.plus(Duration.ofHours(2)));

        assertThat(verify.run().checked())
                .extracting(Checked::version, one -> one.faults().size())
                .containsExactly(tuple(1, 1), tuple(2, 0));
        assertThat(verify.run().faults().get(0).code()).isEqualTo("settlement.statement.time");
    }

    @Test
    void another_flights_accounts_close_no_answers() {
        Statement first = computed(REFERENCE, 1, now, posting(1, GB, 5));
        computed(OTHER, 1, now.plus(Duration.ofHours(1)), posting(1, FR, 7));
        sign(first, GB, now.plus(Duration.ofHours(2)));

        assertThat(verify.run().faults()).isEmpty();
        assertThat(verify.run().checked()).extracting(Checked::reference).containsExactly(REFERENCE, OTHER);
    }

    private Statement computed(OperationReference reference, int version, Instant at, Posting... more) {
        postings.add(reference, List.of(more), Instant.EPOCH);
        Statement statement = Statement.computed(reference, version, at, postings.of(reference));
        statements.add(statement);
        return statement;
    }

    private void sign(Statement statement, Party party, Instant at) {
        statements.answer(
                statement.reference(),
                statement.version(),
                new Statement.Answer(
                        party,
                        null,
                        party + "finance1",
                        at,
                        null,
                        statement.signed().hash()));
    }

    private static Posting posting(int number, Party party, long cents) {
        return posting(number, 1, party, cents, null);
    }

    private static Posting posting(int number, int statement, Party party, long cents, @Nullable Long transfer) {
        return new Posting(
                number,
                statement,
                1L,
                transfer,
                Fund.NATIONAL,
                Posting.Kind.PAID,
                party,
                Money.euro(cents),
                "5/1",
                "",
                Sentence.of("common.said", "why"),
                null);
    }
}
