package org.jointflights.application.costs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.TooMuch;
import org.jointflights.domain.costs.AddedCosts;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who would bear what of an input as JSON by its own keys and by each other one: all in one answer, nothing stored. */
@Service
public class CompareEveryKey {

    /** The input with the keys that its items have. */
    public static final String ENTERED = "ENTERED";

    /**
     * The whole answer, ready to be written as JSON. Amounts are texts with decimals.
     *
     * @param alone what flying alone would cost each party; empty where that cannot be measured
     * @param keys the input as entered, then everything that is shared by one key after the other
     * @param marginal what each party adds to the flight, which adds up to no division and is no key
     * @param explained the key whose shares are explained: the one asked for, or else the first that can divide
     * @param explanation its shares and promises; nothing where no key can divide
     */
    public record Answer(
            String currency,
            String total,
            Map<String, String> alone,
            List<KeyTried> keys,
            Marginal marginal,
            @Nullable String explained,
            PreviewShares.@Nullable Answer explanation) {}

    /**
     * What comes out by one key.
     *
     * @param forComparison whether it is there to compare with, and not to bill by
     * @param totals what each party bears; empty where the key cannot divide
     * @param refusal why the key cannot divide these costs
     */
    public record KeyTried(
            String key,
            boolean forComparison,
            Map<String, String> totals,
            @Nullable KeyRefusal refusal) {}

    /**
     * What each party adds: what the flight would save without it.
     *
     * @param totals empty where that cannot be measured
     * @param sum what these come to
     * @param left what of the cost they leave over; negative where they come to more
     * @param words that they do not add up, and by how much
     */
    public record Marginal(
            Map<String, String> totals,
            @Nullable String sum,
            @Nullable String left,
            @Nullable String words,
            @Nullable KeyRefusal refusal) {}

    /** Why a key cannot divide: a sentence, with the field that is at fault for programs. */
    public record KeyRefusal(String code, String field, String value, String detail) {}

    private final PreviewShares preview;

    CompareEveryKey(PreviewShares preview) {
        this.preview = preview;
    }

    /**
     * Throws {@link BadInput} for text that is no input, and for a key to explain that is none, and {@link TooMuch} for more than
     * 10,000 shares.
     */
    public Answer of(String json, @Nullable String explain, Locale language) {
        CostInput input = CostJson.readTyped(json);
        PreviewShares.requireExplainable(input);
        List<String> names = names();
        if (explain != null && !names.contains(explain)) {
            throw BadInput.of("explain", explain, "common.choice", String.join(", ", names));
        }
        List<KeyTried> tried = new ArrayList<>();
        String explained = null;
        CostShares toExplain = null;
        for (String name : names) {
            try {
                CostShares shares = CostSharing.share(by(name, input));
                tried.add(new KeyTried(name, isForComparison(name), PreviewShares.texts(shares.totals()), null));
                if (explained == null || name.equals(explain)) {
                    explained = name;
                    toExplain = shares;
                }
            } catch (BadInput | TooMuch refused) {
                tried.add(new KeyTried(name, isForComparison(name), Map.of(), refusal(refused, language)));
            }
        }
        PreviewShares.Answer explanation = toExplain == null ? null : preview.of(toExplain, language);
        return new Answer(
                input.currency().getCurrencyCode(),
                input.total().decimal().toPlainString(),
                explanation == null ? Map.of() : explanation.alone(),
                tried,
                marginal(input, language),
                explained,
                explanation);
    }

    /** Throws {@link BadInput} for what is neither {@link #ENTERED} nor a key to try out. */
    public static void requireKey(String name) {
        if (!names().contains(name)) {
            throw BadInput.of("key", name, "common.choice", String.join(", ", names()));
        }
    }

    /**
     * Who bears what by that key, or by the input's own where it is {@link #ENTERED}. Throws {@link BadInput} where the key cannot
     * divide, and {@link TooMuch} for more than 10,000 shares.
     */
    public static CostShares shares(CostInput input, String name) {
        PreviewShares.requireExplainable(input);
        return CostSharing.share(by(name, input));
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(ENTERED));
        Key.toTryOut().forEach(key -> names.add(key.name()));
        return names;
    }

    private static CostInput by(String name, CostInput input) {
        if (name.equals(ENTERED)) {
            return input;
        }
        Key key = Key.valueOf(name);
        List<CostItem> items = input.items().stream()
                .map(item -> item.isDirect() ? item : item.by(key))
                .toList();
        return input.with(items);
    }

    private static boolean isForComparison(String name) {
        return !name.equals(ENTERED) && Key.valueOf(name).isForComparison();
    }

    private static Marginal marginal(CostInput input, Locale language) {
        try {
            AddedCosts added = AddedCosts.of(input);
            Money left = added.left();
            String code = left.isZero() ? "whole" : left.minor() > 0 ? "left" : "more";
            return new Marginal(
                    PreviewShares.texts(added.totals()),
                    input.total().minus(left).decimal().toPlainString(),
                    left.decimal().toPlainString(),
                    Sentence.of("costs.whatIf.marginal." + code, left.minor() < 0 ? left.negated() : left)
                            .in(language),
                    null);
        } catch (BadInput refused) {
            return new Marginal(Map.of(), null, null, null, refusal(refused, language));
        }
    }

    private static KeyRefusal refusal(Refusal refused, Locale language) {
        BadInput input = refused instanceof BadInput field ? field : null;
        return new KeyRefusal(
                refused.code(),
                input == null ? "items" : input.field(),
                input == null ? "" : input.value(),
                refused.sentence(language));
    }
}
