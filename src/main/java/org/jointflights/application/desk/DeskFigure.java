package org.jointflights.application.desk;

import org.jointflights.domain.money.Money;

/** What the person who does a task puts a name to, in money. */
public record DeskFigure(Meaning meaning, Money amount) {

    /** What the amount is. */
    public enum Meaning {
        /** What the reader's party bears, before any grant. */
        SHARE,
        /** What the whole flight costs. */
        COST,
        /** Up to how much the reader's state gets. */
        CEILING,
        /** Up to how much all states together get. */
        CEILINGS,
        /** What the reader's party has to pay. */
        PAYS,
        /** What the reader's party gets. */
        GETS,
        /** What has still to come to the reader's party. */
        INCOMING
    }
}
