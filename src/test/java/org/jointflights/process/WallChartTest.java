package org.jointflights.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sheet in the documents says what the models say today, and can be read. */
class WallChartTest {

    private static final LifeModels MODELS = LifeModels.of(Path.of("bpmn"));
    private static final Path CHART = Path.of("docs/wall-chart.svg");
    private static WallChart chart;

    @BeforeAll
    static void draw() {
        chart = WallChart.of(MODELS);
    }

    @Test
    void the_sheet_in_the_documents_is_what_the_models_draw_today() throws IOException {
        if (Boolean.getBoolean("wall-chart.write")) {
            Files.writeString(CHART, chart.svg());
        }
        if (!Files.exists(CHART) || !Files.readString(CHART).equals(chart.svg())) {
            fail(CHART + " is not what the models and tables say. Draw it anew with"
                    + " “mvn test -Dtest=WallChartTest -Dwall-chart.write=true”, look at it, and commit it.");
        }
        assertThat(WallChart.of(MODELS).svg()).isEqualTo(chart.svg());
    }

    @Test
    void every_task_that_anybody_has_is_on_it_and_every_event_that_starts_something_beside_it() {
        assertThat(chart.tasks()).isEqualTo(MODELS.allTasks());
        assertThat(chart.boxes()).extracting(WallChart.Box::element).containsAll(MODELS.startedBeside());
    }

    @Test
    void a_task_is_in_the_lane_of_whoever_may_do_it_with_its_clock() {
        assertThat(lanesOf("userTask_answerOffer"))
                .containsExactly(WallChart.Lane.PARTICIPATING, WallChart.Lane.CLOCKS);
        assertThat(lanesOf("userTask_enterQuote")).containsExactly(WallChart.Lane.ORGANISER);
        assertThat(lanesOf("userTask_setCeilings")).containsExactly(WallChart.Lane.FRONTEX);
        assertThat(lanesOf("userTask_signPlan")).containsExactly(WallChart.Lane.EVERY_STATE);
        assertThat(lanesOf("userTask_giveGo")).containsExactly(WallChart.Lane.OF_NO_PARTY);
        assertThat(lanesOf("userTask_answerLastCall"))
                .containsExactly(WallChart.Lane.EVERY_STATE, WallChart.Lane.OF_NO_PARTY, WallChart.Lane.CLOCKS);
        assertThat(words("userTask_signPlan"))
                .contains("finance", "due in 5 wd, by D − 48 h", "never: organiser cancels");
        assertThat(words("userTask_answerLastCall")).contains("◷ 45 minutes after landing", "G2 G4 G11 G12: 24 h");
        // In two models, and of two groups.
        assertThat(words("userTask_enterRate")).contains("coordinator", "finance");
    }

    private static List<WallChart.Lane> lanesOf(String task) {
        return chart.boxes().stream()
                .filter(box -> box.element().equals(task))
                .map(WallChart.Box::lane)
                .toList();
    }

    private static List<String> words(String task) {
        return chart.boxes().stream()
                .filter(box -> box.element().equals(task))
                .flatMap(box -> box.words().stream())
                .toList();
    }

    @Test
    void no_text_lies_over_another_or_leaves_the_page() {
        List<String> wrong = new ArrayList<>();
        List<WallChart.Text> texts = chart.texts();
        for (int i = 0; i < texts.size(); i++) {
            Rectangle2D room = texts.get(i).room();
            if (!chart.page().contains(room)) {
                wrong.add(texts.get(i).words() + " leaves the page");
            }
            for (int j = i + 1; j < texts.size(); j++) {
                if (room.intersects(texts.get(j).room())) {
                    wrong.add(texts.get(i).words() + " and " + texts.get(j).words());
                }
            }
            chart.lineParts().stream()
                    .filter(room::intersectsLine)
                    .forEach(line -> wrong.add("a line runs through a text"));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_box_lies_over_another_and_none_is_narrower_than_what_it_says() {
        List<String> wrong = new ArrayList<>();
        List<WallChart.Box> boxes = chart.boxes();
        for (int i = 0; i < boxes.size(); i++) {
            Rectangle2D room = boxes.get(i).room();
            for (int j = i + 1; j < boxes.size(); j++) {
                if (room.intersects(boxes.get(j).room())) {
                    wrong.add(boxes.get(i).element() + " and " + boxes.get(j).element());
                }
            }
            chart.texts().stream()
                    .filter(text -> text.room().intersects(room) && !room.contains(text.room()))
                    .forEach(text -> wrong.add(text.words() + " is wider than its box"));
        }
        assertThat(wrong).isEmpty();
    }

    /** A2 and A3 are 1.41 times as wide as high; white at one edge is no harm, a strip would be. */
    @Test
    void it_is_printed_on_one_sheet_lying_on_its_side() {
        assertThat(chart.page().getWidth() / chart.page().getHeight()).isBetween(1.1, 1.8);
    }
}
