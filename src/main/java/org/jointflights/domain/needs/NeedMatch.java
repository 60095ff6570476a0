package org.jointflights.domain.needs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.money.Money;

/**
 * States that could fly together in a month, and what that would cost each.
 *
 * @param total what the aircraft costs for the whole route; the shares add up to it
 * @param members the organiser first, then by code
 */
public record NeedMatch(YearMonth month, Route route, int seats, Money total, List<Member> members) {

    private static final BigDecimal PER_CENT = BigDecimal.valueOf(100);

    /**
     * One state in it.
     *
     * @param alone what a flight of its own would cost it, straight there and back
     */
    public record Member(Need need, Money share, Money alone) {

        public Party party() {
            return need.party();
        }

        /** Below zero where it would do better alone. */
        public Money saving() {
            return alone.minus(share);
        }

        /** Of what flying alone costs, in per cent, rounded once to a tenth. */
        public BigDecimal percent() {
            return inPerCent(saving(), alone);
        }
    }

    public NeedMatch {
        members = List.copyOf(members);
    }

    public Party organiser() {
        return members.get(0).party();
    }

    /** By month, destination and state. */
    public List<Need> needs() {
        return members.stream().map(Member::need).sorted(Need.ORDER).toList();
    }

    public int persons() {
        return members.stream().mapToInt(member -> member.need().persons()).sum();
    }

    /** What all of them would pay if each flew alone. */
    public Money alone() {
        return members.stream().map(Member::alone).reduce(Money.zero(Money.EUR), Money::plus);
    }

    /** What all of them save. */
    public Money saving() {
        return alone().minus(total);
    }

    /** Of what flying alone costs all of them, in per cent, rounded once to a tenth. */
    public BigDecimal percent() {
        return inPerCent(saving(), alone());
    }

    /** Those who would do better alone. */
    public List<Member> worseOff() {
        return members.stream().filter(member -> member.saving().minor() < 0).toList();
    }

    /** Whether something is saved, and nobody pays more than alone. */
    public boolean isProposed() {
        return saving().minor() > 0 && worseOff().isEmpty();
    }

    /** What it is found by again: {@code 2027-03_FR-LOS_GB-LOS}, the organiser first. */
    public String code() {
        return month + "_"
                + members.stream()
                        .map(member -> member.party() + "-" + member.need().destination())
                        .collect(Collectors.joining("_"));
    }

    private static BigDecimal inPerCent(Money part, Money whole) {
        return part.decimal().multiply(PER_CENT).divide(whole.decimal(), 1, RoundingMode.HALF_UP);
    }
}
