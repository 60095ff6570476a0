package org.jointflights.domain.needs;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** What would come of it if needs in no match moved by one month: they keep every match that there is as it is, or widen it. */
final class MatchesIfMoved {

    private final Matching matching;
    private final Collection<Need> all;
    private final List<Need> left;
    private final List<MovedMatch> found = new ArrayList<>();

    private MatchesIfMoved(Matching matching, List<Need> alone, Collection<Need> all) {
        this.matching = matching;
        this.all = all;
        this.left = new ArrayList<>(alone);
    }

    /** First of those alone with one another, then of those that are left with the matches; who saves most first. */
    static List<MovedMatch> of(Matching matching, List<Need> alone, List<NeedMatch> matches, Collection<Need> all) {
        MatchesIfMoved search = new MatchesIfMoved(matching, alone, all);
        alone.stream().map(Need::month).distinct().forEach(search::withTheNext);
        search.joining(matches);
        search.found.sort(Comparator.comparing(MovedMatch::saving)
                .reversed()
                .thenComparing(moved -> moved.match().code()));
        return search.found;
    }

    /** Needs of that month and the next one, looked at as if all were of the one. */
    private void withTheNext(YearMonth month) {
        Map<Need, Need> entered = new HashMap<>();
        for (Need need : left) {
            if (need.month().equals(month)) {
                entered.put(need, need);
            } else if (need.month().equals(month.plusMonths(1)) && mayMove(need, month)) {
                entered.put(need.in(month), need);
            }
        }
        for (List<Need> near : matching.neighbourhoods(entered.keySet())) {
            List<Need> rest = new ArrayList<>(near);
            NeedMatch best = matching.best(rest);
            while (best != null) {
                List<Need> group = best.needs().stream()
                        .map(need -> Objects.requireNonNull(entered.get(need)))
                        .toList();
                MovedMatch moved = moved(best, group);
                if (moved != null) {
                    found.add(moved);
                    left.removeAll(group);
                }
                rest.removeAll(best.needs());
                best = matching.best(rest);
            }
        }
    }

    /** Into the month in which more people are expected; nothing where all of them are of one month. */
    private @Nullable MovedMatch moved(NeedMatch match, List<Need> group) {
        YearMonth first = match.month();
        YearMonth next = first.plusMonths(1);
        List<Need> early =
                group.stream().filter(need -> need.month().equals(first)).toList();
        List<Need> late =
                group.stream().filter(need -> need.month().equals(next)).toList();
        if (early.isEmpty() || late.isEmpty()) {
            return null;
        }
        if (persons(late) > persons(early) && early.stream().allMatch(need -> mayMove(need, next))) {
            return matching.of(group.stream().map(need -> need.in(next)).toList(), match.organiser())
                    .map(later -> new MovedMatch(later, early, null))
                    .orElse(null);
        }
        return new MovedMatch(match, late, null);
    }

    /** Each match is widened once at most. */
    private void joining(List<NeedMatch> matches) {
        Set<NeedMatch> widened = new HashSet<>();
        for (Need need : left) {
            matches.stream()
                    .filter(match -> !widened.contains(match))
                    .filter(match -> isNextTo(need.month(), match.month()) && mayMove(need, match.month()))
                    .map(match -> widened(match, need))
                    .filter(Objects::nonNull)
                    .max(Comparator.comparing(MovedMatch::saving))
                    .ifPresent(best -> {
                        found.add(best);
                        widened.add(Objects.requireNonNull(best.wider()));
                    });
        }
    }

    /** With one need more; nothing where that saves nothing, or makes it dearer for anybody in it. */
    private @Nullable MovedMatch widened(NeedMatch before, Need need) {
        List<Need> group = new ArrayList<>(before.needs());
        group.add(need.in(before.month()));
        NeedMatch together = matching.better(null, group);
        if (together == null || together.saving().compareTo(before.saving()) <= 0) {
            return null;
        }
        Map<Party, Money> now = new HashMap<>();
        before.members().forEach(member -> now.put(member.party(), member.share()));
        boolean dearer = together.members().stream()
                .anyMatch(member -> now.containsKey(member.party())
                        && member.share().compareTo(Objects.requireNonNull(now.get(member.party()))) > 0);
        return dearer ? null : new MovedMatch(together, List.of(need), before);
    }

    /** Not where the state expects people there already: its entry would take the place of that one. */
    private boolean mayMove(Need need, YearMonth month) {
        return all.stream().noneMatch(other -> other.isSameAs(need.in(month)));
    }

    private static boolean isNextTo(YearMonth one, YearMonth other) {
        return one.plusMonths(1).equals(other) || other.plusMonths(1).equals(one);
    }

    private static int persons(List<Need> needs) {
        return needs.stream().mapToInt(Need::persons).sum();
    }
}
