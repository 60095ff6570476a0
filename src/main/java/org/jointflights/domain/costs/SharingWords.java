package org.jointflights.domain.costs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.jointflights.domain.costs.ItemShare.LegPart;
import org.jspecify.annotations.Nullable;

/**
 * What the reasons of all items say alike that are shared in the same way: among whom, by which weights, over which legs. Worked
 * out when first asked for; doing so twice at once does no harm.
 */
final class SharingWords {

    private final CostInput input;
    private final CostItem item;
    private final Proportions by;
    private @Nullable String sharers;
    private @Nullable List<List<LegPart>> parts;
    private @Nullable List<List<Sentence>> legs;
    private @Nullable Written written;
    private @Nullable List<String> weights;
    private @Nullable Boolean committed;

    /** In the language that was asked for last. */
    private record Written(Locale language, List<String> legs) {}

    /** Of any one of the items. */
    SharingWords(CostInput input, ItemShares shares) {
        this.input = input;
        this.item = shares.item();
        this.by = shares.by();
    }

    /** The codes of the parties that share. */
    String sharers() {
        String known = sharers;
        if (known == null) {
            known = item.sharers().stream().map(Party::code).collect(Collectors.joining(", "));
            sharers = known;
        }
        return known;
    }

    String weight(int place) {
        List<String> known = weights;
        if (known == null) {
            known = new ArrayList<>();
            for (int i = 0; i < item.sharers().size(); i++) {
                known.add(by.weight(i).toString());
            }
            weights = known;
        }
        return known.get(place);
    }

    String total() {
        return by.small() == null ? by.total().toString() : Long.toString(by.smallTotal());
    }

    /** Whether nobody used anything, so that committed seats count. */
    boolean isCommitted() {
        Boolean known = committed;
        if (known == null) {
            Measure measure = item.key().measure();
            known = !item.isDirect() && measure != null && input.weights().leavesNothing(measure, members());
            committed = known;
        }
        return known;
    }

    /** The legs that the share of that place adds up over; none unless the key adds up legs. */
    List<LegPart> parts(int place) {
        List<List<LegPart>> known = parts;
        if (known == null) {
            known = workedOut();
            parts = known;
        }
        return known.get(place);
    }

    /** The same in words. */
    List<Sentence> legs(int place) {
        List<List<Sentence>> known = legs;
        if (known == null) {
            known = new ArrayList<>();
            for (int i = 0; i < item.sharers().size(); i++) {
                known.add(parts(i).stream().map(LegPart::words).toList());
            }
            legs = known;
        }
        return known.get(place);
    }

    /** The same in that language, as it follows what comes before the legs. */
    String legs(int place, Locale language) {
        Written known = written;
        if (known == null || !known.language().equals(language)) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < item.sharers().size(); i++) {
                Worded all = none -> "";
                for (Sentence leg : legs(i)) {
                    all = following(all, leg);
                }
                texts.add(all.in(language));
            }
            known = new Written(language, texts);
            written = known;
        }
        return known.legs().get(place);
    }

    /** What comes before a leg, and the leg. */
    static Sentence following(Object before, Sentence leg) {
        return Sentence.of("costs.posting.more", before, leg);
    }

    private List<List<LegPart>> workedOut() {
        SharedRoute route = input.route();
        Measure measure = item.key().measure();
        if (!item.key().addsUpLegs() || item.isDirect() || route == null || measure == null) {
            return Collections.nCopies(item.sharers().size(), List.of());
        }
        long[] weights = input.weights().by(measure, members());
        long[] aboard = new long[route.legs().size()];
        int totalKm = 0;
        for (int k = 0; k < aboard.length; k++) {
            SharedRoute.Leg leg = route.legs().get(k);
            for (Party sharer : item.sharers()) {
                aboard[k] += leg.aboard().contains(sharer) ? weights[input.number(sharer)] : 0;
            }
            totalKm += aboard[k] > 0 ? leg.km() : 0;
        }
        List<List<LegPart>> all = new ArrayList<>();
        for (Party party : item.sharers()) {
            List<LegPart> own = new ArrayList<>();
            for (int k = 0; k < aboard.length; k++) {
                SharedRoute.Leg leg = route.legs().get(k);
                if (aboard[k] > 0 && leg.aboard().contains(party)) {
                    own.add(new LegPart(route.legName(k), leg.km(), totalKm, weights[input.number(party)], aboard[k]));
                }
            }
            all.add(Collections.unmodifiableList(own));
        }
        return all;
    }

    private List<Integer> members() {
        return item.sharers().stream().map(input::number).toList();
    }
}
