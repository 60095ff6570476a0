package org.jointflights.web.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.application.overview.FlightRow;
import org.jointflights.application.overview.FlightStages.Reached;
import org.jointflights.application.overview.ListedFlight;
import org.jointflights.application.overview.Wait;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class FlightsGanttTest {

    private static final Instant NOW = Instant.parse("2027-05-01T12:00:00Z");
    private static final Instant BEGUN = NOW.minus(Duration.ofDays(30));
    private static final Party FR = new Party("FR");

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 31, 100})
    void no_text_lies_over_another_however_many_flights_there_are(int flights) throws Exception {
        List<Stage> stages = List.of(Stage.values());
        List<ListedFlight> listed = new ArrayList<>();
        for (int i = 0; i < flights; i++) {
            Stage stage = stages.get(i % stages.size());
            listed.add(
                    flight(i, "<Nigeria> & 'others', by way of " + i, stage, NOW.plus(Duration.ofDays(i * 7L - 70))));
        }

        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Picture picture = FlightsGantt.of(listed, Map.of(), NOW, language);
            new DrawnSvg(picture.svg()).hasNoTextOverAnother();
            assertThat(picture.table().rows()).hasSize(flights);
        }
    }

    @Test
    void stages_are_as_long_as_they_took_and_the_one_under_way_ends_today() throws Exception {
        ListedFlight flight = flight(1, "Nigeria", Stage.COST_SHARING, NOW.plus(Duration.ofDays(60)));
        Map<OperationReference, List<Reached>> stages = new HashMap<>();
        stages.put(
                flight.flight().reference(),
                List.of(
                        new Reached(Stage.PLANNING, BEGUN.minus(Duration.ofDays(20))),
                        new Reached(Stage.COST_SHARING, BEGUN)));

        DrawnSvg drawn = new DrawnSvg(
                FlightsGantt.of(List.of(flight), stages, NOW, Locale.ENGLISH).svg());

        Element planning = drawn.all("rect", "stage-planning").get(0);
        Element sharing = drawn.all("rect", "stage-cost-sharing").get(0);
        long end = DrawnSvg.hundredths(sharing, "x") + DrawnSvg.hundredths(sharing, "width");
        assertThat(DrawnSvg.hundredths(planning, "width") * 3)
                .isCloseTo(DrawnSvg.hundredths(sharing, "width") * 2, offset(5L));
        assertThat(DrawnSvg.hundredths(drawn.all("line", "now").get(0), "x1")).isEqualTo(end);
        assertThat(drawn.texts()).contains("Today: 1 May 2027");
    }

    @Test
    void a_flight_of_long_ago_does_not_squeeze_those_under_way_and_where_it_lies_is_shown() throws Exception {
        List<ListedFlight> listed = List.of(
                flight(1, "Nigeria", Stage.PLANNING, NOW.plus(Duration.ofDays(60))),
                flight(2, "Ecuador", Stage.CLOSED, Instant.parse("2009-09-16T07:00:00Z")));

        DrawnSvg drawn = new DrawnSvg(
                FlightsGantt.of(listed, Map.of(), NOW, Locale.ENGLISH).svg());

        Element planning = drawn.all("rect", "stage-planning").get(0);
        assertThat(DrawnSvg.hundredths(planning, "width")).isGreaterThan(10_000);
        assertThat(drawn.all("path", "beyond")).hasSize(1);
    }

    @Test
    void what_is_late_says_so() throws Exception {
        WaitingTask task = new WaitingTask(
                "1",
                "userTask_acceptShare",
                new TreeSet<>(List.of("FRfinance")),
                BEGUN,
                NOW.minus(Duration.ofDays(2)),
                null,
                false);
        ListedFlight late = new ListedFlight(
                flight(1, "Nigeria", Stage.COST_SHARING, NOW.plus(Duration.ofDays(60)))
                        .flight(),
                List.of(new Wait(task, task.groups(), FR, true, false)),
                false);

        Picture picture = FlightsGantt.of(List.of(late), Map.of(), NOW, Locale.ENGLISH);

        assertThat(picture.description()).contains("late: 1");
        assertThat(new DrawnSvg(picture.svg()).texts()).contains("Cost sharing, was due 29 Apr 2027");
        assertThat(picture.table().rows().get(0)).contains("France, finance approver");
    }

    private static ListedFlight flight(int number, String destination, Stage stage, Instant departure) {
        return new ListedFlight(
                new FlightRow(
                        new OperationReference("JRO-2027-%04d".formatted(number)),
                        FlightType.JRO,
                        FR,
                        destination,
                        List.of("LIL", "LOS", "LIL"),
                        ZonedDateTime.ofInstant(departure, SomeFiles.DEPARTURE.getZone()),
                        stage,
                        BEGUN,
                        null,
                        List.of(FR),
                        List.of(FR),
                        List.of(),
                        new TreeMap<>(),
                        false),
                List.of(),
                false);
    }
}
