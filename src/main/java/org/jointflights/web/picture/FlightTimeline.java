package org.jointflights.web.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.operation.ReadGateStates.PointState;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.overview.Wait;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.FlownLeg;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.StopOrder;
import org.jointflights.domain.picture.Scale;
import org.jointflights.domain.picture.TextMeasure;
import org.jointflights.web.overview.FlightWording;
import org.jspecify.annotations.Nullable;

/**
 * A flight along its time: the stages that it has passed, whom it waits for and until when, and its gates with their state. Every fact
 * has a line of its own, so that no text can lie over another.
 */
final class FlightTimeline {

    private static final long PX = Scale.PIXEL;
    private static final long WIDTH = 1_110 * PX;
    private static final long LEFT = 300 * PX;
    private static final long RIGHT = 670 * PX;
    private static final long TEXT = 686 * PX;
    private static final long NAME = 30 * PX;
    private static final long HEAD = 62 * PX;
    private static final long LINE = 24 * PX;
    private static final long BAR = 14 * PX;

    /** The axis goes on by this part of its length behind the last moment. */
    private static final int MARGIN = 40;

    /** How something stands; each has a sign of its own. */
    private enum State {
        DONE,
        NOW,
        LATE,
        TO_COME;

        private String look() {
            return switch (this) {
                case DONE -> "done";
                case NOW -> "going";
                case LATE -> "late";
                case TO_COME -> "coming";
            };
        }
    }

    private record Span(Instant from, Instant to, State state) {}

    /** {@code name} is what the table calls it, where that is longer than there is room for in the picture. */
    private record Line(@Nullable State state, String what, String name, List<Span> spans, String words) {

        private Line(@Nullable State state, String what, List<Span> spans, String words) {
            this(state, what, what, spans, words);
        }

        static Line heading(String words) {
            return new Line(null, words, List.of(), "");
        }
    }

    private final FlightFile.Head head;
    private final FlightFile.Overview overview;
    private final Flight flight;
    private final List<PointState> gates;
    private final Instant now;
    private final ZoneId zone;
    private final FlightWording say;
    private final Locale language;
    private final List<Line> lines = new ArrayList<>();

    private FlightTimeline(
            FlightFile.Head head, FlightFile.Overview overview, List<PointState> gates, Instant now, Locale language) {
        this.head = head;
        this.overview = overview;
        this.flight = head.flight();
        this.gates = gates;
        this.now = now;
        this.zone = flight.departure().getZone();
        this.say = new FlightWording(language);
        this.language = language;
    }

    /** As far as the reader of the flight's page may know it. */
    static Picture of(
            FlightFile.Head head, FlightFile.Overview overview, List<PointState> gates, Instant now, Locale language) {
        return new FlightTimeline(head, overview, gates, now, language).picture();
    }

    private Picture picture() {
        List<Wait> waits = Wait.grouped(head.waits()).stream()
                .sorted(Comparator.comparing(FlightTimeline::due))
                .toList();
        lines.add(Line.heading(said("picture.timeline.stages")));
        stages();
        if (!waits.isEmpty() || isStopped()) {
            lines.add(Line.heading(said("picture.timeline.holders")));
            stops();
            waits.forEach(this::waiting);
        }
        if (!gates.isEmpty()) {
            lines.add(Line.heading(said("picture.timeline.gates")));
            gates.forEach(this::gate);
        }
        String title = said("picture.timeline.title", flight.reference());
        String description = said(
                "picture.timeline.description",
                flight.stage().words(),
                say.date(flight.stageSince(), zone),
                say.time(flight.departure()),
                zone.getId(),
                holder(waits));
        return new Picture(
                "timeline",
                drawn(title, description),
                title,
                description,
                List.of(said("picture.timeline.note", zone.getId())),
                table(title));
    }

    /** What is due first holds it up first. */
    private static Instant due(Wait wait) {
        WaitingTask task = wait.task();
        return task == null ? Instant.MAX : Objects.requireNonNullElse(task.due(), Instant.MAX);
    }

    private boolean isStopped() {
        return !overview.standing().orders().isEmpty()
                || !overview.standing().stops().isEmpty();
    }

    /** Who comes first among those who hold it up. */
    private String holder(List<Wait> waits) {
        if (flight.isSuspended()) {
            return said("picture.timeline.suspended");
        }
        if (isStopped()) {
            return said("picture.timeline.isStopped");
        }
        return waits.stream()
                .findFirst()
                .map(wait -> said("picture.timeline.held", who(wait), what(wait)))
                .orElse(said(flight.stage().isOver() ? "picture.timeline.over" : "picture.timeline.nobody"));
    }

    private record Reached(Stage stage, Instant at) {}

    private void stages() {
        List<Reached> reached = new ArrayList<>();
        for (TrailEntry entry : overview.trail()) {
            Stage stage = stageOf(entry);
            if (stage != null) {
                reached.add(new Reached(stage, entry.at()));
            }
        }
        boolean knowsLast = !reached.isEmpty() && reached.get(reached.size() - 1).stage == flight.stage();
        if (!knowsLast) {
            reached.add(new Reached(flight.stage(), flight.stageSince()));
        }
        for (Stage stage : Stage.values()) {
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i < reached.size(); i++) {
                boolean last = i == reached.size() - 1;
                if (reached.get(i).stage == stage) {
                    Instant from = reached.get(i).at;
                    State state = last && !stage.isOver() ? State.NOW : State.DONE;
                    Instant to = last ? (stage.isOver() ? from : later(from, now)) : reached.get(i + 1).at;
                    spans.add(new Span(from, to, state));
                }
            }
            if (!spans.isEmpty() || isToCome(stage)) {
                lines.add(stageLine(stage, spans));
            }
        }
    }

    private boolean isToCome(Stage stage) {
        return !flight.stage().isOver()
                && stage.compareTo(flight.stage()) > 0
                && stage != Stage.CANCELLED
                && stage != Stage.GIVEN_UP;
    }

    private Line stageLine(Stage stage, List<Span> spans) {
        String name = say.stage(stage);
        if (spans.isEmpty()) {
            return new Line(State.TO_COME, name, spans, said("picture.timeline.toCome"));
        }
        Span last = spans.get(spans.size() - 1);
        Instant first = spans.get(0).from;
        String words = last.state == State.NOW
                ? said("picture.timeline.since", say.date(last.from, zone))
                : stage.isOver() ? say.date(last.from, zone) : fromTo(first, last.to);
        return new Line(last.state, name, spans, words);
    }

    private String fromTo(Instant from, Instant to) {
        String one = say.date(from, zone);
        String other = say.date(to, zone);
        return one.equals(other) ? one : said("picture.timeline.fromTo", one, other);
    }

    private static @Nullable Stage stageOf(TrailEntry entry) {
        if (entry.event() == TrailEvent.PROPOSED) {
            return Stage.PLANNING;
        }
        if (entry.event() != TrailEvent.STAGE || entry.arguments().isEmpty()) {
            return null;
        }
        Object words = entry.arguments().get(0);
        return Stream.of(Stage.values())
                .filter(stage -> stage.words().equals(words))
                .findFirst()
                .orElse(null);
    }

    private void stops() {
        for (StopOrder order : overview.standing().orders()) {
            lines.add(new Line(
                    State.LATE,
                    said("picture.timeline.order", order.number(), order.whom()),
                    List.of(new Span(order.at(), later(order.at(), now), State.LATE)),
                    said("picture.timeline.stoppedSince", say.time(order.at(), zone))));
        }
        for (GateAnswer stop : overview.standing().stops()) {
            lines.add(new Line(
                    State.LATE,
                    stop.question().words().in(language),
                    List.of(new Span(stop.at(), later(stop.at(), now), State.LATE)),
                    said("picture.timeline.stoppedSince", say.time(stop.at(), zone))));
        }
    }

    private String who(Wait wait) {
        return wait.task() == null ? say.partyName(Objects.requireNonNull(wait.party())) : say.groups(wait.groups());
    }

    /** With as many letters as there is room for: of many groups the codes of their parties. */
    private String whoInShort(Wait wait) {
        String whole = who(wait);
        if (wait.groups().size() < 2 || TextMeasure.width(whole, Svg.LETTERS, true) <= LEFT - NAME - 14 * PX) {
            return whole;
        }
        return wait.groups().stream()
                .map(group -> {
                    Party party = Viewer.partyOf(group);
                    return party == null ? say.group(group) : party.code();
                })
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String what(Wait wait) {
        WaitingTask task = wait.task();
        if (task == null) {
            return said("picture.timeline.own");
        }
        Instant due = task.due();
        if (due == null) {
            return said(
                    "picture.timeline.task", task.name(), said("picture.timeline.since", say.date(task.since(), zone)));
        }
        String code = wait.overdue() ? "picture.timeline.wasDue" : "picture.timeline.due";
        return said("picture.timeline.task", task.name(), said(code, say.time(due, zone)));
    }

    private void waiting(Wait wait) {
        WaitingTask task = wait.task();
        if (task == null) {
            lines.add(new Line(State.NOW, whoInShort(wait), who(wait), List.of(), what(wait)));
            return;
        }
        Instant due = task.due();
        List<Span> spans = new ArrayList<>();
        if (due == null) {
            spans.add(new Span(task.since(), later(task.since(), now), State.NOW));
        } else if (wait.overdue()) {
            Instant begun = due.isBefore(task.since()) ? due : task.since();
            spans.add(new Span(begun, due, State.NOW));
            spans.add(new Span(due, later(due, now), State.LATE));
        } else {
            spans.add(new Span(task.since(), later(task.since(), now), State.NOW));
            spans.add(new Span(later(task.since(), now), due, State.TO_COME));
        }
        lines.add(new Line(wait.overdue() ? State.LATE : State.NOW, whoInShort(wait), who(wait), spans, what(wait)));
    }

    private void gate(PointState gate) {
        Instant opens;
        Instant due;
        if (gate.point().isOfCountDown() || gate.stop() == 0) {
            opens = gate.point().opensAt(flight.departure());
            due = gate.point().dueAt(flight.departure());
        } else {
            opens = landing(gate.stop());
            due = opens;
        }
        State state = gate.stopped() > 0
                ? State.LATE
                : gate.confirmed() == gate.asked() ? State.DONE : now.isBefore(opens) ? State.TO_COME : State.NOW;
        String words = gate.stopped() > 0
                ? said("picture.timeline.gate.stopped", gate.confirmed(), gate.asked(), gate.stopped())
                : state == State.TO_COME
                        ? said("picture.timeline.gate.opens", gate.asked(), say.date(opens, zone))
                        : said("picture.timeline.gate", gate.confirmed(), gate.asked());
        lines.add(new Line(state, gateName(gate), List.of(new Span(opens, due, state)), words));
    }

    private String gateName(PointState gate) {
        String point = gate.point().words().in(language);
        return gate.stop() == 0 ? point : said("picture.timeline.gate.at", point, airport(gate.stop()));
    }

    private String airport(int stop) {
        List<FlownLeg> legs = overview.way().legs();
        return stop <= legs.size() ? legs.get(stop - 1).to() : "";
    }

    /** The moment at which the aircraft reaches the stop, as far as it is known. */
    private Instant landing(int stop) {
        List<FlownLeg> legs = overview.way().legs();
        if (stop > legs.size()) {
            return flight.departure().toInstant();
        }
        FlownLeg leg = legs.get(stop - 1);
        return Stream.of(leg.landed(), leg.expected(), leg.planned())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(flight.departure().toInstant());
    }

    private String drawn(String title, String description) {
        Instant first = flight.stageSince();
        Instant last = later(flight.stageSince(), flight.departure().toInstant());
        for (FlownLeg leg : overview.way().legs()) {
            last = later(last, Objects.requireNonNullElse(leg.planned(), last));
        }
        if (!flight.stage().isOver()) {
            last = later(last, now);
        }
        for (Line line : lines) {
            for (Span span : line.spans) {
                first = span.from.isBefore(first) ? span.from : first;
                last = later(last, span.to);
            }
        }
        last = last.plus(Duration.between(first, last).dividedBy(MARGIN));
        TimeAxis axis = TimeAxis.of(first, last, zone, LEFT, RIGHT, language);
        long height = HEAD + lines.size() * LINE + 8 * PX;
        Svg svg = new Svg("timeline", WIDTH, height, title, description);
        background(svg);
        axis.net(svg, HEAD - 9 * PX, height - 4 * PX);
        long y = HEAD;
        for (Line line : lines) {
            line(svg, axis, line, y);
            y += LINE;
        }
        marks(svg, axis, height - 4 * PX);
        return svg.markup();
    }

    private void marks(Svg svg, TimeAxis axis, long bottom) {
        Instant departure = flight.departure().toInstant();
        boolean showsNow = !flight.stage().isOver() && axis.shows(now);
        axis.mark(svg, "departs", departure, HEAD - 26 * PX, bottom);
        if (showsNow) {
            axis.mark(svg, "now", now, HEAD - 42 * PX, bottom);
        }
        axis.days(svg, HEAD - 14 * PX);
        if (showsNow) {
            axis.label(svg, "now", now, HEAD - 48 * PX, WIDTH, said("picture.now", say.time(now, zone)));
        }
        String departs = said("picture.timeline.departure", say.time(flight.departure()));
        axis.label(svg, "departs", departure, HEAD - 32 * PX, WIDTH, departs);
    }

    /** Every other line of a part has a ground, so that the eye finds from the name to the words. */
    private void background(Svg svg) {
        long y = HEAD;
        boolean even = false;
        for (Line line : lines) {
            even = line.state != null && !even;
            if (even) {
                svg.rect("stripe", 0, y, WIDTH, LINE);
            }
            y += LINE;
        }
    }

    private static void line(Svg svg, TimeAxis axis, Line line, long y) {
        long base = y + 16 * PX + 50;
        State state = line.state;
        if (state == null) {
            svg.fitted("heading", 8 * PX, base, Svg.LETTERS, true, Svg.Anchor.START, line.what, LEFT - 16 * PX);
            svg.line("net", 8 * PX, y + LINE, WIDTH - 8 * PX, y + LINE);
            return;
        }
        sign(svg, state, 15 * PX, y + LINE / 2);
        boolean bold = state == State.NOW || state == State.LATE;
        svg.fitted("words", NAME, base, Svg.LETTERS, bold, Svg.Anchor.START, line.what, LEFT - NAME - 14 * PX);
        for (Span span : line.spans) {
            long from = axis.at(span.from);
            // However short it was, it can be seen.
            long length = Math.max(3 * PX, axis.at(span.to) - from);
            long top = y + (LINE - BAR) / 2;
            String look = span.state.look();
            switch (span.state) {
                case NOW -> svg.patterned("hatch", look, from, top, length, BAR);
                case LATE -> svg.patterned("dots", look, from, top, length, BAR);
                case DONE, TO_COME -> svg.rect(look, from, top, length, BAR);
            }
        }
        String look = state == State.LATE ? "bad" : state == State.TO_COME ? "quiet" : "words";
        svg.fitted(
                look, TEXT, base, Svg.SMALL, state == State.LATE, Svg.Anchor.START, line.words, WIDTH - TEXT - 8 * PX);
    }

    /** Done: a tick; going on: a full ring; late or stopped: a cross; to come: an empty ring. */
    private static void sign(Svg svg, State state, long x, long y) {
        svg.circle(state.look(), x, y, 6 * PX);
        String at = "translate(" + Svg.pixels(x) + " " + Svg.pixels(y) + ")";
        switch (state) {
            case DONE -> svg.element("path", "class", "tick", "transform", at, "d", "M-3 0 L-1 2.5 L3 -2.5");
            case LATE ->
                svg.element("path", "class", "tick", "transform", at, "d", "M-2.5 -2.5 L2.5 2.5 M2.5 -2.5 L-2.5 2.5");
            case NOW -> svg.circle("core", x, y, 250);
            case TO_COME -> {}
        }
    }

    private PictureTable table(String title) {
        PictureTable.Rows rows = new PictureTable.Rows();
        String part = "";
        for (Line line : lines) {
            State state = line.state;
            if (state == null) {
                part = line.what;
            } else {
                rows.add(line.name, part, said("picture.state." + state.name()), line.words);
            }
        }
        rows.add(
                said("picture.timeline.departureRow"),
                "",
                said("picture.state."
                        + (now.isBefore(flight.departure().toInstant()) ? State.TO_COME : State.DONE).name()),
                say.time(flight.departure()));
        return rows.of(
                title,
                new PictureTable.Column(said("picture.column.what"), false),
                new PictureTable.Column(said("picture.column.part"), false),
                new PictureTable.Column(said("picture.column.state"), false),
                new PictureTable.Column(said("picture.column.when"), false));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private String said(String code, Object... gaps) {
        return Sentence.of(code, gaps).in(language);
    }
}
