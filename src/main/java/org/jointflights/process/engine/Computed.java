package org.jointflights.process.engine;

import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.annual.LeftOfYear;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Statement;

/**
 * A value that the machine made: an amount, a party, a version, a hash. Nothing that somebody typed can become one, so the
 * part of a form that is filled with these alone says what is signed, whatever the rest of the plan holds.
 */
public final class Computed {

    private final String text;

    private Computed(String text) {
        this.text = text;
    }

    /** The amount with its currency. */
    public static Computed of(Money amount) {
        return new Computed(FormLanguage.say(amount));
    }

    /** The party's name, which follows from its code. */
    public static Computed of(Party party) {
        return new Computed(FormLanguage.name(party));
    }

    public static Computed of(OperationReference reference) {
        return new Computed(reference.value());
    }

    /** Number and short hash. */
    public static Computed of(PlanVersion version) {
        return new Computed(version.number() + " (" + version.shortHash() + ")");
    }

    /** What a fund has left for a year: made of amounts, the names of funds and the codes of parties. */
    public static Computed of(LeftOfYear left) {
        return new Computed(left.sentence().in(FormLanguage.spoken()));
    }

    public static Computed of(long number) {
        return new Computed(Long.toString(number));
    }

    /** The whole hash of what is signed. */
    public static Computed hash(PlanVersion version) {
        return new Computed(version.hash());
    }

    /** The same of a flight's accounts. */
    public static Computed hash(Statement accounts) {
        return new Computed(accounts.signed().hash());
    }

    @Override
    public String toString() {
        return text;
    }
}
