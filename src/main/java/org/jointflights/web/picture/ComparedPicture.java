package org.jointflights.web.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.jointflights.domain.picture.Scale;
import org.jointflights.domain.scenario.ComparedShares;
import org.jspecify.annotations.Nullable;

/** Two scenarios side by side: two bars for each party, of one scale, with the amounts and the difference written out. */
public final class ComparedPicture {

    private static final long PX = Scale.PIXEL;
    private static final long WIDTH = 790 * PX;
    private static final long NAME = 8 * PX;
    private static final long LEFT = 200 * PX;
    private static final long RIGHT = 500 * PX;
    private static final long SUMS = 628 * PX;
    private static final long DIFFERENCE = 782 * PX;
    private static final long HEAD = 30 * PX;
    private static final long LINE = 19 * PX;
    private static final long BAR = 13 * PX;
    private static final long GAP = 10 * PX;

    private final ComparedShares compared;
    private final Locale language;
    private final Scale scale;

    private ComparedPicture(ComparedShares compared, Locale language) {
        this.compared = compared;
        this.language = language;
        List<Long> values = new ArrayList<>();
        compared.rows().forEach(row -> {
            values.add(minor(row.first()));
            values.add(minor(row.second()));
        });
        this.scale = Scale.fromZero(LEFT, RIGHT, values);
    }

    /** The markup; the page's table has the same facts. */
    public static String of(ComparedShares compared, String first, String second, Locale language) {
        return new ComparedPicture(compared, language).drawn(first, second);
    }

    private String drawn(String first, String second) {
        long height = HEAD + compared.rows().size() * (2 * LINE + GAP) + 4 * PX;
        Svg svg = new Svg(
                "compared",
                WIDTH,
                height,
                said("scenario.picture.title"),
                said(
                        "scenario.picture.description",
                        first,
                        second,
                        compared.rows().size()));
        long base = 18 * PX;
        svg.rect("total", LEFT, 8 * PX, BAR, BAR);
        svg.fitted("words", LEFT + 18 * PX, base, Svg.SMALL, false, Svg.Anchor.START, first, 130 * PX);
        svg.patterned("hatch", "common", LEFT + 160 * PX, 8 * PX, BAR, BAR);
        svg.fitted("words", LEFT + 178 * PX, base, Svg.SMALL, false, Svg.Anchor.START, second, 130 * PX);
        svg.text(
                "quiet",
                SUMS,
                base,
                Svg.SMALL,
                false,
                Svg.Anchor.END,
                compared.first().currency().toString());
        svg.fitted(
                "quiet",
                DIFFERENCE,
                base,
                Svg.SMALL,
                false,
                Svg.Anchor.END,
                said("scenario.compare.difference"),
                DIFFERENCE - SUMS - 12 * PX);
        long y = HEAD;
        for (ComparedShares.Row row : compared.rows()) {
            party(svg, row, y);
            y += 2 * LINE + GAP;
        }
        svg.line("net", scale.at(0), HEAD, scale.at(0), height - 4 * PX);
        return svg.markup();
    }

    private void party(Svg svg, ComparedShares.Row row, long y) {
        long middle = y + LINE + 5 * PX;
        svg.fitted(
                "words", NAME, middle, Svg.LETTERS, true, Svg.Anchor.START, name(row.party()), LEFT - NAME - 10 * PX);
        bar(svg, row.first(), y, false);
        bar(svg, row.second(), y + LINE, true);
        String difference = figure(row.difference());
        svg.fitted(
                row.difference().minor() > 0 ? "bad" : "words",
                DIFFERENCE,
                middle,
                Svg.LETTERS,
                true,
                Svg.Anchor.END,
                row.difference().minor() > 0 ? "+" + difference : difference,
                DIFFERENCE - SUMS - 8 * PX);
    }

    private void bar(Svg svg, @Nullable Money amount, long y, boolean isSecond) {
        long from = scale.at(Math.min(0, minor(amount)));
        long length = scale.at(Math.max(0, minor(amount))) - from;
        long top = y + (LINE - BAR) / 2;
        if (length > 0 && isSecond) {
            svg.patterned("hatch", "common", from, top, length, BAR);
        } else if (length > 0) {
            svg.rect("total", from, top, length, BAR);
        }
        String words = amount == null ? said("scenario.picture.notIn") : figure(amount);
        svg.fitted("words", SUMS, y + 14 * PX, Svg.SMALL, false, Svg.Anchor.END, words, SUMS - RIGHT - 8 * PX);
    }

    private static long minor(@Nullable Money amount) {
        return amount == null ? 0 : amount.minor();
    }

    private String figure(Money amount) {
        return MoneyText.figure(amount, language);
    }

    private String name(Party party) {
        return party.name(language);
    }

    private String said(String code, Object... gaps) {
        return Sentence.of(code, gaps).in(language);
    }
}
