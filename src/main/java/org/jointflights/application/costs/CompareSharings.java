package org.jointflights.application.costs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Guarantee;
import org.jointflights.domain.costs.ItemShare;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * What changes from one input to another, line by line: a state joins or leaves, brings other seats, or another key is
 * used. Nothing is stored.
 */
@Service
public class CompareSharings {

    /** The whole answer, ready to be written as JSON. Amounts are texts with decimals. */
    public record Answer(
            String currency,
            Change total,
            List<PartyChange> totals,
            List<Line> lines,
            List<PromiseChange> guarantees) {}

    /** Nothing stands for a side on which there is no such line; the difference is then the whole other side. */
    public record Change(@Nullable String before, @Nullable String after, String difference) {}

    /** What changes for one party over all items. */
    public record PartyChange(String party, Change amount) {}

    /** What changes in one party's share of one item. */
    public record Line(
            long item,
            String description,
            String party,
            Change amount,
            @Nullable String reasonBefore,
            @Nullable String reasonAfter) {}

    /** A promise before and after, in words. */
    public record PromiseChange(
            Guarantee.Promise promise,
            Guarantee.Verdict verdictBefore,
            Guarantee.Verdict verdictAfter,
            String wordsBefore,
            String wordsAfter) {}

    private record Place(long item, String party) {}

    /**
     * Throws {@link BadInput} for text that is not an object of two inputs {@code before} and {@code after}, for inputs in
     * two currencies, and for one that cannot be divided; {@link org.jointflights.domain.TooMuch} for one with more than 10,000
     * shares.
     */
    public Answer of(String json, Locale language) {
        List<CostInput> two = CostJson.readTwo(json);
        two.forEach(PreviewShares::requireExplainable);
        return of(two.get(0), two.get(1), language);
    }

    private static Answer of(CostInput before, CostInput after, Locale language) {
        if (!before.currency().equals(after.currency())) {
            throw BadInput.of("currency", after.currency(), "money.currency.other", before.currency());
        }
        CostShares old = CostSharing.share(before);
        CostShares fresh = CostSharing.share(after);
        Map<Place, ItemShare> oldPostings = postings(old);
        Map<Place, ItemShare> freshPostings = postings(fresh);
        List<Place> places = new ArrayList<>(oldPostings.keySet());
        freshPostings.keySet().stream()
                .filter(place -> !oldPostings.containsKey(place))
                .forEach(places::add);
        List<Line> lines = places.stream()
                .map(place -> line(place, oldPostings.get(place), freshPostings.get(place), language))
                .toList();
        return new Answer(
                before.currency().getCurrencyCode(),
                change(old.total(), fresh.total()),
                totals(old, fresh),
                lines,
                guarantees(old, fresh, language));
    }

    private static Map<Place, ItemShare> postings(CostShares shares) {
        Map<Place, ItemShare> postings = new LinkedHashMap<>();
        for (ItemShare posting : shares.postings()) {
            postings.put(new Place(posting.item().id(), posting.party().code()), posting);
        }
        return postings;
    }

    private static Line line(Place place, @Nullable ItemShare before, @Nullable ItemShare after, Locale language) {
        ItemShare either = after == null ? Objects.requireNonNull(before) : after;
        return new Line(
                place.item(),
                either.item().description(),
                place.party(),
                change(before == null ? null : before.posted(), after == null ? null : after.posted()),
                before == null ? null : before.sentence(language),
                after == null ? null : after.sentence(language));
    }

    private static List<PartyChange> totals(CostShares old, CostShares fresh) {
        Map<String, @Nullable Money> before = byCode(old);
        Map<String, @Nullable Money> after = byCode(fresh);
        List<String> parties = new ArrayList<>(before.keySet());
        after.keySet().stream().filter(party -> !before.containsKey(party)).forEach(parties::add);
        return parties.stream()
                .sorted()
                .map(party -> new PartyChange(party, change(before.get(party), after.get(party))))
                .toList();
    }

    private static Map<String, @Nullable Money> byCode(CostShares shares) {
        Map<String, @Nullable Money> totals = new TreeMap<>();
        shares.totals().forEach((party, total) -> totals.put(party.code(), total));
        return totals;
    }

    private static List<PromiseChange> guarantees(CostShares old, CostShares fresh, Locale language) {
        List<Guarantee> before = old.guarantees();
        List<Guarantee> after = fresh.guarantees();
        List<PromiseChange> changes = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            changes.add(new PromiseChange(
                    before.get(i).promise(),
                    before.get(i).verdict(),
                    after.get(i).verdict(),
                    before.get(i).sentence(language),
                    after.get(i).sentence(language)));
        }
        return changes;
    }

    private static Change change(@Nullable Money before, @Nullable Money after) {
        Money difference;
        if (before == null) {
            difference = after == null ? Money.euro(0) : after;
        } else {
            difference = after == null ? before.negated() : after.minus(before);
        }
        return new Change(text(before), text(after), difference.decimal().toPlainString());
    }

    private static @Nullable String text(@Nullable Money money) {
        return money == null ? null : money.decimal().toPlainString();
    }
}
