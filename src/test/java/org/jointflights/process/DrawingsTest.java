package org.jointflights.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Association;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TextAnnotation;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people look at every day: a model fits on one screen, nothing lies over anything else, and no line runs through a step. */
class DrawingsTest {

    /**
     * A laptop's screen of 1440 by 900 shows the largest drawing as a whole at about 85 %, where its smallest label, of 11
     * pixels, is still as high as a newspaper's. Whoever needs more folds the model into rows.
     */
    private static final double WIDEST = 1680;

    private static final double HIGHEST = 1000;

    /** A note says one thing; more of them would hide the model. */
    private static final int NOTES_AT_MOST = 3;

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_is_read_on_one_screen(Path file) {
        Drawing drawing = Drawing.of(file);
        Rectangle2D all = drawing.all();

        assertThat(all.getWidth()).as("width of %s", file).isLessThanOrEqualTo(WIDEST);
        assertThat(all.getHeight()).as("height of %s", file).isLessThanOrEqualTo(HIGHEST);
    }

    @ParameterizedTest
    @MethodSource("models")
    void where_the_law_or_a_rule_is_not_obvious_a_note_says_it_beside_the_step(Path file) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        Collection<TextAnnotation> notes = model.getModelElementsByType(TextAnnotation.class);
        Set<String> drawn = Drawing.of(file).shapes.keySet();
        Set<BaseElement> tied = new HashSet<>();
        model.getModelElementsByType(Association.class).forEach(tie -> tied.add(tie.getTarget()));

        assertThat(notes).hasSizeBetween(1, NOTES_AT_MOST).allSatisfy(note -> {
            assertThat(note.getTextContent().strip()).hasSizeLessThanOrEqualTo(200);
            assertThat(drawn).contains(note.getId());
            assertThat(tied).contains(note);
        });
        assertThat(model.getModelElementsByType(Association.class))
                .extracting(BaseElement::getId)
                .allMatch(Drawing.of(file).lines::containsKey);
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothing_lies_over_anything_else(Path file) {
        Drawing drawing = Drawing.of(file);
        List<String> over = new ArrayList<>();
        List<String> ids = new ArrayList<>(drawing.shapes.keySet());
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                if (!drawing.areNested(ids.get(i), ids.get(j))
                        && drawing.shapes.get(ids.get(i)).intersects(drawing.shapes.get(ids.get(j)))) {
                    over.add(ids.get(i) + " and " + ids.get(j));
                }
            }
        }
        drawing.labels.forEach((labelled, label) -> drawing.shapes.forEach((id, shape) -> {
            boolean isCorner = drawing.elements.get(id) instanceof Gateway && isInCorner(label, shape);
            if (!(drawing.elements.get(id) instanceof SubProcess) && !isCorner && label.intersects(shape)) {
                over.add("the name of " + labelled + " and " + id);
            }
        }));
        assertThat(over).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void no_line_runs_through_a_step_or_outside_of_right_angles(Path file) {
        Drawing drawing = Drawing.of(file);
        List<String> wrong = new ArrayList<>();
        drawing.lines.forEach((id, line) -> {
            Set<String> ends = drawing.endsOf(id);
            for (Line2D part : line) {
                if (part.getX1() != part.getX2()
                        && part.getY1() != part.getY2()
                        && drawing.elements.get(id) instanceof SequenceFlow) {
                    wrong.add(id + " is slanted");
                }
                drawing.shapes.forEach((shape, bounds) -> {
                    if (!ends.contains(shape)
                            && !(drawing.elements.get(shape) instanceof SubProcess)
                            && smaller(bounds).intersectsLine(part)) {
                        wrong.add(id + " runs through " + shape);
                    }
                });
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** A gateway is a diamond: the corners of its square are free. */
    private static boolean isInCorner(Rectangle2D label, Rectangle2D square) {
        double quarter = square.getWidth() / 4;
        Rectangle2D across = new Rectangle2D.Double(
                square.getX(), square.getY() + quarter, square.getWidth(), square.getHeight() - 2 * quarter);
        Rectangle2D down = new Rectangle2D.Double(
                square.getX() + quarter, square.getY(), square.getWidth() - 2 * quarter, square.getHeight());
        return !label.intersects(across) && !label.intersects(down);
    }

    private static Rectangle2D smaller(Rectangle2D shape) {
        return new Rectangle2D.Double(shape.getX() + 1, shape.getY() + 1, shape.getWidth() - 2, shape.getHeight() - 2);
    }

    /** What the file says of where each element is drawn. */
    private record Drawing(
            Map<String, BaseElement> elements,
            Map<String, Rectangle2D> shapes,
            Map<String, Rectangle2D> labels,
            Map<String, List<Line2D>> lines) {

        static Drawing of(Path file) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            Drawing drawing = new Drawing(
                    new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
            for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
                String id = shape.getBpmnElement().getId();
                drawing.elements.put(id, shape.getBpmnElement());
                drawing.shapes.put(id, rectangle(shape.getBounds()));
                if (shape.getBpmnLabel() != null) {
                    drawing.labels.put(id, rectangle(shape.getBpmnLabel().getBounds()));
                }
            }
            for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
                String id = edge.getBpmnElement().getId();
                drawing.elements.put(id, edge.getBpmnElement());
                List<Waypoint> points = List.copyOf(edge.getWaypoints());
                List<Line2D> line = new ArrayList<>();
                for (int i = 1; i < points.size(); i++) {
                    Waypoint from = points.get(i - 1);
                    line.add(new Line2D.Double(
                            from.getX(),
                            from.getY(),
                            points.get(i).getX(),
                            points.get(i).getY()));
                }
                drawing.lines.put(id, line);
                if (edge.getBpmnLabel() != null) {
                    drawing.labels.put(id, rectangle(edge.getBpmnLabel().getBounds()));
                }
            }
            return drawing;
        }

        Rectangle2D all() {
            Rectangle2D all = null;
            List<Rectangle2D> parts = new ArrayList<>(shapes.values());
            parts.addAll(labels.values());
            lines.values().forEach(line -> line.forEach(part -> parts.add(part.getBounds2D())));
            for (Rectangle2D part : parts) {
                all = all == null ? part : all.createUnion(part);
            }
            return all;
        }

        /** One is drawn in the other, or on its border. */
        boolean areNested(String one, String other) {
            return isWithin(elements.get(one), elements.get(other)) || isWithin(elements.get(other), elements.get(one));
        }

        private static boolean isWithin(BaseElement inner, BaseElement outer) {
            if (inner instanceof BoundaryEvent event
                    && (event.getAttachedTo().equals(outer) || isWithin(event.getAttachedTo(), outer))) {
                return true;
            }
            return outer instanceof SubProcess && isBelow(inner, outer);
        }

        private static boolean isBelow(BaseElement inner, BaseElement outer) {
            for (var parent = inner.getParentElement(); parent != null; parent = parent.getParentElement()) {
                if (parent.equals(outer)) {
                    return true;
                }
            }
            return false;
        }

        /** The two steps that a line joins, and what sits on the border of either or bears it. */
        Set<String> endsOf(String line) {
            Set<String> ends = new HashSet<>();
            if (elements.get(line) instanceof SequenceFlow flow) {
                ends.addAll(Set.of(flow.getSource().getId(), flow.getTarget().getId()));
            } else if (elements.get(line) instanceof Association tie) {
                ends.addAll(Set.of(tie.getSource().getId(), tie.getTarget().getId()));
            }
            elements.values().forEach(element -> {
                if (element instanceof BoundaryEvent event && ends.contains(event.getId())) {
                    ends.add(event.getAttachedTo().getId());
                }
            });
            return ends;
        }

        private static Rectangle2D rectangle(Bounds bounds) {
            return new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
        }
    }
}
