package org.jointflights.domain;

/** Seats by who sits in them; each count is a whole number from 0 to 500. */
public record Seats(int returnees, int escorts, int medical, int interpreters, int monitors, int others) {

    public static final Seats NONE = new Seats(0, 0, 0, 0, 0, 0);

    /** The most of one kind; no aircraft has more. */
    public static final int MOST = 500;

    /** Throws {@link BadInput} for a negative or impossible count. */
    public Seats {
        requireCount("returnees", returnees);
        requireCount("escorts", escorts);
        requireCount("medical", medical);
        requireCount("interpreters", interpreters);
        requireCount("monitors", monitors);
        requireCount("others", others);
    }

    public int total() {
        return returnees + staff();
    }

    /** Everybody aboard for the party who is not returned. */
    public int staff() {
        return escorts + medical + interpreters + monitors + others;
    }

    /** Whether nobody of any kind is more in {@code fewer} than here. */
    public boolean covers(Seats fewer) {
        return fewer.returnees <= returnees
                && fewer.escorts <= escorts
                && fewer.medical <= medical
                && fewer.interpreters <= interpreters
                && fewer.monitors <= monitors
                && fewer.others <= others;
    }

    /** The same staff, and nobody who is returned. */
    public Seats withoutReturnees() {
        return new Seats(0, escorts, medical, interpreters, monitors, others);
    }

    public Seats plus(Seats more) {
        return new Seats(
                returnees + more.returnees,
                escorts + more.escorts,
                medical + more.medical,
                interpreters + more.interpreters,
                monitors + more.monitors,
                others + more.others);
    }

    private static void requireCount(String field, int count) {
        if (count < 0 || count > MOST) {
            throw BadInput.of(field, count, "common.seats.count", MOST);
        }
    }
}
