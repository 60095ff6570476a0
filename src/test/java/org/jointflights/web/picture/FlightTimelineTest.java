package org.jointflights.web.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jointflights.application.operation.ReadGateStates.PointState;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.overview.Wait;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.GatePoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class FlightTimelineTest {

    private static final Instant SHARING = Instant.parse("2027-03-15T09:00:00Z");
    private static final Instant NOW = Instant.parse("2027-04-01T09:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {3, 31})
    void no_text_lies_over_another_whoever_is_waited_for(int parties) throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Picture picture = drawn(file(waits(parties, NOW.plus(Duration.ofDays(2)))), gates(), NOW, language);

            DrawnSvg drawn = new DrawnSvg(picture.svg()).hasNoTextOverAnother();
            for (Party party : SomeFiles.parties(parties)) {
                assertThat(drawn.texts()).anyMatch(text -> text.contains(party.name(language)));
                assertThat(picture.table().rows()).anyMatch(row -> row.get(0).contains(party.name(language)));
            }
        }
    }

    @Test
    void many_who_are_waited_for_alike_stand_on_one_line_with_their_codes_and_in_the_table_with_their_names()
            throws Exception {
        List<Wait> alike = SomeFiles.parties(31).stream()
                .map(party -> wait(party + "finance", NOW.plus(Duration.ofDays(2))))
                .toList();

        Picture picture = drawn(file(alike), List.of(), NOW, Locale.ENGLISH);

        assertThat(new DrawnSvg(picture.svg()).hasNoTextOverAnother().texts())
                .anyMatch(text -> text.startsWith("AT, BE, BG"));
        assertThat(picture.table().rows())
                .anyMatch(row -> row.get(0).contains("Austria") && row.get(0).contains("Slovakia"));
    }

    @Test
    void a_stage_is_as_long_as_it_took() throws Exception {
        DrawnSvg drawn = new DrawnSvg(
                drawn(file(List.of()), List.of(), NOW, Locale.ENGLISH).svg());

        Element planning = drawn.all("rect", "done").get(0);
        Element sharing = drawn.all("rect", "going").get(0);
        long planned = DrawnSvg.hundredths(planning, "width");
        long shared = DrawnSvg.hundredths(sharing, "width");
        // 14 days and 17 days.
        assertThat(planned * 17).isCloseTo(shared * 14, offset(31L));
        assertThat(DrawnSvg.hundredths(sharing, "x")).isEqualTo(DrawnSvg.hundredths(planning, "x") + planned);
    }

    @Test
    void the_line_of_now_is_where_the_clock_is_and_the_stage_under_way_ends_there() throws Exception {
        DrawnSvg drawn = new DrawnSvg(
                drawn(file(List.of()), List.of(), NOW, Locale.ENGLISH).svg());

        long now = DrawnSvg.hundredths(drawn.all("line", "now").get(0), "x1");
        Element sharing = drawn.all("rect", "going").get(0);
        assertThat(now).isEqualTo(DrawnSvg.hundredths(sharing, "x") + DrawnSvg.hundredths(sharing, "width"));
        assertThat(DrawnSvg.hundredths(drawn.all("line", "departs").get(0), "x1"))
                .isGreaterThan(now);
    }

    @Test
    void who_is_late_is_named_first_and_marked_by_more_than_a_colour() throws Exception {
        List<Wait> waits = new ArrayList<>(waits(3, NOW.plus(Duration.ofDays(9))));
        waits.add(wait("SEfinance", NOW.minus(Duration.ofDays(1))));

        Picture picture = drawn(file(waits), List.of(), NOW, Locale.ENGLISH);

        assertThat(picture.description()).contains("It waits for Sweden, finance approver: Accept the share, was due");
        assertThat(new DrawnSvg(picture.svg()).all("path", "tick")).isNotEmpty();
        assertThat(picture.table().rows())
                .anySatisfy(row -> assertThat(row).contains("Sweden, finance approver", "Late or stopped"));
    }

    @Test
    void gates_tell_how_many_are_confirmed_and_when_the_next_are_asked() throws Exception {
        Picture picture = drawn(file(List.of()), gates(), NOW, Locale.ENGLISH);

        assertThat(new DrawnSvg(picture.svg()).texts())
                .contains("D-28", "0 of 6 confirmed, 1 stopped", "5 questions, from 19 May 2027 on");
    }

    @Test
    void of_a_flight_that_is_over_nobody_is_asked_for_anything_and_no_stage_is_to_come() throws Exception {
        FlightFile file = SomeFiles.file(
                SomeFiles.flight(Stage.GIVEN_UP, NOW, SomeFiles.route("LIL", "LOS", "LIL"), "Nigeria"),
                List.of(),
                List.of(),
                List.of(SomeFiles.proposed(), SomeFiles.stage(Stage.GIVEN_UP, NOW)),
                List.of());

        Picture picture = drawn(file, List.of(), NOW.plus(Duration.ofDays(90)), Locale.ENGLISH);

        DrawnSvg drawn = new DrawnSvg(picture.svg()).hasNoTextOverAnother();
        assertThat(picture.description()).contains("It is over.");
        assertThat(drawn.texts()).doesNotContain("to come");
        assertThat(drawn.all("line", "now")).isEmpty();
    }

    private static Picture drawn(FlightFile file, List<PointState> gates, Instant now, Locale language) {
        return FlightTimeline.of(file.head(), file.overview(), gates, now, language);
    }

    private static FlightFile file(List<Wait> waits) {
        return SomeFiles.file(
                SomeFiles.flight(
                        Stage.COST_SHARING, SHARING, SomeFiles.route("LIL", "LOS", "LIL"), "Nigeria & <b>others</b>"),
                List.of(),
                waits,
                List.of(SomeFiles.proposed(), SomeFiles.stage(Stage.COST_SHARING, SHARING)),
                SomeFiles.planned(SomeFiles.route("LIL", "LOS", "LIL")));
    }

    private static List<PointState> gates() {
        return List.of(
                new PointState(GatePoint.D_28, 0, 6, 0, 1),
                new PointState(GatePoint.D_7, 0, 4, 4, 0),
                new PointState(GatePoint.D_1, 0, 5, 0, 0),
                new PointState(GatePoint.LAST_CALL, 1, 9, 0, 0));
    }

    private static List<Wait> waits(int parties, Instant due) {
        return SomeFiles.parties(parties).stream()
                // Each at another minute: alike they would stand on one line.
                .map(party -> wait(
                        party + "finance",
                        due.plus(Duration.ofMinutes(SomeFiles.parties(parties).indexOf(party)))))
                .toList();
    }

    private static Wait wait(String group, Instant due) {
        WaitingTask task = new WaitingTask(
                group, "userTask_acceptShare", new TreeSet<>(List.of(group)), SHARING, due, null, false);
        return new Wait(task, task.groups(), new Party(group.substring(0, 2)), due.isBefore(NOW), false);
    }
}
