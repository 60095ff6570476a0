package org.jointflights.application.costs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.TooMuch;
import org.jointflights.domain.costs.BindingLimit;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Guarantee;
import org.jointflights.domain.costs.ItemShare;
import org.jointflights.domain.money.Money;
import org.springframework.stereotype.Service;

/** What would come out: an input as JSON gives shares, guarantees and explanations. Nothing is stored. */
@Service
public class PreviewShares {

    /**
     * The whole answer, ready to be written as JSON. Amounts are texts with decimals.
     *
     * @param alone what flying alone would cost each party; empty where that cannot be measured
     * @param limits the floors and caps that bind
     */
    public record Answer(
            String currency,
            String total,
            Map<String, String> totals,
            Map<String, String> alone,
            List<SharePreview> shares,
            List<LimitPreview> limits,
            List<GuaranteePreview> guarantees) {}

    /** One party's share of one item; the fraction is in the currency's smallest unit. */
    public record SharePreview(
            long item,
            String description,
            String party,
            String amount,
            String exact,
            String weight,
            String totalWeight,
            String reason) {}

    /**
     * A floor or a cap that binds.
     *
     * @param kind FLOOR or CAP
     * @param amount what the party pays by it
     * @param byKey what the key alone would ask
     */
    public record LimitPreview(long item, String party, String kind, String amount, String byKey, String words) {}

    /** A promise, whether these figures keep it, and in words. */
    public record GuaranteePreview(
            Guarantee.Promise promise, Guarantee.Verdict verdict, String words, List<WitnessPreview> witnesses) {}

    /** Who would be better off, by how much. */
    public record WitnessPreview(List<String> parties, String gain) {}

    /** As many shares as are explained at once: twenty times those of the largest real flight, and some megabytes of text. */
    static final int MOST_SHARES = 10_000;

    /**
     * Throws {@link BadInput} for text that is no such input, and for an input that cannot be divided, and {@link TooMuch} for
     * more than 10,000 shares.
     */
    public Answer of(String json, Locale language) {
        CostInput input = CostJson.readTyped(json);
        requireExplainable(input);
        return of(input, language);
    }

    static void requireExplainable(CostInput input) {
        int shares =
                input.items().stream().mapToInt(item -> item.sharers().size()).sum();
        if (shares > MOST_SHARES) {
            throw TooMuch.of("costs.preview.tooMuch", shares, MOST_SHARES);
        }
    }

    /** Throws {@link BadInput} for an input that cannot be divided. */
    public Answer of(CostInput input, Locale language) {
        return of(CostSharing.share(input), language);
    }

    Answer of(CostShares shares, Locale language) {
        return new Answer(
                shares.input().currency().getCurrencyCode(),
                shares.total().decimal().toPlainString(),
                texts(shares.totals()),
                texts(shares.alone()),
                shares.postings().stream()
                        .map(posting -> share(posting, language))
                        .toList(),
                shares.bindingLimits().stream()
                        .map(limit -> limit(limit, language))
                        .toList(),
                shares.guarantees().stream()
                        .map(guarantee -> guarantee(guarantee, language))
                        .toList());
    }

    static Map<String, String> texts(Map<Party, Money> amounts) {
        Map<String, String> texts = new TreeMap<>();
        amounts.forEach(
                (party, amount) -> texts.put(party.code(), amount.decimal().toPlainString()));
        return texts;
    }

    private static SharePreview share(ItemShare posting, Locale language) {
        return new SharePreview(
                posting.item().id(),
                posting.item().description(),
                posting.party().code(),
                posting.posted().decimal().toPlainString(),
                posting.exact().toString(),
                posting.weight().toString(),
                posting.totalWeight().toString(),
                posting.sentence(language));
    }

    private static LimitPreview limit(BindingLimit limit, Locale language) {
        return new LimitPreview(
                limit.item().id(),
                limit.party().code(),
                limit.isCap() ? "CAP" : "FLOOR",
                limit.held().decimal().toPlainString(),
                limit.byKey().decimal().toPlainString(),
                limit.words().in(language));
    }

    private static GuaranteePreview guarantee(Guarantee guarantee, Locale language) {
        return new GuaranteePreview(
                guarantee.promise(),
                guarantee.verdict(),
                guarantee.sentence(language),
                guarantee.witnesses().stream()
                        .map(witness -> new WitnessPreview(
                                witness.parties().stream()
                                        .sorted()
                                        .map(Object::toString)
                                        .toList(),
                                witness.gain().decimal().toPlainString()))
                        .toList());
    }
}
