package org.jointflights.application.costs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.TooMuch;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Key;
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
     * @param explained the key whose shares are explained: the one asked for, or else the first that can divide
     * @param explanation its shares and promises; nothing where no key can divide
     */
    public record Answer(
            String currency,
            String total,
            Map<String, String> alone,
            List<KeyTried> keys,
            @Nullable String explained,
            PreviewShares.@Nullable Answer explanation) {}

    /**
     * What comes out by one key.
     *
     * @param totals what each party bears; empty where the key cannot divide
     * @param refusal why the key cannot divide these costs
     */
    public record KeyTried(
            String key,
            Map<String, String> totals,
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
        List<String> names = new ArrayList<>(List.of(ENTERED));
        Key.toTryOut().forEach(key -> names.add(key.name()));
        if (explain != null && !names.contains(explain)) {
            throw BadInput.of("explain", explain, "common.choice", String.join(", ", names));
        }
        List<KeyTried> tried = new ArrayList<>();
        String explained = null;
        CostShares toExplain = null;
        for (String name : names) {
            try {
                CostShares shares = CostSharing.share(by(name, input));
                tried.add(new KeyTried(name, PreviewShares.texts(shares.totals()), null));
                if (explained == null || name.equals(explain)) {
                    explained = name;
                    toExplain = shares;
                }
            } catch (BadInput refused) {
                tried.add(new KeyTried(name, Map.of(), refusal(refused, language)));
            }
        }
        PreviewShares.Answer explanation = toExplain == null ? null : preview.of(toExplain, language);
        return new Answer(
                input.currency().getCurrencyCode(),
                input.total().decimal().toPlainString(),
                explanation == null ? Map.of() : explanation.alone(),
                tried,
                explained,
                explanation);
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

    private static KeyRefusal refusal(BadInput refused, Locale language) {
        return new KeyRefusal(refused.code(), refused.field(), refused.value(), refused.sentence(language));
    }
}
