package org.jointflights.domain.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.jointflights.domain.Party;
import org.jointflights.domain.deadlines.TaskDeadline.Told;
import org.jointflights.domain.deadlines.TaskDeadline.Unit;
import org.jointflights.domain.deadlines.TaskDeadline.WayOut;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a task is due, and when people are told of it, on the clocks of the party whose it is. */
class TaskDeadlineTest {

    private static final Instant FAR_AWAY = Instant.parse("2029-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // The end of the third working day, by each party's own clocks and holidays.
        "FR, WORKING_DAYS, 3, 2027-03-01T10:00, 2027-03-04T17:00:00Z",
        "GB, WORKING_DAYS, 3, 2027-03-01T10:00, 2027-03-04T18:00:00Z",
        "GR, WORKING_DAYS, 3, 2027-03-02T10:00, 2027-03-05T16:00:00Z",
        "GB, WORKING_DAYS, 3, 2027-03-23T10:00, 2027-03-30T17:00:00Z",
        "FR, WORKING_DAYS, 3, 2027-03-23T10:00, 2027-03-26T17:00:00Z",
        // Over the change of the clocks the evening stays the evening.
        "FR, WORKING_DAYS, 1, 2027-03-26T10:00, 2027-03-30T16:00:00Z",
        "NL, WORKING_DAYS, 1, 2027-10-29T10:00, 2027-11-01T17:00:00Z",
        // Hours are hours, whatever the clocks say.
        "FR, HOURS, 24, 2027-03-27T12:00, 2027-03-28T11:00:00Z",
        "FR, HOURS, 24, 2027-10-30T12:00, 2027-10-31T10:00:00Z",
        "FR, HOURS, 2, 2027-03-28T01:30, 2027-03-28T02:30:00Z",
        // What comes at 18:30 on a Friday begins on Monday.
        "FR, WORKING_DAYS, 1, 2027-03-05T18:30, 2027-03-08T17:00:00Z",
        "FR, WORKING_DAYS, 1, 2028-02-28T10:00, 2028-02-29T17:00:00Z"
    })
    void it_is_due_at_the_end_of_its_period(String party, Unit unit, int due, LocalDateTime opened, Instant expected) {
        Party whose = new Party(party);
        ZonedDateTime came = opened.atZone(PartyZones.of(whose, ZoneId.of("UTC")));

        assertThat(row(unit, due, 0).dueOf(came, WorkingDays.of(whose), FAR_AWAY))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // Departure at 00:30 on Thursday: 48 hours before is 00:30 on Tuesday.
        "2027-03-01T10:00, 2027-03-04T00:30, 2027-03-02T00:30",
        "2027-03-01T10:00, 2027-03-25T00:30, 2027-03-08T18:00",
        // Too late already: it is due at once, and not before it came.
        "2027-03-01T10:00, 2027-03-02T00:30, 2027-03-01T10:00",
        // Two days of hours over the change of the clocks.
        "2027-03-24T10:00, 2027-03-29T00:30, 2027-03-26T23:30"
    })
    void never_later_than_its_hours_before_departure(
            LocalDateTime opened, LocalDateTime departure, LocalDateTime expected) {
        ZoneId paris = ZoneId.of("Europe/Paris");

        assertThat(row(Unit.WORKING_DAYS, 5, 48)
                        .dueOf(
                                opened.atZone(paris),
                                WorkingDays.of(new Party("FR")),
                                departure.atZone(paris).toInstant()))
                .isEqualTo(expected.atZone(paris).toInstant());
    }

    @Test
    void people_are_reminded_before_and_others_told_after_and_told_again_after_a_week() {
        ZonedDateTime due = ZonedDateTime.parse("2027-03-30T18:00:00+02:00[Europe/Paris]");
        WorkingDays french = WorkingDays.of(new Party("FR"));
        Instant opened = Instant.parse("2027-03-22T09:00:00Z");

        assertThat(row(Unit.WORKING_DAYS, 5, 48).remindsOf(due, french, opened))
                .isEqualTo(Instant.parse("2027-03-26T17:00:00Z"));
        assertThat(row(Unit.WORKING_DAYS, 5, 48).escalates(due, french))
                .isEqualTo(Instant.parse("2027-04-01T16:00:00Z"));
        assertThat(TaskDeadline.escalatesAgain(Instant.parse("2027-04-01T16:00:00Z")))
                .isEqualTo(Instant.parse("2027-04-08T16:00:00Z"));
    }

    @Test
    void nobody_is_reminded_of_what_has_just_come_nor_told_where_the_model_tells() {
        ZonedDateTime due = ZonedDateTime.parse("2027-03-30T18:00:00+02:00[Europe/Paris]");
        WorkingDays french = WorkingDays.of(new Party("FR"));
        TaskDeadline byModel = new TaskDeadline(
                "userTask_answerOffer", Unit.WORKING_DAYS, 0, 0, 0, 0, Set.of(), WayOut.CLOSED_BY_TIME);

        assertThat(row(Unit.WORKING_DAYS, 5, 48).remindsOf(due, french, Instant.parse("2027-03-29T09:00:00Z")))
                .isNull();
        assertThat(byModel.isSetByModel()).isTrue();
        assertThat(byModel.remindsOf(due, french, Instant.EPOCH)).isNull();
        assertThat(byModel.escalates(due, french)).isNull();
    }

    private static TaskDeadline row(Unit unit, int due, int before) {
        return new TaskDeadline(
                "userTask_signPlan", unit, due, before, 1, 2, Set.of(Told.ORGANISER), WayOut.CANCELLED_BY_ORGANISER);
    }
}
