package org.jointflights.application.needs;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Airport;
import org.jointflights.domain.needs.Need;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A state says what it expects, changes it by saying it anew, and takes it back. */
@Service
@Transactional
public class EnterNeeds {

    /** Of one state: more than two hundred of a destination and month are no plan, and everybody's matches are found among all. */
    static final int MOST = 200;

    /** Entries are kept so long after their month, to compare with what was flown. */
    private static final int MONTHS_KEPT = 12;

    private final Needs needs;
    private final FindAirports airports;
    private final NeedRights rights;
    private final Clock clock;

    EnterNeeds(Needs needs, FindAirports airports, NeedRights rights, Clock clock) {
        this.needs = needs;
        this.airports = airports;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * The {@code persons} that a {@code party} expects to return in a {@code month} from an {@code embarkation} airport to a
     * {@code destination}, instead of what it said before of that month and destination; what counts from now on. Throws
     * {@link org.jointflights.domain.NotYours} for anybody but its coordinators, {@link BadInput} for what cannot be, and
     * {@link Conflict} where the state has too many.
     */
    public Need enter(TypedFields typed) {
        Party party = ownParty(typed);
        YearMonth month = month(typed, "month");
        Airport destination = airports.get("destination", typed.text("destination"));
        Airport embarkation = airports.get("embarkation", typed.text("embarkation"));
        if (destination.country().equals(party.code())) {
            throw BadInput.of("destination", destination.iata(), "needs.ownCountry", party);
        }
        Need need = new Need(
                party,
                month,
                destination.iata(),
                embarkation.iata(),
                typed.wholeNumber("persons", 1, Seats.MOST),
                rights.actor(),
                clock.instant());
        List<Need> others = needs.from(thisMonth()).stream()
                .filter(other -> other.party().equals(party) && !other.isSameAs(need))
                .toList();
        if (others.size() >= MOST) {
            throw Conflict.of("needs.tooMany", party, MOST);
        }
        needs.forgetBefore(thisMonth().minusMonths(MONTHS_KEPT));
        needs.add(need);
        return need;
    }

    /**
     * What a {@code party} said of a {@code month} and {@code destination} counts no longer. Throws
     * {@link org.jointflights.domain.NotYours} for anybody but its coordinators, and {@link Conflict} where nothing counts.
     */
    public void withdraw(TypedFields typed) {
        Party party = ownParty(typed);
        needs.add(counting(typed, party).withdrawn(rights.actor(), clock.instant()));
    }

    private Need counting(TypedFields typed, Party party) {
        YearMonth month = month(typed, "month");
        String destination =
                airports.get("destination", typed.text("destination")).iata();
        return needs.from(month).stream()
                .filter(other -> other.party().equals(party)
                        && other.month().equals(month)
                        && other.destination().equals(destination))
                .findFirst()
                .orElseThrow(() -> Conflict.of("needs.withdrawn", party, month, destination));
    }

    /**
     * What a {@code party} said of a {@code month} and {@code destination} counts for the month {@code toMonth} from now on, as it
     * is returned.
     * Throws {@link org.jointflights.domain.NotYours} for anybody but its coordinators, and {@link Conflict} where nothing counts,
     * or something counts there already.
     */
    public Need move(TypedFields typed) {
        Party party = ownParty(typed);
        YearMonth to = month(typed, "toMonth");
        Need need = counting(typed, party);
        List<Need> there = needs.from(to).stream()
                .filter(other -> other.isSameAs(need.in(to)))
                .toList();
        if (!there.isEmpty()) {
            throw Conflict.of("needs.move.taken", party, to, need.destination());
        }
        String actor = rights.actor();
        needs.add(need.withdrawn(actor, clock.instant()));
        Need moved =
                new Need(party, to, need.destination(), need.embarkation(), need.persons(), actor, clock.instant());
        needs.add(moved);
        return moved;
    }

    /** Throws {@link org.jointflights.domain.NotYours} for whoever coordinates for no state. */
    public void requireCoordinator() {
        rights.requireCoordinator();
    }

    private Party ownParty(TypedFields typed) {
        Party party = typed.party("party");
        rights.requireCoordinatorOf(party);
        return party;
    }

    private YearMonth month(TypedFields typed, String field) {
        String text = typed.text(field);
        YearMonth first = thisMonth();
        YearMonth last = first.plusMonths(Need.MONTHS_AHEAD);
        try {
            YearMonth month = YearMonth.parse(text);
            if (!month.isBefore(first) && !month.isAfter(last)) {
                return month;
            }
        } catch (DateTimeParseException noMonth) {
            throw BadInput.of(field, text, "needs.month", first, last);
        }
        throw BadInput.of(field, text, "needs.month", first, last);
    }

    private YearMonth thisMonth() {
        return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }
}
