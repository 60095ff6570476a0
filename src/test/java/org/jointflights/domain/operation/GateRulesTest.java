package org.jointflights.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.operation.GateRule.Step;
import org.jointflights.process.operation.GatesByTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table that lawyers read says what domain.md 6.4 and 1.9 ask for, and a table that contradicts itself is refused. */
class GateRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 4, 20);
    private static final GateRules RULES = GatesByTable.on(TODAY);
    private static final Party FR = new Party("FR");

    @ParameterizedTest
    @EnumSource(Gate.class)
    void every_gate_is_in_the_table_with_somebody_who_answers_and_a_law(Gate gate) {
        assertThat(RULES.rows())
                .filteredOn(row -> row.gate() == gate)
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.basis()).isNotBlank();
                    assertThat(row.answerer().isForFlight()).isEqualTo(gate.isForFlight());
                    assertThat(row.fresh() == null)
                            .as("a gate that the operation asks grows old")
                            .isEqualTo(row.blocks() == Step.CONTRACT || row.blocks() == Step.CLOSING);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "G2, D_14 D_5 D_1 BOARDING STOPOVER LAST_CALL",
        "G4, D_7 BOARDING STOPOVER LAST_CALL",
        "G5, D_10 D_1 BOARDING",
        "G8, D_3 BOARDING",
        "G12, D_1 BOARDING STOPOVER LAST_CALL",
    })
    void what_can_change_on_the_day_is_asked_again_on_the_day(String gate, String points) {
        assertThat(RULES.rows())
                .filteredOn(row -> row.gate().number().equals(gate))
                .extracting(row -> row.point().name())
                .containsExactly(points.split(" "));
        assertThat(RULES.rows())
                .filteredOn(row -> row.gate().number().equals(gate))
                .extracting(GateRule::fresh)
                .containsOnly(Duration.ofHours(24));
    }

    @Test
    void nobody_looks_at_decisions_and_at_what_protects_people_alone() {
        assertThat(RULES.apartFrom(Gate.NON_REFOULEMENT))
                .containsExactlyInAnyOrder(Gate.INDIVIDUAL_ASSESSMENT, Gate.RETURN_DECISION);
        assertThat(RULES.apartFrom(Gate.RETURN_DECISION))
                .contains(Gate.NON_REFOULEMENT, Gate.VULNERABLE_PEOPLE, Gate.RETURN_DECISION_SEEN_TWICE);
        assertThat(RULES.apartFrom(Gate.TRAVEL_DOCUMENT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2025-12-17, false", "2025-12-18, true", "2016-10-20, false"})
    void frontex_checks_for_itself_since_the_court_said_so(LocalDate day, boolean asked) {
        assertThat(GatesByTable.on(day).rows().stream()
                        .anyMatch(row -> row.gate() == Gate.RETURN_DECISION_CHECKED_BY_FRONTEX))
                .isEqualTo(asked);
    }

    @ParameterizedTest
    @CsvSource({"2019-12-03, 10 days", "2019-12-04, 30 days"})
    void data_is_erased_by_the_rule_of_the_day(LocalDate day, String term) {
        assertThat(GatesByTable.on(day).rows())
                .filteredOn(row -> row.gate() == Gate.DATA_ERASED)
                .singleElement()
                .satisfies(row -> assertThat(row.basis()).endsWith(term));
    }

    @ParameterizedTest
    @CsvSource({"GB, 5", "FR, 2", "SE, 2"})
    void a_notice_runs_by_the_law_of_its_state(String party, int days) {
        assertThat(new GatesByTable().noticeDays(TODAY, new Party(party))).isEqualTo(days);
    }

    @ParameterizedTest
    @EnumSource(FlightType.class)
    void every_kind_of_flight_is_asked(FlightType kind) {
        assertThat(new GatesByTable().rulesOn(TODAY, kind).rows()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "VOLUNTARY, G1 G1B G1F G6 G8 G13",
        "CRO, ''",
        "NRO, ''",
        "FRONTEX, ''",
        "BILATERAL, ''",
    })
    void a_kind_is_asked_all_but_what_has_no_object(FlightType kind, String left) {
        GateRules rules = new GatesByTable().rulesOn(TODAY, kind);
        assertThat(Stream.of(Gate.values())
                        .filter(gate -> rules.rows().stream().noneMatch(row -> row.gate() == gate))
                        .map(Gate::number)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(left);
    }

    @Test
    void a_collecting_flight_is_asked_once_each_by_its_own_law() {
        GateRules rules = new GatesByTable().rulesOn(TODAY, FlightType.CRO);
        assertThat(rules.rows()).hasSameSizeAs(RULES.rows());
        assertThat(rules.rows())
                .filteredOn(row ->
                        row.gate().number().equals("G7") || row.gate().number().equals("G8"))
                .allSatisfy(row -> assertThat(row.basis()).startsWith("2019/1896 Art. 50(3)"));
    }

    @Test
    void an_answer_to_a_gate_that_is_not_asked_never_counts() {
        Question unasked = new Question(FR, Gate.RETURN_DECISION_CHECKED_BY_FRONTEX, GatePoint.D_10, 0);
        GateRules before = GatesByTable.on(LocalDate.of(2016, 10, 20));
        assertThat(before.evidenceOf(unasked)).isEqualTo(EvidenceKind.NONE);
        assertThat(before.basisOf(unasked)).isEmpty();
        assertThatThrownBy(() -> before.answererOf(Gate.RETURN_DECISION_CHECKED_BY_FRONTEX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("G1F is not asked");
    }

    @Test
    void a_table_without_rows_with_two_answerers_or_with_two_freshnesses_is_refused() {
        assertThatThrownBy(() -> new GateRules(List.of())).hasMessage("a table of gates without a row");
        assertThatThrownBy(() -> new GateRules(List.of(row(Answerer.LEGAL, 24), row(Answerer.DOCTOR, 24))))
                .hasMessage("G2 has two answerers or two freshnesses");
        assertThatThrownBy(() -> new GateRules(List.of(row(Answerer.LEGAL, 24), row(Answerer.LEGAL, 25))))
                .hasMessage("G2 has two answerers or two freshnesses");
        assertThatThrownBy(() -> row(Answerer.RIGHTS_OFFICER, 24))
                .hasMessage("G2 cannot be answered by RIGHTS_OFFICER");
    }

    private static GateRule row(Answerer answerer, int hours) {
        return new GateRule(
                Gate.NON_REFOULEMENT,
                GatePoint.D_5,
                answerer,
                Set.of(),
                EvidenceKind.NONE,
                Duration.ofHours(hours),
                Step.BOARDING,
                "law");
    }
}
