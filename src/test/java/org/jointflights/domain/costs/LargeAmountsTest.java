package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

/** Amounts of every size, quotes that contradict one another: either a refusal, or shares that add up to the cent. */
class LargeAmountsTest {

    private static final List<Party> PARTIES =
            List.of(new Party("AT"), new Party("DE"), new Party("FR"), new Party("GB"));
    private static final List<Key> KEYS = Stream.concat(
                    Stream.of(Key.EQUAL), Key.toTryOut().stream().filter(Key::isForComparison))
            .toList();

    private final Random random = new Random(2026);

    @Test
    void every_input_is_refused_or_divided_to_the_cent() {
        int divided = 0;
        int refused = 0;
        for (int round = 0; round < 3_000; round++) {
            List<Party> parties = PARTIES.subList(0, 2 + random.nextInt(3));
            try {
                CostShares shares = CostSharing.share(input(parties));
                long sum = shares.totals().values().stream()
                        .mapToLong(Money::minor)
                        .reduce(0, Math::addExact);
                assertThat(sum).isEqualTo(shares.total().minor());
                assertThat(shares.guarantees()).isNotEmpty();
                divided++;
                AddedCosts added = AddedCosts.of(shares.input());
                assertThat(added.totals().values().stream().reduce(added.left(), Money::plus))
                        .isEqualTo(shares.total());
            } catch (BadInput refusal) {
                refused++;
            }
        }
        assertThat(divided).isGreaterThan(300);
        assertThat(refused).isGreaterThan(500);
    }

    private CostInput input(List<Party> parties) {
        List<CostItem> items = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            items.add(new CostItem(
                    i,
                    "item " + i,
                    CostCategory.OTHER,
                    Money.euro(random.nextInt(5) == 0 ? -amount() : amount()),
                    parties.get(0),
                    Set.copyOf(parties),
                    KEYS.get(random.nextInt(KEYS.size())),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    null));
        }
        List<Quote> quotes = new ArrayList<>();
        for (int set = 1; set < (1 << parties.size()); set++) {
            List<Party> group = new ArrayList<>();
            for (int i = 0; i < parties.size(); i++) {
                if (((set >> i) & 1) == 1) {
                    group.add(parties.get(i));
                }
            }
            quotes.add(new Quote(Set.copyOf(group), Money.euro(amount())));
        }
        return new CostInput(
                1,
                parties.stream()
                        .map(party -> new Participant(party, Seats.NONE, Seats.NONE))
                        .toList(),
                null,
                items,
                Withdrawals.COMMITTED,
                quotes,
                GroupCostBasis.QUOTES);
    }

    /** From a cent to what fits into 64 bits, each size as often. */
    private long amount() {
        return Math.max(1, random.nextLong() >>> (1 + random.nextInt(62)));
    }
}
