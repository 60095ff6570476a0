package org.jointflights.domain.picture;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;

/**
 * Who pays what of a flight: from what it costs, over what funds pay of it, to what each party bears. Every figure is read for itself,
 * so that {@link #addsUp()} is a check and no promise.
 *
 * @param direct costs of single parties
 * @param common costs that several share
 * @param grants what each fund pays
 * @param parties what each party bears
 */
public record MoneyFlow(
        Money total, Money direct, Money common, SortedMap<Fund, Money> grants, SortedMap<Party, Borne> parties) {

    /**
     * What one party bears.
     *
     * @param direct of its own costs, after grants
     * @param common of the costs that it shares, after grants
     * @param relief what grants take off what it would bear without them; zero where that is not known
     */
    public record Borne(Money direct, Money common, Money relief) {

        /** In all. */
        public Money total() {
            return direct.plus(common);
        }

        /** What it would bear without grants. */
        public Money before() {
            return total().plus(relief);
        }
    }

    public MoneyFlow {
        grants = Collections.unmodifiableSortedMap(new TreeMap<>(grants));
        parties = Collections.unmodifiableSortedMap(new TreeMap<>(parties));
    }

    /** What all funds pay. */
    public Money granted() {
        return sum(grants.values());
    }

    /** What all parties bear. */
    public Money borne() {
        return sum(parties.values().stream().map(Borne::total).toList());
    }

    /** Whether direct and common costs are the total, and grants and what the parties bear are it too, to the cent. */
    public boolean addsUp() {
        return direct.plus(common).equals(total) && granted().plus(borne()).equals(total);
    }

    /** Whether what grants take off the parties is what the funds pay; true where it is not known. */
    public boolean reliefAddsUp() {
        Money relief = sum(parties.values().stream().map(Borne::relief).toList());
        return relief.isZero() || relief.equals(granted());
    }

    private static Money sum(Iterable<Money> amounts) {
        Money sum = Money.zero(Money.EUR);
        for (Money amount : amounts) {
            sum = sum.plus(amount);
        }
        return sum;
    }

    /** Gathers what stands in the accounts, or will if all goes as planned. */
    public static final class Gathered {

        private static final Money NOTHING = Money.zero(Money.EUR);

        private Money total = NOTHING;
        private Money direct = NOTHING;
        private Money common = NOTHING;
        private final Map<Fund, Money> grants = new TreeMap<>();
        private final Map<Party, Money> ofDirect = new TreeMap<>();
        private final Map<Party, Money> ofCommon = new TreeMap<>();
        private final Map<Party, Money> without = new TreeMap<>();

        /** A cost that somebody paid. */
        public Gathered paid(Money amount, boolean isDirect) {
            total = total.plus(amount);
            if (isDirect) {
                direct = direct.plus(amount);
            } else {
                common = common.plus(amount);
            }
            return this;
        }

        /** What a fund pays of it. */
        public Gathered granted(Fund fund, Money amount) {
            grants.merge(fund, amount, Money::plus);
            return this;
        }

        /** What a party bears of it. */
        public Gathered borne(Party party, Money amount, boolean isDirect) {
            (isDirect ? ofDirect : ofCommon).merge(party, amount, Money::plus);
            return this;
        }

        /** What the party would bear without grants. */
        public Gathered withoutGrants(Party party, Money amount) {
            without.merge(party, amount, Money::plus);
            return this;
        }

        public MoneyFlow flow() {
            SortedMap<Party, Borne> parties = new TreeMap<>();
            Map<Party, Money> everybody = new TreeMap<>(ofDirect);
            everybody.putAll(ofCommon);
            everybody.putAll(without);
            for (Party party : everybody.keySet()) {
                Money own = ofDirect.getOrDefault(party, NOTHING);
                Money shared = ofCommon.getOrDefault(party, NOTHING);
                Money before = without.getOrDefault(party, own.plus(shared));
                parties.put(party, new Borne(own, shared, before.minus(own).minus(shared)));
            }
            grants.values().removeIf(Money::isZero);
            return new MoneyFlow(total, direct, common, new TreeMap<>(grants), parties);
        }
    }
}
