package org.jointflights.application.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.operation.OperationServices.BE;
import static org.jointflights.application.operation.OperationServices.GB;
import static org.jointflights.application.operation.OperationServices.LILLE;
import static org.jointflights.application.operation.OperationServices.LONDON;
import static org.jointflights.application.operation.OperationServices.PRISTINA;
import static org.jointflights.application.operation.OperationServices.REFERENCE;
import static org.jointflights.application.operation.OperationServices.TIRANA;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Reminder.Call;
import org.jointflights.application.operation.OperationRuns.Outcome;
import org.jointflights.application.operation.RecordLanding.Landing;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.operation.FlownLeg;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.HandOver;
import org.jointflights.domain.operation.LegTime;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.Returned;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordLandingTest {

    private final OperationServices services = new OperationServices();
    private final RecordLanding landings = services.landings;

    @Test
    void the_last_destination_is_known() {
        assertThat(landings.airport(REFERENCE, LONDON)).isEqualTo("STN");
        assertThat(landings.airport(REFERENCE, PRISTINA)).isEqualTo("PRN");
        assertThat(landings.isLastDestination(REFERENCE, TIRANA)).isTrue();
        assertThat(landings.isLastDestination(REFERENCE, PRISTINA)).isFalse();
    }

    @Test
    void where_it_lands_is_told_and_when_is_kept() {
        services.expected.expect(REFERENCE, LILLE, null);
        services.ports.clock.advance(Duration.ofHours(2));
        landings.landed(REFERENCE, PRISTINA);

        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::arguments)
                .containsExactly(TrailEvent.LANDED, List.of("PRN"));
        assertThat(services.runs.latest(REFERENCE).orElseThrow().outcome()).isNull();
        assertThat(services.times.of(REFERENCE)).extracting(LegTime::landed).containsExactly(services.now());
    }

    @ParameterizedTest
    @CsvSource({"TURNED_BACK, ABORTED, ABORTED", "REFUSED_ON_ARRIVAL, REFUSED_ON_ARRIVAL, REFUSED_ON_ARRIVAL"})
    void where_it_does_not_nobody_leaves_and_the_reason_is_told(Landing landing, Outcome outcome, TrailEvent event) {
        BadInput refused = refusal(
                BadInput.class,
                "operation.landing.reason",
                () -> landings.broughtBack(REFERENCE, PRISTINA, landing, null));
        assertThat(refused.field()).isEqualTo("reason");
        assertThat(services.runs.latest(REFERENCE).orElseThrow().outcome()).isNull();

        landings.broughtBack(REFERENCE, PRISTINA, landing, "Fog");

        assertThat(services.runs.latest(REFERENCE).orElseThrow().outcome()).isEqualTo(outcome);
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::arguments)
                .containsExactly(event, List.of("PRN", "Fog"));
    }

    /** Issue 10: a diversion asks again by itself, and says so. */
    @Test
    void after_a_diversion_everybody_aboard_is_asked_about_again_before_it_flies_on() {
        flyTowardsTirana();
        assertThat(services.gates.openBeforeLeaving(REFERENCE, PRISTINA)).isEmpty();
        services.expected.expect(REFERENCE, PRISTINA, null);

        landings.diverted(REFERENCE, TIRANA, "ath", "Fog in Tirana");

        assertThat(landings.airport(REFERENCE, TIRANA)).isEqualTo("ATH");
        assertThat(landings.airport(REFERENCE, TIRANA + 1)).isEqualTo("TIA");
        assertThat(landings.isLastDestination(REFERENCE, TIRANA)).isFalse();
        assertThat(landings.isLastDestination(REFERENCE, TIRANA + 1)).isTrue();
        assertThat(services.gates.openBeforeLeaving(REFERENCE, TIRANA))
                .as("of the French and the British who are aboard, not of the Belgians who have left")
                .extracting(question -> question.party() + " " + question.gate())
                .contains("FR G2", "GB G2", "FR G4", "GB G4", "GB G12")
                .noneMatch(asked -> asked.startsWith("BE"));
        assertThat(services.gates.openBeforeLeaving(REFERENCE, TIRANA))
                .extracting(Question::point)
                .containsOnly(GatePoint.STOPOVER);
        assertThat(services.progress.stops(REFERENCE)).containsExactly(LILLE, PRISTINA, TIRANA, TIRANA + 1);
        assertThat(services.ports.trail.last())
                .extracting(TrailEntry::event, TrailEntry::arguments)
                .containsExactly(TrailEvent.DIVERTED, List.of("ATH", "TIA"));
        assertThat(services.ports.outbox.all())
                .filteredOn(notice -> notice.text().code().equals("notice.diverted"))
                .extracting(Notice::recipient)
                .contains("FRlegal", "GBlegal", "FRdoctor", "rightsOfficer", "BEcoordinator")
                .doesNotContain("BElegal");

        services.confirmBeforeLeaving(TIRANA);
        assertThat(services.progress.clear(REFERENCE, TIRANA, false)).isTrue();
        services.expected.expect(REFERENCE, TIRANA, null);
        assertThat(services.legs.of(REFERENCE))
                .extracting(FlownLeg::to, FlownLeg::diversion, leg -> leg.planned() != null)
                .contains(tuple("ATH", true, false), tuple("TIA", false, true));
    }

    @Test
    void a_diversion_to_where_it_was_to_land_or_to_nowhere_is_refused() {
        flyTowardsTirana();
        assertThat(refusal(
                                BadInput.class,
                                "operation.landing.diverted",
                                () -> landings.diverted(REFERENCE, TIRANA, "TIA", "Fog"))
                        .field())
                .isEqualTo("airportInstead");
        refusal(BadInput.class, "common.airport", () -> landings.diverted(REFERENCE, TIRANA, "XXX", "Fog"));
        assertThat(services.times.diversions(REFERENCE)).isEmpty();
    }

    @Test
    void the_landing_is_expected_by_the_kilometres_unless_the_captain_says_otherwise() {
        Instant departure = services.ports.flights.get(REFERENCE).departure().toInstant();
        assertThat(services.expected.ahead(REFERENCE, LONDON).airport()).isEqualTo("LIL");
        Instant planned = services.expected.ahead(REFERENCE, LONDON).landing().toInstant();
        assertThat(planned).isBetween(departure.plusSeconds(1800), departure.plusSeconds(3600));

        services.expected.expect(REFERENCE, LONDON, null);
        assertThat(services.expected.warnsAt(REFERENCE, LILLE)).isEqualTo(planned.minus(Duration.ofHours(1)));
        Instant later = planned.plus(Duration.ofHours(3));
        services.expected.expect(REFERENCE, LONDON, later.atZone(ZoneOffset.UTC));
        assertThat(services.expected.overdueAt(REFERENCE, LILLE)).isEqualTo(later.plus(Duration.ofMinutes(30)));
        for (Instant wrong : List.of(services.now(), departure.plus(Duration.ofHours(25)))) {
            BadInput refused = refusal(
                    BadInput.class,
                    "operation.landing.expected",
                    () -> services.expected.expect(REFERENCE, LONDON, wrong.atZone(ZoneOffset.UTC)));
            assertThat(refused.field()).isEqualTo("landing");
        }
    }

    @Test
    void an_hour_before_the_landing_those_are_warned_whose_people_leave_there() {
        services.expected.expect(REFERENCE, LONDON, null);
        landings.landed(REFERENCE, LILLE);
        services.expected.expect(REFERENCE, LILLE, null);

        List<Call> warned = new RemindBeforeLanding(services.situation, services.times)
                .calls(REFERENCE, null)
                .toList();
        assertThat(warned).extracting(Call::group).containsExactly("BElegal", "BEdoctor", "rightsOfficer");
        assertThat(warned.get(0).text().arguments()).contains(new PlaceName("PRN"));
        assertThat(new RemindOfLanding(services.situation, services.times).calls(REFERENCE, null))
                .extracting(Call::group)
                .containsExactly("GBescortleader", "GBcoordinator", "rightsOfficer");

        landings.landed(REFERENCE, PRISTINA);
        assertThat(new RemindOfLanding(services.situation, services.times).calls(REFERENCE, null))
                .isEmpty();
    }

    /** Issue 10: who comes back is counted, landed, and starts at G2. */
    @Test
    void whoever_comes_back_is_counted_and_their_legal_verifiers_are_told() {
        flyTowardsTirana();
        services.counts.add(new HandOver(REFERENCE, BE, 6, 4, 6, "no consul", "somebody", services.now()));
        services.counts.add(new HandOver(REFERENCE, GB, 10, 0, 10, null, "somebody", services.now()));
        assertThat(services.heads.toBeCountedBack(REFERENCE)).containsExactly(BE, OperationServices.FR);
        assertThat(services.heads.comeBack(REFERENCE, BE)).isEqualTo(4);
        assertThat(services.heads.comeBack(REFERENCE, GB)).isZero();

        BadInput refused = refusal(
                BadInput.class, "operation.landedBack.sum", () -> services.heads.countBack(REFERENCE, BE, 3, 0, null));
        assertThat(refused.field()).isEqualTo("landedBack");
        refusal(
                BadInput.class,
                "operation.landedBack.reason",
                () -> services.heads.countBack(REFERENCE, BE, 3, 1, null));
        assertThat(services.counts.returned(REFERENCE)).isEmpty();

        services.heads.countBack(REFERENCE, BE, 3, 1, "left at the airport");

        assertThat(services.counts.returned(REFERENCE))
                .extracting(Returned::party, Returned::landed, Returned::missing)
                .containsExactly(tuple(BE, 3, 1));
        assertThat(services.heads.toBeCountedBack(REFERENCE)).containsExactly(OperationServices.FR);
        assertThat(services.ports.outbox.all())
                .filteredOn(notice -> notice.text().code().equals("notice.landedBack"))
                .extracting(Notice::recipient)
                .containsExactly("BElegal");
        assertThat(new RemindOfReturn(services.heads).calls(REFERENCE, null))
                .extracting(Call::group)
                .containsExactly("FRescortleader", "FRcoordinator", "rightsOfficer");
    }

    /** All have boarded; the Belgians have left the aircraft in Pristina; the others are on their way to Tirana. */
    private void flyTowardsTirana() {
        services.flyToPristina();
    }
}
