package org.jointflights.domain.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.domain.approval.Plan.FR;
import static org.jointflights.domain.approval.Plan.GB;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.RequiredSignatures.Missing;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class PlanVersionTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final PlanVersion TRUE = Plan.of().freeze(3, NOW);

    @Test
    void a_version_is_what_its_content_says() {
        assertThat(TRUE.hash()).isEqualTo(CanonicalJson.hash(TRUE.content()));
        assertThat(TRUE.bindingHash()).isEqualTo(Plan.of().bindingHash());
        assertThat(TRUE.seats()).containsOnly(Map.entry(FR, Plan.FRENCH), Map.entry(GB, Plan.BRITISH));
        assertThat(TRUE.total()).isEqualTo(Plan.of().total());
    }

    @Test
    void a_content_and_a_hash_that_are_no_pair_are_refused_by_version_and_flight() {
        assertFalse(
                TRUE.content() + " ", TRUE.hash(), "The content of version 3 of flight JRO-2027-0001 is not what was");
        assertFalse(TRUE.content(), "0".repeat(64), "The content of version 3 of flight JRO-2027-0001 is not what was");
    }

    @Test
    void a_true_pair_of_something_else_is_refused_too() {
        assertFalse("no plan", "is not in the one spelling");
        assertFalse("[]", "is not in the one spelling");
        assertFalse(TRUE.content().replace("\"EUR\"", "\"GBP\""), "is not in the one spelling");
        assertFalse(TRUE.content().replace("\"GB\"", "\"UK\""), "is not in the one spelling");
        assertFalse("{}", "is not of this flight");
        assertFalse(TRUE.content().replace("JRO-2027-0001", "JRO-2027-0002"), "is not of this flight");
    }

    @Test
    void what_is_stored_beside_the_content_has_to_stand_in_it() {
        Map<Party, Seats> more = new HashMap<>(TRUE.seats());
        more.put(GB, new Seats(19, 38, 0, 0, 0, 0));
        String sentence = "seats, a total or a fingerprint that its signed content does not have";
        assertThatThrownBy(() -> stored(TRUE.content(), TRUE.hash(), TRUE.hash(), TRUE.seats(), TRUE.total())
                        .proven())
                .hasMessageContaining(sentence);
        assertThatThrownBy(() -> stored(TRUE.content(), TRUE.hash(), TRUE.bindingHash(), more, TRUE.total())
                        .proven())
                .hasMessageContaining(sentence);
        assertThatThrownBy(() -> stored(TRUE.content(), TRUE.hash(), TRUE.bindingHash(), TRUE.seats(), Money.euro(1))
                        .proven())
                .hasMessageContaining(sentence);
    }

    @Test
    void a_stored_version_that_is_true_is_proven_and_has_no_fault() {
        StoredVersion stored = stored(TRUE.content(), TRUE.hash(), TRUE.bindingHash(), TRUE.seats(), TRUE.total());

        assertThat(stored.fault()).isNull();
        assertThat(stored.proven()).isEqualTo(TRUE);
    }

    @Test
    void only_a_decision_of_exactly_these_figures_is_the_signed_one() {
        assertThat(TRUE.holds(Plan.decision(FR, 29_500_000))).isTrue();
        assertThat(TRUE.holds(Plan.decision(FR, 29_500_001))).isFalse();
        assertThat(TRUE.holds(Plan.decision(new Party("SE"), 29_500_000))).isFalse();
    }

    @Test
    void people_compare_the_first_twelve_digits_of_the_hash() {
        assertThat(TRUE.shortHash()).hasSize(12).isEqualTo(TRUE.hash().substring(0, 12));
        assertThat(stored(TRUE.content(), TRUE.hash(), TRUE.bindingHash(), TRUE.seats(), TRUE.total())
                        .shortHash())
                .isEqualTo(TRUE.shortHash());
        assertThat(PlanVersion.shortened("abc")).isEqualTo("abc");
    }

    @Test
    void a_version_is_signed_once_it_is_committed_and_until_it_is_void() {
        Sentence why = Sentence.of("common.said", "the route changed");

        assertThat(TRUE.isSigned()).isFalse();
        assertThat(TRUE.committed(NOW).isSigned()).isTrue();
        assertThat(Plan.voided(TRUE.committed(NOW), why).isSigned()).isFalse();
        assertThat(Plan.voided(TRUE, why).isSigned()).isFalse();
    }

    @Test
    void the_finance_of_whoever_pays_or_bears_a_cost_signs_be_it_no_state_of_the_flight() {
        Party payer = new Party("SE");
        Party bearer = new Party("BE");
        PlanContent plan = Plan.of();
        PlanContent helped = new PlanContent(
                plan.reference(),
                plan.organiser(),
                plan.destination(),
                plan.departure(),
                plan.law(),
                plan.route(),
                plan.carrier(),
                plan.parts(),
                plan.withdrawalRule(),
                List.of(CostItem.common(
                        1, "Charter", CostCategory.CHARTER, Money.euro(100), payer, Set.of(FR, GB), Key.EQUAL)),
                List.of(Plan.share(1, bearer, 100)),
                plan.decisions());

        assertThat(helped.freeze(1, NOW).routed(ApprovalRoute.ONE_FINANCE).missing(List.of()))
                .filteredOn(missing -> missing.role() == SigningRole.FINANCE)
                .extracting(Missing::party)
                .containsExactly(bearer, FR, GB, payer);
    }

    @Test
    void who_signs_for_a_party_is_told_from_who_signs_for_the_flight() {
        assertThat(SigningRole.values())
                .filteredOn(SigningRole::isOfParty)
                .containsExactly(
                        SigningRole.DECISION_FOR_FRONTEX,
                        SigningRole.DECISION_FOR_STATE,
                        SigningRole.FINANCE,
                        SigningRole.LEGAL);
    }

    @Test
    void a_signature_on_another_content_is_named() {
        Signature other = new Signature(
                Plan.REFERENCE, 3, "0".repeat(64), SigningRole.LEGAL, FR, "frlegal1", NOW, false, null, null);

        assertThatThrownBy(() -> TRUE.requireSignedAs(List.of(other)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("The signature of frlegal1 on version 3 of flight JRO-2027-0001");
    }

    private static void assertFalse(String content, String sentence) {
        assertFalse(content, CanonicalJson.hash(content), sentence);
    }

    private static void assertFalse(String content, String hash, String sentence) {
        StoredVersion stored = stored(content, hash, TRUE.bindingHash(), TRUE.seats(), TRUE.total());
        assertThatThrownBy(stored::proven)
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining("version 3 of flight JRO-2027-0001");
        assertThat(stored.fault()).isNotNull();
    }

    private static StoredVersion stored(
            String content, String hash, String bindingHash, Map<Party, Seats> seats, Money total) {
        return new StoredVersion(
                new OperationReference("JRO-2027-0001"),
                3,
                content,
                hash,
                bindingHash,
                seats,
                total,
                new VersionFate(NOW, null, null, null, null));
    }
}
