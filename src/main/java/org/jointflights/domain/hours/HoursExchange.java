package org.jointflights.domain.hours;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.LargestRemainder;
import org.jspecify.annotations.Nullable;

/**
 * A flight with a state's own aircraft that nobody pays in cash: the state gives the hours flown to all who took part, itself
 * included, by their committed seats. It counts once everybody else who is in it has agreed; silence is no. It is never changed:
 * a wrong one is reversed by its opposite, which is agreed likewise.
 *
 * @param id zero until it is kept
 * @param number counted from 1 within the flight
 * @param provider whose aircraft it was
 * @param logged the minutes from departure to the last landing as logged, stops on the way included; nothing where not every landing is
 * @param shares by party, adding up to what was flown
 * @param reverses the exchange whose opposite it is
 * @param letter where it is written why it is reversed
 * @param enteredFor the party whose finance entered it, which is asked no more
 * @param postedAt when the last one agreed
 * @param reversedBy the exchange that has reversed it
 */
public record HoursExchange(
        long id,
        OperationReference reference,
        int number,
        Party provider,
        AircraftFactor factor,
        int minutes,
        @Nullable Integer logged,
        List<Share> shares,
        @Nullable Long reverses,
        @Nullable String letter,
        Party enteredFor,
        String enteredBy,
        Instant enteredAt,
        List<Answer> answers,
        @Nullable Withdrawal withdrawal,
        @Nullable Instant postedAt,
        @Nullable Long reversedBy) {

    /** A hundred hours: no aircraft flies longer on one operation. */
    public static final int MOST_MINUTES = 6_000;

    /** What a party received. */
    public record Share(Party party, int seats, Efh received) {}

    /** What a party says to it, or why not, by a word of a list and where more is written. */
    public record Answer(
            Party party,
            @Nullable Cause refusedFor,
            @Nullable String letter,
            String by,
            Instant at) {

        public boolean agreed() {
            return refusedFor == null;
        }
    }

    /** Who took it back before it counted, and when. */
    public record Withdrawal(String by, Instant at) {}

    /** Why a party does not agree. */
    public enum Cause {
        WRONG_AIRCRAFT,
        WRONG_TIME,
        WRONG_SEATS,
        PAID_IN_CASH,
        NOT_IN_HOURS,
        OTHER;

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("hours.cause." + name());
        }
    }

    /** How far it is. */
    public enum State {
        WAITING,
        REFUSED,
        WITHDRAWN,
        POSTED,
        REVERSED;

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("hours.state." + name());
        }
    }

    /** Throws {@link IllegalArgumentException} where the shares are not what was flown. */
    public HoursExchange {
        shares = List.copyOf(shares);
        answers = List.copyOf(answers);
        Efh sum = shares.stream().map(Share::received).reduce(Efh.ZERO, Efh::plus);
        if (!sum.equals(factor.of(minutes))) {
            throw new IllegalArgumentException("shares of " + sum + " for " + factor.of(minutes));
        }
    }

    /**
     * One that is entered now by the provider's finance. Throws {@link BadInput} where the provider took no part, nobody else did, more was flown than
     * the log has room for, or so little that it comes to nothing.
     *
     * @param seats committed by those who took part
     */
    public static HoursExchange entered(
            OperationReference reference,
            int number,
            Party provider,
            AircraftFactor factor,
            int minutes,
            @Nullable Integer logged,
            Map<Party, Integer> seats,
            String by,
            Instant now) {
        SortedMap<Party, Integer> aboard = new TreeMap<>(seats);
        if (!aboard.containsKey(provider)) {
            throw BadInput.of("party", provider, "hours.provider.notAboard", reference);
        }
        aboard.values().removeIf(count -> count == 0);
        if (aboard.isEmpty() || aboard.keySet().equals(Set.of(provider))) {
            throw BadInput.of("flight", reference, "hours.nobodyElse");
        }
        if (logged != null && minutes > logged) {
            throw BadInput.of("flownMinutes", minutes, "hours.minutes.logged", logged);
        }
        Efh total = factor.of(minutes);
        if (total.isZero()) {
            throw BadInput.of("flownMinutes", minutes, "hours.minutes.nothing");
        }
        long[] parts = LargestRemainder.split(
                total.thousandths(),
                aboard.values().stream().mapToLong(Integer::longValue).toArray());
        List<Share> shares = new ArrayList<>();
        aboard.forEach((party, count) -> shares.add(new Share(party, count, new Efh(parts[shares.size()]))));
        return new HoursExchange(
                0, reference, number, provider, factor, minutes, logged, shares, null, null, provider, by, now,
                List.of(), null, null, null);
    }

    /** Its opposite, asked for now. Throws {@link Conflict} unless it counts. */
    public HoursExchange opposite(int next, Party enteredFor, String letter, String by, Instant now) {
        if (state() != State.POSTED || reverses != null) {
            throw Conflict.of("hours.reverse.not", Long.toString(id), state().words());
        }
        return new HoursExchange(
                0,
                reference,
                next,
                provider,
                factor,
                minutes,
                logged,
                shares,
                id,
                letter,
                enteredFor,
                by,
                now,
                List.of(),
                null,
                null,
                null);
    }

    public State state() {
        if (reversedBy != null) {
            return State.REVERSED;
        }
        if (postedAt != null) {
            return State.POSTED;
        }
        if (withdrawal != null) {
            return State.WITHDRAWN;
        }
        return answers.stream().allMatch(Answer::agreed) ? State.WAITING : State.REFUSED;
    }

    /** Whether it counts or may still come to count, so that nothing else may be said of the aircraft of the flight. */
    public boolean stands() {
        return reverses == null && (state() == State.WAITING || state() == State.POSTED);
    }

    /** What was flown. */
    public Efh total() {
        return factor.of(minutes);
    }

    /** Everybody on whose account it is, by code. */
    public Set<Party> parties() {
        Set<Party> parties = new TreeSet<>();
        shares.forEach(share -> parties.add(share.party()));
        parties.add(provider);
        return parties;
    }

    /** Those who have to agree. */
    public Set<Party> asked() {
        Set<Party> asked = parties();
        asked.remove(enteredFor);
        return asked;
    }

    /** Those of whom nothing was heard yet; nobody once it is decided. */
    public Set<Party> awaited() {
        Set<Party> awaited = new TreeSet<>();
        if (state() == State.WAITING) {
            awaited.addAll(asked());
            answers.forEach(answer -> awaited.remove(answer.party()));
        }
        return awaited;
    }

    /** Why it was refused, if it was. */
    public Optional<Answer> refusal() {
        return answers.stream().filter(answer -> !answer.agreed()).findFirst();
    }

    /** Throws {@link Conflict} unless the party is still waited for. */
    public void requireAwaited(Party party) {
        if (state() != State.WAITING) {
            throw Conflict.of("hours.decided", Long.toString(id), state().words());
        }
        if (!awaited().contains(party)) {
            throw Conflict.of("hours.notAsked", party, Long.toString(id));
        }
    }

    /** Both sides of everybody's account; they add up to zero. */
    public List<HoursPosting> postings() {
        List<HoursPosting> postings = new ArrayList<>();
        postings.add(new HoursPosting(provider, HoursPosting.Kind.GIVEN, signed(total())));
        shares.forEach(share -> postings.add(new HoursPosting(
                share.party(),
                HoursPosting.Kind.RECEIVED,
                signed(share.received().negated()))));
        Efh sum = postings.stream().map(HoursPosting::amount).reduce(Efh.ZERO, Efh::plus);
        if (!sum.isZero()) {
            throw new IllegalStateException("exchange " + id + " adds up to " + sum);
        }
        return postings;
    }

    private Efh signed(Efh amount) {
        return reverses == null ? amount : amount.negated();
    }
}
