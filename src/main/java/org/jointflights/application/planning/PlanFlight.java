package org.jointflights.application.planning;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.WithdrawalRules;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Crew;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proposing a flight, asking the states, and choosing how it is flown. */
@Service
@Transactional
public class PlanFlight {

    private final Flights flights;
    private final Participations participations;
    private final Quotes quotes;
    private final Crews crews;
    private final WithdrawalRules rules;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final CurrentUser actor;
    private final Clock clock;

    PlanFlight(
            Flights flights,
            Participations participations,
            Quotes quotes,
            Crews crews,
            WithdrawalRules rules,
            WriteTrail trail,
            WriteNotices notices,
            CurrentUser actor,
            Clock clock) {
        this.flights = flights;
        this.participations = participations;
        this.quotes = quotes;
        this.crews = crews;
        this.rules = rules;
        this.trail = trail;
        this.notices = notices;
        this.actor = actor;
        this.clock = clock;
    }

    /** Until when an offer can be answered, and when those who have not are reminded. */
    public record Offer(Instant replyBy, Instant remindAt) {}

    /** Puts a new flight on record under a reference of its own. */
    public Flight propose(Proposal proposal) {
        OperationReference reference =
                flights.nextReference(proposal.departure().getYear());
        return propose(proposal, reference, proposal.departure().toLocalDate(), null);
    }

    /**
     * Puts on record a flight that has a reference and a real date already, and says what was assumed about it.
     *
     * @param realDate decides which law and which funds apply, whatever day the example moves the departure to
     */
    public Flight propose(
            Proposal proposal, OperationReference reference, LocalDate realDate, @Nullable String assumed) {
        ZonedDateTime departure = proposal.departure();
        if (!departure.toInstant().isAfter(clock.instant())) {
            throw BadInput.of("departure", departure.toLocalDateTime(), "planning.departure.past");
        }
        if (proposal.capacity() < 1 || proposal.capacity() > Flight.LARGEST_AIRCRAFT) {
            throw BadInput.of("capacity", proposal.capacity(), "common.wholeNumber", 1, Flight.LARGEST_AIRCRAFT);
        }
        if (!actor.isIn(proposal.organiser() + "coordinator") && !actor.id().equals(CurrentUser.SYSTEM)) {
            throw NotYours.of("planning.propose.notCoordinator", proposal.organiser());
        }
        Set<Party> asked = new TreeSet<>(proposal.invited());
        asked.add(proposal.organiser());
        if (asked.stream().anyMatch(Party::isFrontex)) {
            throw BadInput.of("invited", Party.FRONTEX, "planning.invited.frontex");
        }
        if (proposal.type() != FlightType.NRO && asked.size() < 2) {
            throw BadInput.of("invited", "", "planning.invited.nobody", proposal.type());
        }
        Instant now = clock.instant();
        flights.add(new Flight(
                reference,
                proposal.type(),
                proposal.organiser(),
                proposal.destination(),
                proposal.route(),
                departure,
                realDate,
                proposal.capacity(),
                Stage.PLANNING,
                now,
                null,
                0,
                assumed,
                0));
        asked.forEach(party -> participations.put(Participation.invited(reference, party, now)));
        trail.record(reference, TrailEvent.PROPOSED, proposal.destination(), proposal.route());
        return flights.get(reference);
    }

    /** Invites further states to a flight whose offer is about to go out again. */
    public void invite(OperationReference reference, Set<Party> more) {
        Set<Party> known = new TreeSet<>();
        participations.of(reference).forEach(participation -> known.add(participation.party()));
        for (Party party : more) {
            if (party.isFrontex()) {
                throw BadInput.of("invited", party, "planning.invited.frontex");
            }
            if (known.add(party)) {
                participations.put(Participation.invited(reference, party, clock.instant()));
            }
        }
    }

    /** Sends the offer to every state that has not answered yet. */
    public Offer publishOffer(OperationReference reference) {
        Flight flight = flights.get(reference);
        ZonedDateTime now = clock.instant().atZone(flight.departure().getZone());
        ZonedDateTime replyBy = Deadlines.reply(now, flight.departure());
        for (Party party : invited(reference)) {
            notices.send(
                    reference,
                    party + "coordinator",
                    "offer-" + replyBy.toLocalDate(),
                    "notice.offer",
                    reference,
                    flight.destination(),
                    flight.departure().toLocalDate(),
                    replyBy.toLocalDate());
        }
        int asked = invited(reference).size();
        if (asked > 0) {
            trail.record(reference, TrailEvent.OFFERED, asked, replyBy.toLocalDate());
        }
        return new Offer(replyBy.toInstant(), Deadlines.reminder(replyBy).toInstant());
    }

    /** The states whose answer is awaited. */
    @Transactional(readOnly = true)
    public List<Party> invited(OperationReference reference) {
        return participations.of(reference).stream()
                .filter(Participation::isAwaited)
                .map(Participation::party)
                .toList();
    }

    /** A state takes part with that many seats. */
    public void declare(
            OperationReference reference, Party party, Seats seats, String embarkation, @Nullable String handOver) {
        Flight flight = flights.get(reference);
        Participation participation = participations.get(reference, party);
        flight.requireOpenForAnswers();
        Participation declared = participation.declared(seats, embarkation, handOver, clock.instant());
        flight.requireMayDeclare(party, seats, embarkation, handOver);
        participations.put(declared);
        trail.recordOf(reference, party, TrailEvent.DECLARED, party, seats.returnees(), seats.staff(), embarkation);
    }

    /** A state does not take part. */
    public void decline(OperationReference reference, Party party, String reason) {
        Flight flight = flights.get(reference);
        Participation participation = participations.get(reference, party);
        flight.requireOpenForAnswers();
        Participation declined = participation.declined(reason, clock.instant());
        flight.requireMayDecline(party);
        participations.put(declined);
        trail.recordOf(reference, party, TrailEvent.DECLINED, party, reason);
    }

    /** The deadline has passed: a state that has not answered is out. The organiser stays, with no seats of its own. */
    public void closeAnswer(OperationReference reference, Party party) {
        Participation participation = participations.get(reference, party);
        if (!participation.isAwaited()) {
            return;
        }
        participations.put(participation.closed(flights.get(reference), clock.instant()));
        trail.recordOf(reference, party, TrailEvent.NOT_ANSWERED, party);
    }

    /** Reminds a state two working days before its answer is due. */
    public void remind(OperationReference reference, Party party) {
        Flight flight = flights.get(reference);
        notices.send(
                reference,
                party + "coordinator",
                "offer-reminder-" + flight.postponed(),
                "notice.offerReminder",
                reference,
                flight.destination());
    }

    /** The seats declared so far, in all. */
    @Transactional(readOnly = true)
    public Seats declared(OperationReference reference) {
        return participations.of(reference).stream()
                .filter(Participation::takesPart)
                .map(Participation::seats)
                .reduce(Seats.NONE, Seats::plus);
    }

    /**
     * The organiser settles the plan: the seats fit, enough states take part, the crew is provided for, and it is said
     * what empty seats will do to the shares.
     */
    public void consolidate(OperationReference reference, Crew crew, WithdrawalRule rule) {
        Flight flight = flights.get(reference);
        Seats declared = declared(reference);
        if (declared.total() > flight.capacity()) {
            throw BadInput.of("decision", declared.total(), "planning.seats.tooMany", flight.capacity());
        }
        if (declared.returnees() == 0) {
            throw BadInput.of("decision", 0, "planning.nobodyAboard");
        }
        long states = participations.of(reference).stream()
                .filter(Participation::takesPart)
                .count();
        if (flight.type() != FlightType.NRO && states < 2) {
            throw BadInput.of("decision", states, "planning.alone", flight.type());
        }
        crews.put(reference, crew);
        rules.put(reference, rule);
        trail.record(reference, TrailEvent.CONSOLIDATED, states, declared.returnees(), declared.staff());
        trail.record(reference, TrailEvent.WITHDRAWAL_RULE, Sentence.of("costs.rule." + rule));
    }

    /** The organiser sees no plan that could be flown; the flight ends before anything was committed. */
    public void noPlan(OperationReference reference) {
        trail.record(reference, TrailEvent.NO_PLAN);
    }

    /** A carrier's quote is put on record. */
    public void enterQuote(CarrierQuote quote) {
        Flight flight = flights.get(quote.reference());
        quote.requireStandsOn(
                clock.instant().atZone(flight.departure().getZone()).toLocalDate());
        quotes.put(quote.entered(clock.instant()));
        trail.record(quote.reference(), TrailEvent.QUOTED, quote.carrier(), quote.price());
    }

    /**
     * The organiser takes one quote. One that is not the cheapest in its currency needs a reason, and the aircraft must
     * hold everybody declared.
     */
    public void chooseCarrier(OperationReference reference, int position, @Nullable String reason) {
        List<CarrierQuote> all = quotes.of(reference);
        CarrierQuote chosen = all.stream()
                .filter(quote -> quote.position() == position)
                .findFirst()
                .orElseThrow(() -> BadInput.of("quote", position, "planning.quote.unknown", all.size()));
        int needed = declared(reference).total();
        if (chosen.seats() < needed) {
            throw BadInput.of("quote", chosen.carrier(), "planning.quote.tooSmall", chosen.seats(), needed);
        }
        CarrierQuote cheapest = all.stream()
                .filter(quote -> quote.price().currency().equals(chosen.price().currency()) && quote.seats() >= needed)
                .min(Comparator.comparing(CarrierQuote::price))
                .orElse(chosen);
        boolean comparable = all.stream()
                .allMatch(
                        quote -> quote.price().currency().equals(chosen.price().currency()));
        if (reason == null && (!comparable || cheapest.price().compareTo(chosen.price()) < 0)) {
            throw BadInput.of("reason", "", "planning.quote.reason", chosen.carrier(), cheapest.carrier());
        }
        all.stream().filter(CarrierQuote::isChosen).forEach(quote -> quotes.put(quote.notChosen()));
        quotes.put(chosen.chosen(reason == null ? CarrierQuote.CHEAPEST : reason));
        Flight flight = flights.get(reference);
        flights.put(flight.planned(flight.route(), flight.departure().getZone(), chosen.seats()));
        trail.record(reference, TrailEvent.CARRIER_CHOSEN, chosen.carrier(), chosen.price());
    }
}
