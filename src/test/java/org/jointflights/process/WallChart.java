package org.jointflights.process;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole life of a flight on one sheet, drawn from the models and tables: stages from left to right, who does what in lanes,
 * what passes between them, and the clocks. Nothing here says what the models say; what is written down is only which process is
 * shown where, and who sends what reaches somebody outside of the engine.
 */
final class WallChart {

    /** Who works on a flight, from top to bottom. */
    enum Lane {
        ORGANISER(
                "Organising state",
                "France in one flight, the United Kingdom or another state in the next.",
                "#dbe7f3"),
        EVERY_STATE("Every state, each for itself", "The organiser too: its own money and people.", "#e6eee0"),
        PARTICIPATING("Participating states", "France or the United Kingdom where another organises.", "#f3ecd9"),
        FRONTEX("Frontex", "Coordinates and finances.", "#e8e1f0"),
        OF_NO_PARTY("Of no party", "Rights officers, executive, manager.", "#f3e0df"),
        CARRIER("Carrier", "The organiser enters what it says.", "#e4e6e8"),
        CLOCKS("Clocks", "Timers of the models; how long a gate counts.", "#ffffff");

        final String title;
        final String note;
        final String colour;

        Lane(String title, String note, String colour) {
            this.title = title;
            this.note = note;
            this.colour = colour;
        }
    }

    /** A part of the life: one process, or what an event starts within one. */
    private record Stage(String title, List<String> roots) {
        Stage(String title, String root) {
            this(title, List.of(root));
        }
    }

    /** What reaches or leaves a task from another lane; it is called what the model calls that element. */
    private record Message(Lane from, String element, String task, boolean isReply) {}

    /** A text as it stands on the sheet, and what room it takes. */
    record Text(String words, double size, boolean isBold, String colour, Rectangle2D room) {}

    /** A step or a message. */
    record Box(String element, Lane lane, boolean isMessage, List<String> words, Rectangle2D room) {}

    private static final List<List<Stage>> BANDS = List.of(
            List.of(
                    new Stage("Planning", List.of("stateParticipation", "flightPlanning")),
                    new Stage("Cost sharing", "costSharing"),
                    new Stage("Approval", "flightApproval"),
                    new Stage("Contract and permits", "jointFlight")),
            List.of(
                    new Stage("Operation", "flightOperation"),
                    new Stage("Settlement", "settlement"),
                    new Stage("Monitors’ reports", "monitorReport"),
                    new Stage("Retention", "retention")),
            List.of(
                    new Stage("A state withdraws", "subProcess_withdrawal"),
                    new Stage("Another day", "subProcess_postponement"),
                    new Stage("Another plan", "subProcess_planChange"),
                    new Stage("Suspended", "subProcess_suspension"),
                    new Stage("Cancelled", "subProcess_cancellation"),
                    new Stage("A serious incident", "seriousIncident"),
                    new Stage("A complaint", "complaint"),
                    new Stage("Restraint", "restraint"),
                    new Stage("Their texts", "fileRetention")));

    private static final List<String> BAND_TITLES = List.of(
            "Until the contract: nothing binds anybody outside", "From the gates to the erasure", "At any time");

    private static final List<Message> MESSAGES = List.of(
            new Message(Lane.ORGANISER, "serviceTask_publishOffer", "userTask_answerOffer", false),
            new Message(Lane.PARTICIPATING, "endEvent_answered", "userTask_consolidatePlan", false),
            new Message(Lane.EVERY_STATE, "endEvent_sharesAgreed", "userTask_setCeilings", false),
            new Message(Lane.OF_NO_PARTY, "endEvent_approved", "userTask_contractCarrier", false),
            new Message(Lane.ORGANISER, "startEvent_flightOver", "userTask_enterActualCost", false),
            new Message(Lane.CARRIER, "startEvent_quotesAsked", "userTask_enterQuote", false),
            new Message(Lane.CARRIER, "gateway_newPriceForRound", "userTask_enterNewPrice", false),
            new Message(Lane.CARRIER, "serviceTask_releaseAircraft", "userTask_contractCarrier", true),
            new Message(Lane.CARRIER, "serviceTask_recordDeparture", "userTask_clearDeparture", true),
            new Message(Lane.PARTICIPATING, "boundaryEvent_withdrewAtPoint", "userTask_confirmGates", false),
            new Message(Lane.OF_NO_PARTY, "boundaryEvent_ended", "userTask_recordLanding", false),
            new Message(Lane.OF_NO_PARTY, "boundaryEvent_recalled", "userTask_clearDeparture", false),
            new Message(Lane.FRONTEX, "startEvent_operationOver", "userTask_deliverReport", false),
            new Message(Lane.PARTICIPATING, "startEvent_stateWithdrew", "userTask_acknowledgeWithdrawal", false),
            new Message(Lane.ORGANISER, "startEvent_flightPostponed", "serviceTask_setClocksAnew", false),
            new Message(Lane.ORGANISER, "startEvent_planChanged", "serviceTask_startWorkAnew", false),
            new Message(Lane.EVERY_STATE, "startEvent_flightSuspended", "userTask_adviseOnResuming", true),
            new Message(Lane.CARRIER, "event_releaseAircraft", "serviceTask_closeCancelledFlight", true),
            new Message(Lane.ORGANISER, "startEvent_flightCancelled", "serviceTask_closeCancelledFlight", false),
            new Message(Lane.EVERY_STATE, "startEvent_incidentReported", "userTask_assessIncident", false),
            new Message(Lane.EVERY_STATE, "startEvent_complaintRegistered", "userTask_acknowledgeComplaint", false),
            new Message(Lane.ORGANISER, "startEvent_restraintRecorded", "userTask_reviewRestraint", false),
            new Message(Lane.OF_NO_PARTY, "event_holdsLifted", "serviceTask_eraseTexts", false),
            new Message(Lane.OF_NO_PARTY, "event_fileHoldsLifted", "serviceTask_eraseFileTexts", false));

    /** Where nobody does anything, the step itself is shown. */
    private static final Set<String> SHOWN_STEPS = Set.of(
            "serviceTask_eraseTexts",
            "serviceTask_eraseFileTexts",
            "serviceTask_setClocksAnew",
            "serviceTask_startWorkAnew",
            "serviceTask_closeCancelledFlight");

    private static final double MARGIN = 40;
    private static final double HEAD = 96;
    private static final double LANE_HEAD = 190;
    private static final double SLOT = 188;
    private static final double BOX = 162;
    private static final double PAD = 6;
    private static final double NAME = 13.5;
    private static final double SMALL = 11;
    private static final double BETWEEN_BANDS = 20;
    private static final double STAGE_HEAD = 34;
    /** Room at the top of each lane, along which a line runs past what is in it. */
    private static final double CHANNEL = 14;

    /** How far below the top of a box the lines from step to step run, and those of messages. */
    private static final double LEVEL = 34;

    private static final double MESSAGE_LEVEL = 13;

    private static final String INK = "#22303c";
    private static final String QUIET = "#53616d";
    private static final String CLOCK = "#8a3b12";

    private final LifeModels models;
    private final List<Text> texts = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final List<List<double[]>> lines = new ArrayList<>();
    private final StringBuilder ground = new StringBuilder();
    private final Map<Integer, Integer> linesInGap = new TreeMap<>();
    /** Two models may have a step of one id, never in one row. */
    private final Map<String, LifeModels> modelOf = new LinkedHashMap<>();

    private Rectangle2D legendAt = new Rectangle2D.Double();
    private double width;
    private double height;

    private WallChart(LifeModels models) {
        this.models = models;
    }

    /** Draws it from these models and tables. */
    static WallChart of(LifeModels models) {
        WallChart chart = new WallChart(models);
        chart.draw();
        return chart;
    }

    List<Text> texts() {
        return List.copyOf(texts);
    }

    List<Box> boxes() {
        return List.copyOf(boxes);
    }

    /** The straight parts of all lines between boxes. */
    List<Line2D> lineParts() {
        List<Line2D> parts = new ArrayList<>();
        lines.forEach(line -> {
            for (int i = 1; i < line.size(); i++) {
                parts.add(new Line2D.Double(line.get(i - 1)[0], line.get(i - 1)[1], line.get(i)[0], line.get(i)[1]));
            }
        });
        return parts;
    }

    Rectangle2D page() {
        return new Rectangle2D.Double(0, 0, width, height);
    }

    /** The ids of the tasks that are on it. */
    Set<String> tasks() {
        return boxes.stream()
                .filter(box -> !box.isMessage())
                .map(Box::element)
                .filter(element -> element.startsWith("userTask_"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void draw() {
        double y = HEAD;
        for (int band = 0; band < BANDS.size(); band++) {
            y = band(BANDS.get(band), BAND_TITLES.get(band), y) + BETWEEN_BANDS;
        }
        width += MARGIN;
        legend();
        height = y - BETWEEN_BANDS + MARGIN;
        text("The life of a joint return flight", MARGIN, 36, 1200, 30, true, INK);
        text(
                "Drawn from the models and decision tables in bpmn/, from left to right, in three rows. A task stands in the lane of the"
                        + " groups that may do it; what several are asked for stands in each of their lanes.",
                MARGIN,
                76,
                2600,
                14,
                false,
                QUIET);
    }

    /** To the right of the last row, which is the shortest. */
    private void legend() {
        double x = legendAt.getX() + 50;
        double room = width - MARGIN - x;
        double y = legendAt.getY() + 22;
        text("Who they are, and how to read it", x, y, room, 17, true, INK);
        y += 12;
        for (String paragraph : List.of(
                "France, the United Kingdom and every other state are organiser in one flight and take part in another; what a"
                        + " lane says holds for whoever is it in that flight. " + models.partiesThatNeedABasis(),
                "Frontex coordinates and finances; it never goes into the merits of a return decision. Where Frontex organises a"
                        + " flight itself, it is in the first lane.",
                "The carrier has no account. It is bound by the contract only, which comes after the last signature.",
                "A white box is somebody’s task: its name, whose it is, and in red its row of the table of deadlines. A yellow box is a"
                        + " message. Solid lines lead to what comes next; ways back are in the models alone.",
                "wd: working day of the party whose task it is. h: hour. D: day of departure. Late: who is told when it is late."
                        + " Never: what leads on if nobody ever does it.",
                "Clocks: ◷ is a timer of the model. Beside it, how long the answer to a gate counts, by the table of gates; one that"
                        + " is older is asked again. No answer means stop.")) {
            y += 8;
            for (String line : wrap(paragraph, room * 1.12, 16, false)) {
                y += 20;
                text(line, x, y, room, 16, false, INK);
            }
        }
    }

    /** Draws one row of stages; returns where it ends. */
    private double band(List<Stage> stages, String title, double top) {
        modelOf.clear();
        Map<String, Integer> slots = new LinkedHashMap<>();
        Map<Stage, Integer> firstSlot = new LinkedHashMap<>();
        int next = 0;
        for (Stage stage : stages) {
            firstSlot.put(stage, next);
            for (String root : stage.roots()) {
                next = place(root, next, slots);
            }
        }
        Map<Lane, Map<Integer, List<Content>>> cells = new TreeMap<>();
        for (Lane lane : Lane.values()) {
            cells.put(lane, new TreeMap<>());
        }
        slots.forEach((step, slot) -> lanesOf(step)
                .forEach((lane, roles) -> cells.get(lane)
                        .computeIfAbsent(slot, none -> new ArrayList<>())
                        .add(step(
                                step,
                                roles,
                                lane == of(step).lanes(step).keySet().iterator().next()))));
        List<Message> here = MESSAGES.stream()
                .filter(message -> slots.containsKey(message.task()))
                .toList();
        here.forEach(message -> cells.get(message.from())
                .computeIfAbsent(slots.get(message.task()), none -> new ArrayList<>())
                .add(message(message)));
        slots.forEach((step, slot) -> {
            List<String> clocks = clocksOf(step);
            if (!clocks.isEmpty()) {
                cells.get(Lane.CLOCKS)
                        .computeIfAbsent(slot, none -> new ArrayList<>())
                        .add(clocks(step, clocks));
            }
        });
        double right = MARGIN + LANE_HEAD + next * SLOT + 12;
        width = Math.max(width, right);
        legendAt = new Rectangle2D.Double(right, top, 0, 0);
        text(title, MARGIN, top + 22, LANE_HEAD + 600, 17, true, INK);
        double y = top + 32;
        for (Stage stage : stages) {
            int from = firstSlot.get(stage);
            int to = stages.indexOf(stage) + 1 < stages.size()
                    ? firstSlot.get(stages.get(stages.indexOf(stage) + 1))
                    : next;
            stageHead(stage.title(), x(from), x(to), y);
        }
        y += STAGE_HEAD;
        linesInGap.clear();
        Map<String, Box> placed = new LinkedHashMap<>();
        Map<Message, Box> sent = new LinkedHashMap<>();
        Map<Lane, Double> tops = new TreeMap<>();
        for (Lane lane : Lane.values()) {
            Map<Integer, List<Content>> cell = cells.get(lane);
            double inner = cell.values().stream()
                    .mapToDouble(stack -> stack.stream()
                            .mapToDouble(content -> content.height() + 8)
                            .sum())
                    .max()
                    .orElse(0);
            boolean isThin = cell.isEmpty() && stages != BANDS.get(0);
            double tall = isThin ? 28 : Math.max(inner + CHANNEL, laneHeadHeight(lane, stages));
            tops.put(lane, y);
            ground.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"#ffffff\" stroke-width=\"3\"/>%n",
                    n(MARGIN),
                    n(y),
                    n(right - MARGIN),
                    n(tall),
                    lane.colour));
            laneHead(lane, y, stages);
            for (var stack : cell.entrySet()) {
                double at = y + CHANNEL;
                for (Content content : stack.getValue()) {
                    Rectangle2D room = new Rectangle2D.Double(x(stack.getKey()), at, BOX, content.height());
                    Box box = new Box(
                            content.element(),
                            lane,
                            content.message() != null,
                            content.lines().stream().map(Line::words).toList(),
                            room);
                    write(content, box);
                    if (content.message() != null) {
                        sent.put(content.message(), box);
                    } else if (lane != Lane.CLOCKS) {
                        placed.putIfAbsent(content.element(), box);
                    }
                    at += content.height() + 8;
                }
            }
            y += tall;
        }
        goOn(slots, placed, tops);
        sent.forEach((message, box) -> {
            Box task = placed.get(message.task());
            if (message.isReply()) {
                sideways(task, box, slots.get(message.task()));
            } else {
                sideways(box, task, slots.get(message.task()));
            }
        });
        return y;
    }

    /** One after the other, and beside one another where a lane would be too high; returns the next free slot. */
    private int place(String root, int begin, Map<String, Integer> slots) {
        Map<Integer, List<String>> columns = new TreeMap<>();
        LifeModels here = models.asSeenBy(root);
        here.slots(root, SHOWN_STEPS).forEach((step, slot) -> {
            modelOf.put(step, here);
            columns.computeIfAbsent(slot, none -> new ArrayList<>()).add(step);
        });
        int next = begin;
        for (List<String> column : columns.values()) {
            Map<Lane, Integer> used = new TreeMap<>();
            int widest = 0;
            for (String step : column) {
                int beside = lanesOf(step).keySet().stream()
                        .mapToInt(lane -> used.getOrDefault(lane, 0))
                        .max()
                        .orElse(0);
                lanesOf(step).keySet().forEach(lane -> used.put(lane, beside + 1));
                slots.put(step, next + beside);
                widest = Math.max(widest, beside + 1);
            }
            next += widest;
        }
        return next;
    }

    /** From each step to those that follow it, further to the right. */
    private void goOn(Map<String, Integer> slots, Map<String, Box> placed, Map<Lane, Double> tops) {
        slots.forEach((step, slot) -> of(step).nextSteps(step, slots.keySet()).forEach(next -> {
            int there = slots.get(next);
            if (there <= slot || isReachedOtherwise(step, next, slots)) {
                return;
            }
            Box from = placed.get(step);
            Box to = placed.get(next);
            double fromX = from.room().getMaxX();
            double fromY = from.room().getY() + LEVEL;
            double toX = to.room().getMinX();
            double toY = to.room().getY() + LEVEL;
            List<double[]> line = new ArrayList<>();
            line.add(new double[] {fromX, fromY});
            if (there == slot + 1) {
                double gap = gap(there);
                line.add(new double[] {gap, fromY});
                line.add(new double[] {gap, toY});
            } else {
                double leave = gap(slot + 1);
                double enter = gap(there);
                double along = tops.get(to.lane()) + 3 + 3 * (linesInGap.getOrDefault(there, 0) % 4);
                line.add(new double[] {leave, fromY});
                line.add(new double[] {leave, along});
                line.add(new double[] {enter, along});
                line.add(new double[] {enter, toY});
            }
            line.add(new double[] {toX, toY});
            lines.add(line);
            ground.append(path(line, false));
        }));
    }

    /** By way of a third one, so that the straight line would say nothing new. */
    private boolean isReachedOtherwise(String step, String next, Map<String, Integer> slots) {
        return of(step).nextSteps(step, slots.keySet()).stream()
                .filter(between -> slots.get(between) > slots.get(step) && slots.get(between) < slots.get(next))
                .anyMatch(between ->
                        of(between).nextSteps(between, slots.keySet()).contains(next));
    }

    /** Between two boxes one above the other, past what lies between them. */
    private void sideways(Box from, Box to, int slot) {
        double gap = gap(slot);
        double fromY = from.room().getY() + MESSAGE_LEVEL;
        double toY = to.room().getY() + MESSAGE_LEVEL;
        List<double[]> line = List.of(
                new double[] {from.room().getMinX(), fromY},
                new double[] {gap, fromY},
                new double[] {gap, toY},
                new double[] {to.room().getMinX(), toY});
        lines.add(line);
        ground.append(path(line, true));
    }

    /** Before that slot, beside the lines that are there already. */
    private double gap(int slot) {
        int there = linesInGap.merge(slot, 1, Integer::sum) - 1;
        return x(slot) - 10 - 3.5 * (there % 5);
    }

    private static double x(int slot) {
        return MARGIN + LANE_HEAD + slot * SLOT + (SLOT - BOX);
    }

    private void stageHead(String title, double from, double to, double y) {
        double begin = from - (SLOT - BOX) + 4;
        double end = to - (SLOT - BOX) - 2;
        ground.append(String.format(
                Locale.ROOT,
                "<path d=\"M%s %s H%s L%s %s L%s %s H%s Z\" fill=\"#2f4858\"/>%n",
                n(begin),
                n(y),
                n(end - 10),
                n(end),
                n(y + 13),
                n(end - 10),
                n(y + 26),
                n(begin)));
        double size = textWidth(title, 14, true) < end - begin - 24 ? 14 : 12;
        text(title, begin + 8, y + 18, end - begin, size, true, "#ffffff");
    }

    private static double laneHeadHeight(Lane lane, List<Stage> stages) {
        return 32 + 14 * note(lane, stages).size();
    }

    /** Who they are is said once. */
    private static List<String> note(Lane lane, List<Stage> stages) {
        return stages == BANDS.get(0) ? wrap(lane.note, LANE_HEAD - 24, SMALL + 0.5, false) : List.of();
    }

    private void laneHead(Lane lane, double y, List<Stage> stages) {
        double at = y + 20;
        text(lane.title, MARGIN + 10, at, LANE_HEAD, 14, true, INK);
        for (String line : note(lane, stages)) {
            at += 14;
            text(line, MARGIN + 10, at, LANE_HEAD, SMALL + 0.5, false, QUIET);
        }
    }

    // What stands in a box

    private record Line(String words, double size, boolean isBold, String colour) {
        double height() {
            return size + 3.5;
        }
    }

    private record Content(String element, Message message, List<Line> lines) {
        double height() {
            return lines.stream().mapToDouble(Line::height).sum() + 2 * PAD;
        }
    }

    /** Its clocks stand in one lane only. */
    private Content step(String id, Collection<String> roles, boolean isFirst) {
        List<Line> content = new ArrayList<>();
        add(content, of(id).name(id), NAME, true, INK);
        add(content, String.join(", ", roles), SMALL, false, QUIET);
        if (of(id).isTask(id) && isFirst) {
            of(id).clock(id).forEach(line -> add(content, line, SMALL, false, CLOCK));
        }
        return new Content(id, null, content);
    }

    private Content message(Message message) {
        List<Line> content = new ArrayList<>();
        add(content, models.name(message.element()), SMALL + 1, false, INK);
        return new Content(message.element(), message, content);
    }

    private static Content clocks(String step, List<String> clocks) {
        List<Line> content = new ArrayList<>();
        clocks.forEach(clock -> add(content, clock, SMALL, false, CLOCK));
        return new Content(step, null, content);
    }

    private static void add(List<Line> content, String words, double size, boolean isBold, String colour) {
        wrap(words, BOX - 2 * PAD, size, isBold).forEach(line -> content.add(new Line(line, size, isBold, colour)));
    }

    private void write(Content content, Box box) {
        boxes.add(box);
        Rectangle2D room = box.room();
        if (box.lane() != Lane.CLOCKS) {
            ground.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"1.2\"%s/>%n",
                    n(room.getX()),
                    n(room.getY()),
                    n(room.getWidth()),
                    n(room.getHeight()),
                    box.isMessage() ? "12" : "6",
                    box.isMessage() ? "#fffdf2" : "#ffffff",
                    box.isMessage() ? "#8d7a2c" : "#44586a",
                    box.isMessage() ? " stroke-dasharray=\"4 3\"" : ""));
        }
        double y = room.getY() + PAD;
        for (Line line : content.lines()) {
            y += line.height();
            text(line.words(), room.getX() + PAD, y - 3.5, BOX, line.size(), line.isBold(), line.colour());
        }
    }

    private Map<Lane, List<String>> lanesOf(String step) {
        return of(step).lanes(step);
    }

    private List<String> clocksOf(String step) {
        return Stream.concat(of(step).timers(step).stream().map(name -> "◷ " + name), of(step).freshness(step).stream())
                .toList();
    }

    private LifeModels of(String step) {
        return modelOf.getOrDefault(step, models);
    }

    private void text(String words, double x, double y, double room, double size, boolean isBold, String colour) {
        texts.add(new Text(
                words,
                size,
                isBold,
                colour,
                new Rectangle2D.Double(x, y - size * 0.8, Math.min(room, textWidth(words, size, isBold)), size)));
    }

    /** Whole words, in lines that are no wider. */
    private static List<String> wrap(String words, double room, double size, boolean isBold) {
        List<String> wrapped = new ArrayList<>();
        String line = "";
        for (String word : words.split("(?<=-)| ", -1)) {
            String longer = line.isEmpty() || line.endsWith("-") ? line + word : line + " " + word;
            if (!line.isEmpty() && textWidth(longer, size, isBold) > room) {
                wrapped.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        wrapped.add(line);
        return wrapped;
    }

    /** No narrower than the common fonts set it, so that the sheet is the same on every machine. */
    private static double textWidth(String words, double size, boolean isBold) {
        double width = words.chars()
                .mapToDouble(sign -> "iljtfrI.,:;'’|!()[] ".indexOf(sign) >= 0
                        ? 0.36
                        : "mwMW◷".indexOf(sign) >= 0 ? 0.92 : Character.isUpperCase(sign) ? 0.68 : 0.57)
                .sum();
        return width * size * (isBold ? 1.06 : 1);
    }

    // As a file

    /** The sheet as SVG; the same for the same models, wherever it is drawn. */
    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"594mm\" height=\"%smm\""
                        + " font-family=\"'DejaVu Sans Condensed', 'Arial Narrow', Arial, Helvetica, sans-serif\">%n",
                n(width),
                n(height),
                n(594 * height / width)));
        svg.append("<title>The life of a joint return flight</title>\n");
        svg.append(
                "<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\""
                        + " orient=\"auto\"><path d=\"M0 0 L8 4 L0 8 Z\" fill=\"#44586a\"/></marker></defs>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        svg.append(ground);
        for (Text text : texts) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\"%s>%s</text>%n",
                    n(text.room().getX()),
                    n(text.room().getY() + text.size() * 0.8),
                    n(text.size()),
                    text.colour(),
                    text.isBold() ? " font-weight=\"bold\"" : "",
                    text.words().replace("&", "&amp;").replace("<", "&lt;")));
        }
        return svg.append("</svg>\n").toString().replace("\r\n", "\n");
    }

    private static String path(List<double[]> line, boolean isMessage) {
        String points =
                line.stream().map(point -> n(point[0]) + " " + n(point[1])).collect(Collectors.joining(" L"));
        return String.format(
                Locale.ROOT,
                "<path d=\"M%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.3\"%s marker-end=\"url(#tip)\"/>%n",
                points,
                isMessage ? "#8d7a2c" : "#44586a",
                isMessage ? " stroke-dasharray=\"5 3\"" : "");
    }

    private static String n(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded) ? String.valueOf((long) rounded) : String.valueOf(rounded);
    }
}
