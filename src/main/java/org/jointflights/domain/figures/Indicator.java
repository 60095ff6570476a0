package org.jointflights.domain.figures;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.WithdrawalCause;

/**
 * What managers are told of many flights. Each is a sum over flights, or one sum divided by another: never the mean of what
 * single flights come to, in which an empty aircraft would weigh as much as a full one.
 */
public enum Indicator {
    /** Everybody aboard, for the seats of the aircraft. */
    FILL_RATE(Subject.SEATS, Unit.PERCENT),
    /** Persons to be returned, for everybody aboard. */
    RETURNEES_ABOARD(Subject.SEATS, Unit.PERCENT),
    COST_PER_PERSON(Subject.COST, Unit.MONEY_EACH),
    COST_PER_SEAT_KM(Subject.COST, Unit.MONEY_PER_SEAT_KM),
    LEAD_FROM_PROPOSAL(Subject.TIME, Unit.HOURS),
    LEAD_FROM_CONTRACT(Subject.TIME, Unit.HOURS),
    /** Contracts signed less than 168 hours before the departure. */
    SHORT_NOTICE(Subject.TIME, Unit.PERCENT),
    DAYS_WAITING(Subject.TIME, Unit.DAYS),
    LATE_ANSWERS(Subject.ANSWERS, Unit.PERCENT),
    NO_ANSWERS(Subject.ANSWERS, Unit.PERCENT),
    MONITORED_LEGS(Subject.MONITORS, Unit.PERCENT),
    WITHDRAWALS(Subject.WITHDRAWALS, Unit.PERCENT),
    WITHDRAWN_WHEN(Subject.WITHDRAWALS, Unit.COUNT),
    WITHDRAWN_WHY(Subject.WITHDRAWALS, Unit.COUNT),
    TAKEN_OFF(Subject.WITHDRAWALS, Unit.COUNT),
    CANCELLATIONS(Subject.CANCELLATIONS, Unit.PERCENT),
    CANCELLED_BY(Subject.CANCELLATIONS, Unit.COUNT),
    CARRIER_FEES(Subject.CANCELLATIONS, Unit.MONEY),
    CANCELLATION_COST(Subject.CANCELLATIONS, Unit.MONEY_EACH);

    /** What a number of them is about; they are shown together. */
    public enum Subject {
        SEATS,
        COST,
        TIME,
        ANSWERS,
        MONITORS,
        WITHDRAWALS,
        CANCELLATIONS;

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("figures.subject." + name());
        }

        /** Those about it, in their order. */
        public List<Indicator> indicators() {
            return Stream.of(Indicator.values())
                    .filter(indicator -> indicator.subject == this)
                    .toList();
        }
    }

    /** So many hours before the departure short notice begins (charter contracts of Frontex; domain dossier, section 2.4). */
    public static final int HOURS_OF_NOTICE = 168;

    private final Subject subject;
    private final Unit unit;

    Indicator(Subject subject, Unit unit) {
        this.subject = subject;
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /** Its name in an address, for example {@code fill-rate}. */
    public String address() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that an address names. Throws {@link Unknown} for anything that names none. */
    public static Indicator named(String typed) {
        return Stream.of(values())
                .filter(indicator -> indicator.address().equals(typed))
                .findFirst()
                .orElseThrow(() -> Unknown.of("figures.unknown", typed));
    }

    /** What people call it. */
    public Sentence words() {
        return Sentence.of("figures.name." + name());
    }

    /** What is counted, of which flights, and where it comes from. */
    public Sentence definition() {
        String code = "figures.what." + name();
        return switch (this) {
            case SHORT_NOTICE -> Sentence.of(code, HOURS_OF_NOTICE);
            case WITHDRAWN_WHY -> Sentence.of(code, WithdrawalCause.LIST_OF);
            default -> Sentence.of(code);
        };
    }

    /** What stands above the line, for a column of it. */
    public Sentence above() {
        return Sentence.of("figures.above." + name());
    }

    /** What stands below the line, for a column of it. */
    public Sentence below() {
        return Sentence.of("figures.below." + name());
    }

    /** Whether what it counts is a party's, or one and the same party answers for it. */
    public boolean isByParty() {
        return switch (this) {
            case DAYS_WAITING,
                    LATE_ANSWERS,
                    NO_ANSWERS,
                    WITHDRAWALS,
                    WITHDRAWN_WHEN,
                    WITHDRAWN_WHY,
                    TAKEN_OFF,
                    CANCELLED_BY -> true;
            default -> false;
        };
    }

    /** Whether what it counts is told apart by step, cause or time. */
    public boolean isByAspect() {
        return isByParty() && this != WITHDRAWALS;
    }

    /** What one of its aspects is called: a step, a cause from the list, or a time before the departure. */
    public Sentence aspect(String aspect) {
        return switch (this) {
            case DAYS_WAITING, LATE_ANSWERS, NO_ANSWERS -> Sentence.of("step." + aspect);
            case WITHDRAWN_WHY -> Sentence.of("withdrawal.cause." + aspect);
            case TAKEN_OFF -> Sentence.of("operation.cause." + aspect);
            default -> Sentence.of("figures.before." + aspect);
        };
    }

    /** What its aspects are, for a heading. */
    public Sentence aspects() {
        return switch (this) {
            case DAYS_WAITING, LATE_ANSWERS, NO_ANSWERS -> Sentence.of("figures.column.step");
            case WITHDRAWN_WHY, TAKEN_OFF -> Sentence.of("figures.column.cause");
            default -> Sentence.of("figures.column.before");
        };
    }
}
