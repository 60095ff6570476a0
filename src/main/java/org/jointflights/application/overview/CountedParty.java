package org.jointflights.application.overview;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointflights.domain.Party;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.HandOver;
import org.jointflights.domain.operation.Returned;
import org.jointflights.domain.operation.TakenOff;
import org.jspecify.annotations.Nullable;

/**
 * A state's people on the flight under way or the last one, as counted: on board, taken off the list, handed over, come back. Counts
 * alone; why somebody was taken off or comes back is not told here.
 *
 * @param takenOff how many have left the list, before the departure or on the way
 * @param boarded as the state counted them when they boarded; nothing until then
 * @param handedOver at the end; nothing until then
 * @param returned who came back, as counted where they landed; nothing until then, and where nobody did
 */
public record CountedParty(
        Party party,
        int takenOff,
        @Nullable Boarding boarded,
        @Nullable HandOver handedOver,
        @Nullable Returned returned) {

    /** One for each state that has counted anything, by the states' codes. */
    static List<CountedParty> of(
            List<TakenOff> takenOff, List<Boarding> boarded, List<HandOver> handedOver, List<Returned> returned) {
        TreeSet<Party> parties = new TreeSet<>();
        takenOff.forEach(count -> parties.add(count.party()));
        boarded.forEach(count -> parties.add(count.party()));
        handedOver.forEach(count -> parties.add(count.party()));
        returned.forEach(count -> parties.add(count.party()));
        return parties.stream()
                .map(party -> new CountedParty(
                        party,
                        takenOff.stream()
                                .filter(count -> count.party().equals(party))
                                .mapToInt(TakenOff::persons)
                                .sum(),
                        only(boarded.stream().filter(count -> count.party().equals(party))),
                        only(handedOver.stream().filter(count -> count.party().equals(party))),
                        only(returned.stream().filter(count -> count.party().equals(party)))))
                .toList();
    }

    private static <T> @Nullable T only(Stream<T> counts) {
        return counts.findFirst().orElse(null);
    }
}
