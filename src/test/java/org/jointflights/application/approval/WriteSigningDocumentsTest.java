package org.jointflights.application.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.application.ParisToLagos.BRITISH;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.approval.SignPlan.Place;
import org.jointflights.application.costs.Split;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.domain.flight.Crew;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class WriteSigningDocumentsTest {

    private final PlanToSign plan = new PlanToSign();
    private final InMemoryPorts ports = plan.ports;

    @Test
    void a_signer_reads_route_cost_carrier_crew_and_rule() {
        ports.crews.put(REFERENCE, new Crew("Border police", "Medical service", "Yoruba", "CGLPL"));
        SigningDocument document = document();

        assertThat(document.route()).isEqualTo("Paris (CDG) – London (STN) – Lagos (LOS) – Paris (CDG), 10,127 km");
        assertThat(document.total()).isEqualTo(Money.euro(26_250_000));
        assertThat(document.carrier()).startsWith("Air One").contains("262,000.00");
        assertThat(document.crew()).contains("Border police", "Medical service", "Yoruba", "CGLPL");
        assertThat(document.emptySeats())
                .isEqualTo(Sentence.of("costs.rule.COMMITTED").in(Locale.ENGLISH));
        assertThat(document.version()).isNull();
        assertThat(document.signatures()).isEmpty();
    }

    @Test
    void a_signer_reads_by_which_law_it_is_flown() {
        ports.kinds.put(REFERENCE, new FlightKind("2019/1896 Art. 50", "Working arrangement", null));

        assertThat(document().route())
                .endsWith("km. Joint return operation, by 2019/1896 Art. 50; Working arrangement");
    }

    @Test
    void what_is_open_is_said_to_be_so() {
        ports.quotes.removeAll(REFERENCE);

        assertThat(document().carrier()).isNotBlank().doesNotContain("Air");
        assertThat(document().crew()).isNotBlank();
    }

    @Test
    void every_states_seats_stand_in_a_row() {
        assertThat(document().seats())
                .containsExactly(
                        new SigningDocument.SeatRow(
                                "FR France",
                                14,
                                "32 (escorts 29, medical staff 1, interpreters 1, monitors 1)",
                                46,
                                "Paris (CDG)"),
                        new SigningDocument.SeatRow("GB United Kingdom", 22, "38 (escorts 38)", 60, "London (STN)"));
    }

    @Test
    void who_boards_nowhere_yet_has_a_dash() {
        ports.participations.put(new Participation(
                REFERENCE, GB, Participation.Status.DECLARED, BRITISH, null, null, null, ports.clock.instant(), null));

        assertThat(document().seats().get(1).boards()).isEqualTo("–");
    }

    @Test
    void every_cost_and_share_stands_in_a_row_with_its_reason() {
        assertThat(document().costs())
                .extracting(
                        SigningDocument.CostRow::item, SigningDocument.CostRow::payer, SigningDocument.CostRow::sharers)
                .containsExactly(tuple("1 Charter", "FR", "FR, GB"), tuple("2 Escorts", "GB", "GB"));
        assertThat(document().costs().get(0).amount()).contains("262,000.00");
        assertThat(document().costs().get(0).key())
                .isEqualTo(Sentence.of("costs.key.PER_RETURNEE").in(Locale.ENGLISH));
        assertThat(document().costs().get(1).key())
                .isNotBlank()
                .isNotEqualTo(Sentence.of("costs.key.EQUAL").in(Locale.ENGLISH));
        assertThat(document().shares())
                .extracting(SigningDocument.ShareRow::party, SigningDocument.ShareRow::item)
                .containsExactly(tuple("FR", "1 Charter"), tuple("GB", "1 Charter"), tuple("GB", "2 Escorts"));
        assertThat(document().shares().get(1).amount()).contains("160,111.11");
        assertThat(document().shares().get(1).reason()).contains("22/36");
    }

    @Test
    void every_states_decision_stands_in_a_row_with_what_pays_how_much() {
        plan.frozen();
        SigningDocument document = document();

        SigningDocument.DecisionRow british = document.decisionOf(GB).get(0);
        assertThat(document.decisionOf(GB)).hasSize(1);
        assertThat(document.decisions()).hasSize(2);
        assertThat(british.state()).isEqualTo("GB United Kingdom");
        assertThat(british.fund())
                .isEqualTo(Sentence.of("approval.fund.FRONTEX").in(Locale.ENGLISH));
        assertThat(british.rate()).startsWith("100");
        assertThat(british.claim()).contains("500.00");
        assertThat(british.ceiling()).contains("500.00");
        assertThat(british.basis())
                .isEqualTo(Sentence.of("approval.basis.frontex").in(Locale.ENGLISH));
        assertThat(document.ceilings()).isEqualTo(Map.of(FR, Money.euro(26_200_000), GB, Money.euro(50_000)));
        assertThat(document.version()).isEqualTo(plan.services.freeze.current(REFERENCE));
    }

    @Test
    void what_no_source_says_is_marked_in_its_row() {
        ports.decisions.put(FinancialDecision.unsigned(
                REFERENCE,
                GB,
                Fund.NATIONAL,
                new FundingTerms(Fund.NATIONAL, 0, "nationallyFinanced", true),
                Money.euro(0)));

        String basis = Sentence.of("approval.basis.nationallyFinanced").in(Locale.ENGLISH);
        assertThat(document().decisionOf(GB).get(0).basis()).startsWith(basis).isNotEqualTo(basis);
    }

    @Test
    void how_far_a_decision_is_signed_is_seen() {
        PlanVersion version = plan.frozen();
        String nobody = british().signed();
        sign(version, SigningRole.DECISION_FOR_FRONTEX, GB, "fxfinance1");
        String frontex = british().signed();
        sign(version, SigningRole.DECISION_FOR_STATE, GB, "gbfinance1");
        String both = british().signed();

        assertThat(Set.of(nobody, frontex, both)).hasSize(3);
        assertThat(nobody).isEqualTo("–");
        assertThat(frontex).contains("Frontex");
    }

    @Test
    void answers_are_read_with_name_hour_and_what_was_answered() {
        plan.services.people.addGroups(Role.FINANCE, "GBfinance", Role.FINANCE.sentence());
        plan.services.people.add(new Person("gbfinance1", "Zoé", "Ünal"), "Blue-Kettle-27", Set.of("GBfinance"));
        PlanVersion version = plan.frozen();
        ports.user.is("gbfinance1", "GBfinance");
        Place place = new Place(version.hash(), SigningRole.DECISION_FOR_STATE, GB);
        plan.services.sign.sign(REFERENCE, place, "Seen by two.");

        SigningDocument.SignatureRow row = rows().get(0);
        assertThat(row.version()).isEqualTo(1);
        assertThat(row.role())
                .isEqualTo(Sentence.of("approval.role.DECISION_FOR_STATE").in(Locale.ENGLISH));
        assertThat(row.party()).isEqualTo("GB");
        assertThat(row.person()).isEqualTo("Zoé Ünal");
        assertThat(row.at()).isEqualTo("1 Mar 2027, 10:00");
        assertThat(row.answer()).endsWith(": Seen by two.");
        assertThat(document().signatures()).isEqualTo(rows());
    }

    @Test
    void a_plain_yes_a_no_and_what_became_void_are_told_apart() {
        PlanVersion version = plan.frozen();
        plan.services.signAll(REFERENCE);
        String yes = rows().get(rows().size() - 1).answer();
        assertThat(rows().get(rows().size() - 1).party()).isEqualTo("–");
        assertThat(yes).isNotBlank().doesNotContain(":");

        plan.services.freeze.makeVoidAsPlanChanged(REFERENCE);
        assertThat(rows().get(rows().size() - 1).answer())
                .startsWith(yes)
                .contains(Sentence.of("approval.void.planChanged").in(Locale.ENGLISH));

        PlanVersion second = plan.frozen();
        assertThat(second.hash()).isEqualTo(version.hash());
        ports.user.is("gbfinance1");
        plan.services.sign.refuse(
                REFERENCE, new Place(second.hash(), SigningRole.DECISION_FOR_STATE, GB), "A sum is wrong.");
        String no = rows().get(rows().size() - 1).answer();
        assertThat(no).contains("A sum is wrong.").doesNotContain(yes);
        assertThat(no.indexOf("A sum is wrong.")).isEqualTo(no.lastIndexOf("A sum is wrong."));
    }

    @Test
    void a_signer_reads_what_has_become_of_their_share_since_the_version_before_and_why_that_is_void() {
        PlanVersion first = plan.frozen();
        assertThat(first.shareOf(FR)).isEqualTo(Money.euro(10_188_889));
        assertThat(first.shareOf(GB)).isEqualTo(Money.euro(16_061_111));
        assertThat(first.shareOf(Party.FRONTEX)).isEqualTo(Money.euro(0));
        assertThat(change(first, GB)).isEqualTo("This is the first version that is signed.");

        plan.services.freeze.makeVoidAsPlanChanged(REFERENCE);
        String why = " That version became void: "
                + Sentence.of("approval.void.planChanged").in(Locale.ENGLISH);
        PlanVersion second = plan.frozen();
        assertThat(change(second, GB)).isEqualTo("The same share as in version 1." + why);

        plan.services.freeze.makeVoidAsPlanChanged(REFERENCE);
        plan.britishCome(new Seats(14, 38, 0, 0, 0, 0));
        plan.split(Split.Status.AGREED);
        PlanVersion third = plan.frozen();
        assertThat(third.shareOf(GB)).isEqualTo(Money.euro(13_150_000));
        assertThat(change(third, GB))
                .isEqualTo("29,111.11 EUR less than in version 2, where it was 160,611.11 EUR." + why);
        assertThat(change(third, FR))
                .isEqualTo("29,111.11 EUR more than in version 2, where it was 101,888.89 EUR." + why);
    }

    private String change(PlanVersion version, Party party) {
        return plan.services.documents.change(version, party, Locale.ENGLISH);
    }

    private SigningDocument document() {
        return plan.services.documents.of(REFERENCE, Locale.ENGLISH);
    }

    private SigningDocument.DecisionRow british() {
        return document().decisionOf(GB).get(0);
    }

    private List<SigningDocument.SignatureRow> rows() {
        return plan.services.documents.signatures(REFERENCE, Locale.ENGLISH);
    }

    private void sign(PlanVersion version, SigningRole role, Party party, String person) {
        ports.user.is(person);
        plan.services.sign.sign(REFERENCE, new Place(version.hash(), role, party), null);
    }
}
