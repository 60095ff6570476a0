package org.jointflights.web.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.jointflights.domain.picture.MoneyFlow;
import org.jointflights.domain.picture.Scale;

/** Who pays what: a waterfall from what the flight costs down to nothing, and one bar for each party of what its part is made of. */
final class MoneyPicture {

    private static final long PX = Scale.PIXEL;
    private static final long WIDTH = 1_040 * PX;
    private static final long LEFT = 290 * PX;
    private static final long RIGHT = 690 * PX;
    private static final long SUMS = 850 * PX;
    private static final long LINE = 24 * PX;
    private static final long BAR = 15 * PX;
    private static final long HEAD = 8 * PX;
    private static final long NAME = 14 * PX;

    /** From where to where, in cents, and what it is. */
    private record Part(long from, long to, String look, String pattern) {}

    private record Step(String name, List<Part> parts, String sum, String note, boolean isHeading, boolean isSum) {

        static Step heading(String name) {
            return new Step(name, List.of(), "", "", true, false);
        }
    }

    private final MoneyFlow flow;
    private final Locale language;
    private final boolean posted;
    private final List<Step> steps = new ArrayList<>();

    private MoneyPicture(MoneyFlow flow, boolean posted, Locale language) {
        this.flow = flow;
        this.posted = posted;
        this.language = language;
    }

    static Picture of(
            OperationReference reference, MoneyFlow flow, boolean posted, List<String> notes, Locale language) {
        return new MoneyPicture(flow, posted, language).picture(reference, notes);
    }

    private Picture picture(OperationReference reference, List<String> notes) {
        waterfall();
        int ofFlight = steps.size();
        parties();
        String title = said(posted ? "picture.money.title.posted" : "picture.money.title.planned", reference);
        boolean adds = flow.addsUp() && flow.reliefAddsUp();
        String description = said(
                adds ? "picture.money.description" : "picture.money.wrong", flow.total(), flow.granted(), flow.borne());
        List<String> all = new ArrayList<>(notes);
        all.add(said("picture.money.note"));
        return new Picture(
                posted ? "posted" : "money",
                drawn(ofFlight, title, description),
                title,
                description,
                all,
                table(title));
    }

    private void waterfall() {
        steps.add(Step.heading(said("picture.money.flight")));
        long total = flow.total().minor();
        long direct = flow.direct().minor();
        steps.add(sum(said("picture.money.total"), 0, total, "total", "", flow.total()));
        steps.add(step(said("picture.money.direct"), 0, direct, "direct", "", flow.direct()));
        steps.add(step(said("picture.money.common"), direct, total, "common", "hatch", flow.common()));
        long left = total;
        for (Map.Entry<Fund, Money> grant : flow.grants().entrySet()) {
            long next = left - grant.getValue().minor();
            steps.add(step(
                    fund(grant.getKey()),
                    next,
                    left,
                    "grant",
                    "dots",
                    grant.getValue().negated()));
            left = next;
        }
        steps.add(sum(said("picture.money.left"), 0, left, "total", "", flow.borne()));
        for (Map.Entry<Party, MoneyFlow.Borne> party : flow.parties().entrySet()) {
            Money borne = party.getValue().total();
            long next = left - borne.minor();
            if (!borne.isZero()) {
                steps.add(step(name(party.getKey()), next, left, "share", "", borne));
            }
            left = next;
        }
    }

    private void parties() {
        steps.add(Step.heading(said("picture.money.parties")));
        flow.parties().forEach((party, borne) -> {
            long own = borne.direct().minor();
            long all = own + borne.common().minor();
            List<Part> parts = new ArrayList<>();
            parts.add(new Part(0, own, "direct", ""));
            parts.add(new Part(own, all, "common", "hatch"));
            parts.add(new Part(all, borne.before().minor(), "grant", "dots"));
            String note = borne.relief().isZero() ? "" : said("picture.money.of", figure(borne.before()));
            steps.add(new Step(name(party), parts, figure(borne.total()), note, false, false));
        });
    }

    private Step step(String name, long from, long to, String look, String pattern, Money amount) {
        return new Step(name, List.of(new Part(from, to, look, pattern)), figure(amount), "", false, false);
    }

    private Step sum(String name, long from, long to, String look, String pattern, Money amount) {
        return new Step(name, List.of(new Part(from, to, look, pattern)), figure(amount), "", false, true);
    }

    private static Scale scale(List<Step> some) {
        return Scale.fromZero(
                LEFT,
                RIGHT,
                some.stream()
                        .flatMap(step -> step.parts.stream())
                        .flatMap(part -> List.of(part.from, part.to).stream())
                        .toList());
    }

    /** The flight and its parties have scales of their own: a small part is seen beside other small parts. */
    private String drawn(int ofFlight, String title, String description) {
        Scale whole = scale(steps.subList(0, ofFlight));
        Scale each = scale(steps.subList(ofFlight, steps.size()));
        long height = HEAD + steps.size() * LINE + 8 * PX;
        Svg svg = new Svg(posted ? "posted" : "money", WIDTH, height, title, description);
        long y = HEAD;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            Scale scale = i < ofFlight ? whole : each;
            if (step.isHeading) {
                long bottom = i < ofFlight ? HEAD + ofFlight * LINE : height - 4 * PX;
                svg.line("net", scale.at(0), y + LINE, scale.at(0), bottom);
                svg.fitted(
                        "heading",
                        NAME - 6 * PX,
                        base(y),
                        Svg.LETTERS,
                        true,
                        Svg.Anchor.START,
                        step.name,
                        LEFT - 2 * NAME);
                svg.text("quiet", SUMS, base(y), Svg.SMALL, false, Svg.Anchor.END, said("picture.money.euro"));
            } else {
                line(svg, step, scale, y);
            }
            y += LINE;
        }
        return svg.markup();
    }

    private static long base(long y) {
        return y + 16 * PX + 50;
    }

    private static void line(Svg svg, Step step, Scale scale, long y) {
        svg.fitted("words", NAME, base(y), Svg.LETTERS, step.isSum, Svg.Anchor.START, step.name, LEFT - NAME - 12 * PX);
        for (Part part : step.parts) {
            long from = scale.at(Math.min(part.from, part.to));
            long length = scale.at(Math.max(part.from, part.to)) - from;
            long top = y + (LINE - BAR) / 2;
            if (length > 0 && part.pattern.isEmpty()) {
                svg.rect(part.look, from, top, length, BAR);
            } else if (length > 0) {
                svg.patterned(part.pattern, part.look, from, top, length, BAR);
            }
        }
        svg.text("words", SUMS, base(y), Svg.LETTERS, step.isSum, Svg.Anchor.END, step.sum);
        svg.fitted(
                "quiet",
                SUMS + 10 * PX,
                base(y),
                Svg.SMALL,
                false,
                Svg.Anchor.START,
                step.note,
                WIDTH - SUMS - 14 * PX);
    }

    private PictureTable table(String title) {
        PictureTable.Rows rows = new PictureTable.Rows();
        String part = "";
        for (Step step : steps) {
            if (step.isHeading) {
                part = step.name;
            } else {
                rows.add(step.name, part, step.sum, step.note);
            }
        }
        return rows.of(
                title,
                new PictureTable.Column(said("picture.column.what"), false),
                new PictureTable.Column(said("picture.column.part"), false),
                new PictureTable.Column(said("picture.money.euro"), true),
                new PictureTable.Column(said("picture.column.before"), false));
    }

    private String fund(Fund fund) {
        return said("picture.money.grant", Sentence.of("settlement.fund." + fund));
    }

    private String name(Party party) {
        return party.name(language);
    }

    private String figure(Money amount) {
        return MoneyText.figure(amount, language);
    }

    private String said(String code, Object... gaps) {
        return Sentence.of(code, gaps).in(language);
    }
}
