package org.jointflights.domain.costs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.money.Money;

/** Flights to divide, said in a few words. */
final class Flights {

    private static final List<String> ITEMS =
            List.of("charter", "handling", "escorts", "visas", "tickets", "a", "b", "c");

    private Flights() {}

    static Party party(String code) {
        return new Party(code);
    }

    static Set<Party> parties(String... codes) {
        return Arrays.stream(codes).map(Party::new).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static Seats seats(int returnees, int escorts) {
        return new Seats(returnees, escorts, 0, 0, 0, 0);
    }

    static Participant returning(String code, int returnees) {
        return Participant.committed(party(code), seats(returnees, 0));
    }

    /** Codes and returnees in turn. */
    static List<Participant> returning(Object... codesAndReturnees) {
        List<Participant> participants = new ArrayList<>();
        for (int i = 0; i < codesAndReturnees.length; i += 2) {
            participants.add(returning((String) codesAndReturnees[i], (Integer) codesAndReturnees[i + 1]));
        }
        return participants;
    }

    /** Numbers by which the items of these tests are known. */
    static long id(String item) {
        int known = ITEMS.indexOf(item);
        return known < 0 ? 100 + Math.floorMod(item.hashCode(), 1_000_000) : known + 1;
    }

    static CostItem item(String name, long cents, Key key, String payer, String... sharers) {
        return CostItem.common(
                id(name), name, CostCategory.CHARTER, Money.euro(cents), party(payer), parties(sharers), key);
    }

    static List<Long> cents(Map<Party, Money> shares) {
        return shares.values().stream().map(Money::minor).toList();
    }

    static List<Long> share(CostInput input, String item) {
        return cents(CostSharing.share(input).ofItem(id(item)));
    }

    static Map<String, Long> byCode(Map<Party, Money> shares) {
        Map<String, Long> cents = new LinkedHashMap<>();
        shares.forEach((party, money) -> cents.put(party.code(), money.minor()));
        return cents;
    }
}
