package org.jointflights.domain.banking;

/** What became of a payment on a statement. Only one of these is a payment confirmed; every other is somebody's to look at. */
public enum EntryFinding {
    /** It is the payment of what it names, and was confirmed as such. */
    CONFIRMED,
    /** It fits what it names to the cent, and is not confirmed yet: the step was broken off. */
    MATCHED,
    /** It names nothing of ours. */
    UNKNOWN,
    /** What it names is owed to somebody else. */
    OTHER_CREDITOR,
    /** Not the amount that was due on its value date: a part of it, or more. */
    OTHER_AMOUNT,
    /** Not the currency that is owed. */
    OTHER_CURRENCY,
    /** It was paid or waived before. */
    SETTLED_BEFORE,
    /** Interest is due with it, and its reference rate is not on record: what should have come is not known. */
    RECOVERY,
    /** Another entry of the same file takes what it names back. */
    TAKEN_BACK,
    /** Money went out. */
    DEBIT,
    /** An earlier entry, or a payment, is taken back. */
    REVERSAL,
    /** The bank has announced it and not booked it. */
    NOT_BOOKED,
    /** The account is not the one of the party that was confirmed for that day. */
    OTHER_ACCOUNT,
    /** The same statement was read before, or the bank calls it a copy. */
    STATEMENT_AGAIN,
    /** The bank's reference stood on an earlier entry. */
    ENTRY_AGAIN,
    /** The parts of the entry do not come to its amount. */
    PARTS_DO_NOT_ADD_UP,
    /** The bank names no value date. */
    NO_VALUE_DATE,
    /** The bank names no reference of its own. */
    NO_BANK_REFERENCE,
    /** The step that confirms the payment refused it, and said why. */
    REFUSED;

    /** Whether somebody has to look at it. */
    public boolean isOpen() {
        return this != CONFIRMED;
    }
}
