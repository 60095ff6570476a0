package org.jointflights.process.example;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.planning.Quotes;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.money.Money;
import org.jointflights.process.example.ExampleUsers.OpenForm;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * What example people answer while a flight that somebody has proposed is planned and its costs are agreed: seats, a quote and the charter as
 * its one cost, with round figures that nobody stated and that are called assumed.
 */
@Component
@Profile("example")
class ExamplePlans {

    private static final Seats ASSUMED = new Seats(8, 12, 1, 1, 1, 0);
    private static final long ASSUMED_CENTS_A_SEAT = 1_000_00;

    private final Flights flights;
    private final Participations participations;
    private final FindAirports airports;
    private final Quotes quotes;
    private final Budgets budgets;

    ExamplePlans(
            Flights flights, Participations participations, FindAirports airports, Quotes quotes, Budgets budgets) {
        this.flights = flights;
        this.participations = participations;
        this.airports = airports;
        this.quotes = quotes;
        this.budgets = budgets;
    }

    /** A state takes part, boards where the aircraft stops at home, or else where it starts, and takes no more than its part of the seats. */
    Map<String, ?> offered(OperationReference reference, OpenForm form) {
        Flight flight = flights.get(reference);
        Map<String, Object> answer = ExampleSteps.counted(
                within(flight.capacity() / participations.of(reference).size()));
        answer.putAll(Map.of("takesPart", "yes", "embarkation", home(flight, form.party()), "answerFinal", "yes"));
        return answer;
    }

    private static Seats within(int seats) {
        if (seats >= ASSUMED.total()) {
            return ASSUMED;
        }
        int returnees = Math.max(1, seats / 3);
        return new Seats(returnees, Math.max(1, seats - returnees), 0, 0, 0, 0);
    }

    private String home(Flight flight, Party party) {
        List<String> boarding = flight.route().embarkations();
        return boarding.stream()
                .filter(airport ->
                        airports.get("embarkation", airport).country().equals(party.code()))
                .findFirst()
                .orElse(boarding.get(0));
    }

    /** The organiser settles what the states have answered. */
    Map<String, ?> settled(OperationReference reference) {
        Party organiser = flights.get(reference).organiser();
        return ExampleSteps.settled(organiser, organiser + " monitoring body (assumed)", WithdrawalRule.COMMITTED);
    }

    /** The last quote there is, at a price by the seat. */
    Map<String, ?> quoted(OperationReference reference) {
        Flight flight = flights.get(reference);
        return ExampleSteps.quoted(
                flight, "Assumed carrier", Money.euro(flight.capacity() * ASSUMED_CENTS_A_SEAT), flight.capacity());
    }

    /** The cheapest aircraft that holds everybody: other currencies are for people to compare. */
    Map<String, ?> chosen(OperationReference reference) {
        int needed = Participation.seatsOf(participations.of(reference)).total();
        return quotes.of(reference).stream()
                .filter(quote -> quote.seats() >= needed)
                .min(Comparator.comparing(CarrierQuote::price))
                .map(quote -> Map.of("quote", Integer.toString(quote.position())))
                .orElseThrow();
    }

    /** The charter is the one cost where nobody has entered any; then that is all. */
    Map<String, ?> costs(OperationReference reference) {
        if (!budgets.of(reference).isEmpty()) {
            return Map.of("action", "NOTHING", "another", "no");
        }
        Money price = charter(reference);
        return new HashMap<>(Map.of(
                "action",
                "ADD",
                "category",
                "CHARTER",
                "description",
                flights.get(reference).route().toString(),
                "amount",
                price.decimal().toPlainString(),
                "currency",
                price.currency().getCurrencyCode(),
                "payer",
                flights.get(reference).organiser().code(),
                "sharing",
                "ALL",
                "another",
                "no"));
    }

    /** The charter is signed at the price that was quoted. */
    Map<String, ?> contracted(OperationReference reference) {
        return Map.of("price", charter(reference).decimal().toPlainString(), "signed", "yes");
    }

    private Money charter(OperationReference reference) {
        return quotes.of(reference).stream()
                .filter(CarrierQuote::isChosen)
                .findFirst()
                .orElseThrow()
                .price();
    }
}
