package org.jointflights.domain.settlement;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;

/**
 * What is open on one party's account, by how long it has been due: transfers that nobody has paid or waived, and what is
 * posted of flights whose accounts are not signed yet, for which nothing is due.
 *
 * @param rows every age, in their order
 * @param unsigned what the party is owed (below zero: owes) of flights without transfers
 */
public record Ageing(List<Row> rows, Money unsigned) {

    /** How long something has been due. */
    public enum Age {
        NOT_DUE(0),
        UP_TO_30(30),
        UP_TO_60(60),
        UP_TO_90(90),
        LONGER(Integer.MAX_VALUE);

        private final int mostDays;

        Age(int mostDays) {
            this.mostDays = mostDays;
        }

        /** Of what was due then. */
        static Age of(Instant due, Instant now) {
            if (!now.isAfter(due)) {
                return NOT_DUE;
            }
            long days = Duration.between(due, now).toDays();
            for (Age age : values()) {
                if (age != NOT_DUE && days < age.mostDays) {
                    return age;
                }
            }
            return LONGER;
        }
    }

    /** What the party is owed and what it owes, of that age; both above or equal to zero. */
    public record Row(Age age, Money owed, Money owes) {}

    /** A transfer that is not settled. */
    public record Open(Transfer transfer, Instant due) {}

    public Ageing {
        rows = List.copyOf(rows);
    }

    /** Sorts what is open by age; throws {@link IllegalArgumentException} for a transfer that is not of this party. */
    public static Ageing of(Party party, List<Open> open, Money unsigned, Instant now) {
        Money nothing = Money.zero(unsigned.currency());
        Map<Age, List<Open>> byAge = new EnumMap<>(Age.class);
        for (Open one : open) {
            if (!one.transfer.debtor().equals(party) && !one.transfer.creditor().equals(party)) {
                throw new IllegalArgumentException(one + " is not of " + party);
            }
            byAge.computeIfAbsent(Age.of(one.due, now), unseen -> new ArrayList<>())
                    .add(one);
        }
        List<Row> rows = new ArrayList<>();
        for (Age age : Age.values()) {
            List<Open> ofAge = Objects.requireNonNullElse(byAge.get(age), Collections.emptyList());
            rows.add(new Row(
                    age,
                    ofAge.stream()
                            .filter(one -> one.transfer.creditor().equals(party))
                            .map(one -> one.transfer.amount())
                            .reduce(nothing, Money::plus),
                    ofAge.stream()
                            .filter(one -> one.transfer.debtor().equals(party))
                            .map(one -> one.transfer.amount())
                            .reduce(nothing, Money::plus)));
        }
        return new Ageing(rows, unsigned);
    }

    /** What all of it comes to: owed without owing, with what is not signed yet. */
    public Money total() {
        return rows.stream().map(row -> row.owed.minus(row.owes)).reduce(unsigned, Money::plus);
    }
}
