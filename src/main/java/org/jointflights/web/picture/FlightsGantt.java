package org.jointflights.web.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jointflights.application.overview.FlightRow;
import org.jointflights.application.overview.FlightStages.Reached;
import org.jointflights.application.overview.ListedFlight;
import org.jointflights.application.overview.Wait;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.picture.Scale;
import org.jointflights.domain.picture.TextMeasure;
import org.jointflights.web.overview.FlightWording;
import org.jspecify.annotations.Nullable;

/** Flights side by side along one time: the stages that each has passed, its departure, its next deadline, and today. */
final class FlightsGantt {

    private static final long PX = Scale.PIXEL;
    private static final long WIDTH = 1_240 * PX;
    private static final long LEFT = 270 * PX;
    private static final long RIGHT = 868 * PX;
    private static final long TEXT = 882 * PX;
    private static final long HEAD = 48 * PX;
    private static final long LINE = 26 * PX;
    private static final long BAR = 18 * PX;

    /** What is longer ago, or further ahead, lies at the edge: among flights under way nobody looks for it. */
    private static final Duration BEFORE = Duration.ofDays(200);

    private static final Duration AHEAD = Duration.ofDays(400);
    private static final int MARGIN = 40;
    private static final String DUE = "M-5 -6 L5 -6 L0 4 z";
    private static final String OVERDUE = "M-4 -4 L4 4 M4 -4 L-4 4";

    private record Span(Stage stage, Instant from, Instant to) {}

    private record Line(
            ListedFlight listed, List<Span> spans, @Nullable Wait next) {

        FlightRow flight() {
            return listed.flight();
        }
    }

    private final Instant now;
    private final FlightWording say;
    private final Locale language;
    private final List<Line> lines;

    private FlightsGantt(
            List<ListedFlight> flights, Map<OperationReference, List<Reached>> stages, Instant now, Locale language) {
        this.now = now;
        this.say = new FlightWording(language);
        this.language = language;
        this.lines = flights.stream()
                .map(flight -> new Line(
                        flight,
                        spans(
                                flight.flight(),
                                stages.getOrDefault(flight.flight().reference(), List.of()),
                                now),
                        next(flight)))
                .toList();
    }

    /** At least one flight, as far as the reader of the list may know it; the zone is that of nobody's airport: UTC. */
    static Picture of(
            List<ListedFlight> flights, Map<OperationReference, List<Reached>> stages, Instant now, Locale language) {
        return new FlightsGantt(flights, stages, now, language).picture();
    }

    private static List<Span> spans(FlightRow flight, List<Reached> known, Instant now) {
        List<Reached> reached = new ArrayList<>(known);
        if (reached.isEmpty() || reached.get(reached.size() - 1).stage() != flight.stage()) {
            reached.add(new Reached(flight.stage(), flight.stageSince()));
        }
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < reached.size(); i++) {
            Instant from = reached.get(i).at();
            boolean last = i == reached.size() - 1;
            if (last && flight.stage().isOver()) {
                break;
            }
            spans.add(new Span(
                    reached.get(i).stage(),
                    from,
                    last ? (now.isAfter(from) ? now : from) : reached.get(i + 1).at()));
        }
        return List.copyOf(spans);
    }

    /** The wait that is due first. */
    private static @Nullable Wait next(ListedFlight flight) {
        return flight.waits().stream()
                .filter(wait -> due(wait) != null)
                .min((one, other) -> Objects.requireNonNull(due(one)).compareTo(Objects.requireNonNull(due(other))))
                .orElse(null);
    }

    private static @Nullable Instant due(Wait wait) {
        WaitingTask task = wait.task();
        return task == null ? null : task.due();
    }

    private Picture picture() {
        String title = said("picture.gantt.title");
        long late = lines.stream().filter(line -> line.listed.isOverdue()).count();
        String description = said("picture.gantt.description", lines.size(), say.date(now, ZoneOffset.UTC), late);
        return new Picture(
                "gantt",
                drawn(title, description),
                title,
                description,
                List.of(said("picture.gantt.note")),
                table(title));
    }

    private String drawn(String title, String description) {
        TimeAxis axis = axis();
        long bottom = HEAD + lines.size() * LINE + 4 * PX;
        Svg svg = new Svg("gantt", WIDTH, bottom + 56 * PX, title, description);
        for (int i = 1; i < lines.size(); i += 2) {
            svg.rect("stripe", 0, HEAD + i * LINE, WIDTH, LINE);
        }
        axis.net(svg, HEAD - 9 * PX, bottom);
        if (axis.shows(now)) {
            axis.mark(svg, "now", now, HEAD - 26 * PX, bottom);
        }
        for (int i = 0; i < lines.size(); i++) {
            line(svg, axis, lines.get(i), HEAD + i * LINE);
        }
        axis.days(svg, HEAD - 14 * PX);
        if (axis.shows(now)) {
            axis.label(
                    svg, "now", now, HEAD - 32 * PX, WIDTH, said("picture.gantt.today", say.date(now, ZoneOffset.UTC)));
        }
        legend(svg, bottom + 22 * PX);
        return svg.markup();
    }

    /** Which look each stage has, in their order, and what the signs mean. */
    private void legend(Svg svg, long base) {
        long x = 8 * PX;
        for (Stage stage : Stage.values()) {
            if (!stage.isOver()) {
                svg.rect(look(stage), x, base - 10 * PX, 14 * PX, 12 * PX);
                x = said(svg, x + 19 * PX, base, say.stage(stage));
            }
        }
        long signs = base + 22 * PX;
        diamond(svg, "departure", 15 * PX, signs - 4 * PX);
        x = said(svg, 27 * PX, signs, said("picture.gantt.departure"));
        sign(svg, "due", x + 7 * PX, signs - 4 * PX, DUE);
        x = said(svg, x + 19 * PX, signs, said("picture.gantt.due"));
        sign(svg, "overdue", x + 7 * PX, signs - 4 * PX, OVERDUE);
        said(svg, x + 19 * PX, signs, said("picture.gantt.overdue"));
    }

    /** Where the next text may begin. */
    private static long said(Svg svg, long x, long base, String words) {
        svg.text("words", x, base, Svg.SMALL, false, Svg.Anchor.START, words);
        return x + TextMeasure.width(words, Svg.SMALL, false) + 16 * PX;
    }

    private static String look(Stage stage) {
        return "stage-" + stage.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Around what is under way; where all is over, around all of it. */
    private TimeAxis axis() {
        List<Line> open =
                lines.stream().filter(line -> !line.flight().stage().isOver()).toList();
        Instant first = earliest(open.isEmpty() ? lines : open);
        Instant last = latest(open.isEmpty() ? lines : open);
        if (!open.isEmpty()) {
            Instant before = now.minus(BEFORE);
            Instant ahead = now.plus(AHEAD);
            first = first.isBefore(before) ? before : first;
            last = now.isAfter(last) ? now : last;
            last = last.isAfter(ahead) ? ahead : last;
        }
        last = last.plus(Duration.between(first, last).dividedBy(MARGIN)).plusSeconds(1);
        return TimeAxis.of(first, last, ZoneOffset.UTC, LEFT, RIGHT, language);
    }

    private static Stream<Instant> moments(Line line) {
        Instant due = line.next == null ? null : due(line.next);
        return Stream.concat(
                Stream.of(
                        line.flight().departure().toInstant(),
                        Objects.requireNonNullElse(due, line.flight().stageSince())),
                line.spans.stream().flatMap(span -> Stream.of(span.from, span.to)));
    }

    private static Instant earliest(List<Line> some) {
        return some.stream()
                .flatMap(FlightsGantt::moments)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static Instant latest(List<Line> some) {
        return some.stream()
                .flatMap(FlightsGantt::moments)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private void line(Svg svg, TimeAxis axis, Line line, long y) {
        FlightRow flight = line.flight();
        long base = y + 17 * PX;
        svg.fitted("words", 8 * PX, base, Svg.LETTERS, true, Svg.Anchor.START, name(flight), LEFT - 18 * PX);
        for (Span span : line.spans) {
            if (span.to.isAfter(axis.first()) && span.from.isBefore(axis.last())) {
                span(svg, axis, span, y);
            }
        }
        Instant departure = flight.departure().toInstant();
        if (axis.shows(departure)) {
            diamond(svg, "departure", axis.at(departure), y + LINE / 2);
        } else {
            // Beyond the edge: an arrow shows to which side.
            long x = departure.isBefore(axis.first()) ? LEFT : RIGHT;
            String path = departure.isBefore(axis.first()) ? "M0 0 L7 -5 L7 5 z" : "M0 0 L-7 -5 L-7 5 z";
            sign(svg, "beyond", x, y + LINE / 2, path);
        }
        Instant due = line.next == null ? null : due(line.next);
        if (due != null && axis.shows(due)) {
            boolean late = due.isBefore(now);
            sign(svg, late ? "overdue" : "due", axis.at(due), y + LINE / 2, late ? OVERDUE : DUE);
        }
        boolean late = line.listed.isOverdue() || line.listed.failed();
        svg.fitted(
                late ? "bad" : flight.stage().isOver() ? "quiet" : "words",
                TEXT,
                base,
                Svg.SMALL,
                late,
                Svg.Anchor.START,
                state(line),
                WIDTH - TEXT - 8 * PX);
    }

    private static void span(Svg svg, TimeAxis axis, Span span, long y) {
        long from = axis.at(span.from);
        long length = Math.max(2 * PX, axis.at(span.to) - from);
        svg.rect(look(span.stage), from, y + (LINE - BAR) / 2, length, BAR);
    }

    private static void diamond(Svg svg, String look, long x, long y) {
        sign(svg, look, x, y, "M0 -7 L6 0 L0 7 L-6 0 z");
    }

    private static void sign(Svg svg, String look, long x, long y, String path) {
        String place = "translate(" + Svg.pixels(x) + " " + Svg.pixels(y) + ")";
        svg.element("path", "class", look, "transform", place, "d", path);
    }

    private String name(FlightRow flight) {
        return flight.reference() + ", " + say.destination(flight.destination());
    }

    /** The stage in words, and what is due next. */
    private String state(Line line) {
        String stage = say.stage(line.flight().stage());
        Wait next = line.next;
        Instant due = next == null ? null : due(next);
        if (due == null) {
            return stage;
        }
        String code = due.isBefore(now) ? "picture.gantt.late" : "picture.gantt.next";
        return said(code, stage, say.date(due, zone(line)));
    }

    private static ZoneId zone(Line line) {
        return line.flight().departure().getZone();
    }

    private PictureTable table(String title) {
        PictureTable.Rows rows = new PictureTable.Rows();
        for (Line line : lines) {
            FlightRow flight = line.flight();
            Wait next = line.next;
            Instant due = next == null ? null : due(next);
            rows.add(
                    flight.reference().value(),
                    say.destination(flight.destination()),
                    say.stage(flight.stage()),
                    say.date(flight.stageSince(), zone(line)),
                    say.time(flight.departure()),
                    due == null ? "" : say.time(due, zone(line)),
                    next == null ? "" : say.groups(next.groups()));
        }
        return rows.of(
                title,
                new PictureTable.Column(said("picture.column.flight"), false),
                new PictureTable.Column(said("picture.column.destination"), false),
                new PictureTable.Column(said("picture.column.stage"), false),
                new PictureTable.Column(said("picture.column.since"), false),
                new PictureTable.Column(said("picture.column.departure"), false),
                new PictureTable.Column(said("picture.column.due"), false),
                new PictureTable.Column(said("picture.column.who"), false));
    }

    private String said(String code, Object... gaps) {
        return Sentence.of(code, gaps).in(language);
    }
}
