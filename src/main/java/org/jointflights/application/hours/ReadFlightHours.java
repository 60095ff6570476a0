package org.jointflights.application.hours;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.hours.AircraftFactor;
import org.jointflights.domain.hours.HoursExchange;
import org.jointflights.domain.hours.HoursMovement;
import org.jointflights.domain.hours.HoursYear;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts in flying hours. What all of them come to is open to every party's finance, since it is the community that they even
 * out in; a flight's hours are read by the parties in them and by those who watch over all.
 */
@Service
@Transactional(readOnly = true)
public class ReadFlightHours {

    private final HoursExchanges exchanges;
    private final AircraftFactors factors;
    private final HoursRights rights;
    private final Clock clock;

    ReadFlightHours(HoursExchanges exchanges, AircraftFactors factors, HoursRights rights, Clock clock) {
        this.exchanges = exchanges;
        this.factors = factors;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * A year's page.
     *
     * @param years that there are, the newest first
     * @param exchanges those that the reader may see, the newest first
     * @param waiting those of them that wait for the reader
     * @param states for which the reader may enter hours
     */
    public record View(
            HoursYear accounts,
            List<Integer> years,
            List<HoursExchange> exchanges,
            List<HoursExchange> waiting,
            List<AircraftFactor> factors,
            Set<Party> states,
            boolean keepsFactors) {

        public View {
            years = List.copyOf(years);
            exchanges = List.copyOf(exchanges);
            waiting = List.copyOf(waiting);
            factors = List.copyOf(factors);
            states = Set.copyOf(states);
        }

        /** Whether nothing more is posted into it. */
        public boolean isOver() {
            return accounts.year() < years.get(0);
        }
    }

    /**
     * One exchange, and what the reader may do with it.
     *
     * @param answerFor the parties for which they may answer
     * @param reverseFor the parties for which they may ask for the opposite
     * @param readsRefusal whether they are told why it was refused
     */
    public record Looked(
            HoursExchange exchange,
            Set<Party> answerFor,
            boolean mayWithdraw,
            Set<Party> reverseFor,
            boolean readsRefusal) {

        public Looked {
            answerFor = Set.copyOf(answerFor);
            reverseFor = Set.copyOf(reverseFor);
        }
    }

    /** The year that it is. */
    public int thisYear() {
        return clock.instant().atOffset(ZoneOffset.UTC).getYear();
    }

    /** Throws {@link NotYours} for whoever is of no party's finance and watches over nothing. */
    public View of(int year) {
        requireReader();
        List<HoursMovement> movements = exchanges.movements();
        int now = thisYear();
        int first = movements.stream().mapToInt(HoursMovement::year).min().orElse(now);
        List<HoursExchange> open =
                exchanges.all().stream().filter(rights::reads).toList();
        return new View(
                HoursYear.of(year, movements),
                IntStream.rangeClosed(Math.min(first, now), now)
                        .boxed()
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                open,
                open.stream().filter(this::waitsForReader).toList(),
                factors.all(),
                rights.states(),
                rights.mayKeepFactors());
    }

    /** Throws {@link NotYours} for whoever is in none of its parties' finance and watches over nothing. */
    public Looked exchange(long id) {
        requireReader();
        HoursExchange exchange = exchanges.get(id);
        if (!rights.reads(exchange)) {
            throw NotYours.of("hours.otherParties", Long.toString(id));
        }
        boolean asked = exchanges.of(exchange.reference()).stream()
                .anyMatch(one -> Long.valueOf(id).equals(one.reverses()) && one.state() == HoursExchange.State.WAITING);
        boolean mayReverse = exchange.state() == HoursExchange.State.POSTED && exchange.reverses() == null && !asked;
        return new Looked(
                exchange,
                rights.isFree(exchange) ? rights.financeIn(exchange.awaited()) : Set.of(),
                exchange.state() == HoursExchange.State.WAITING && rights.isFinanceOf(exchange.enteredFor()),
                mayReverse ? rights.financeIn(exchange.parties()) : Set.of(),
                exchange.refusal()
                        .filter(answer -> rights.readsRefusal(exchange, answer))
                        .isPresent());
    }

    /** Those of a flight that stand or stood; for who reads its accounts, which whoever calls this has asked. */
    public List<HoursExchange> counted(OperationReference reference) {
        return exchanges.of(reference).stream()
                .filter(exchange -> exchange.state() == HoursExchange.State.POSTED
                        || exchange.state() == HoursExchange.State.REVERSED
                        || exchange.stands())
                .toList();
    }

    /** Throws {@link NotYours} for whoever is of no party's finance and watches over nothing. */
    public void requireReader() {
        rights.requireReader();
    }

    private boolean waitsForReader(HoursExchange exchange) {
        return rights.isFree(exchange) && !rights.financeIn(exchange.awaited()).isEmpty();
    }
}
