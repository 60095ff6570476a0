package org.jointflights.application.netting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Day;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.netting.Netting;
import org.jointflights.domain.settlement.Transfer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chosen flights of a period are put forward to be settled together. */
@Service
@Transactional
public class ProposeNetting {

    /** So many go into one: each is settled in the transaction of the last payment. */
    static final int MOST_FLIGHTS = 100;

    private static final int MOST_YEARS = 3;

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private final Nettings nettings;
    private final NettingWorkflow workflow;
    private final NettingRights rights;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final WriteNotices notices;
    private final Clock clock;

    ProposeNetting(
            Nettings nettings,
            NettingWorkflow workflow,
            NettingRights rights,
            CurrentUser actor,
            WriteTrail trail,
            WriteNotices notices,
            Clock clock) {
        this.nettings = nettings;
        this.workflow = workflow;
        this.rights = rights;
        this.actor = actor;
        this.trail = trail;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * A flight that can come into one.
     *
     * @param year of its departure
     */
    public record Flight(OperationReference reference, LocalDate signed, int year, List<Transfer> transfers) {

        public Flight {
            transfers = List.copyOf(transfers);
        }
    }

    /** The flights whose accounts were signed on one of these days and that the person may propose. Throws {@link BadInput} for none. */
    @Transactional(readOnly = true)
    public List<Flight> flights(LocalDate from, LocalDate to) {
        rights.requireFinance();
        requireDay("periodFrom", from);
        requireDay("periodTo", to);
        if (to.isBefore(from)) {
            throw BadInput.of("periodTo", to, "netting.period.turned", from);
        }
        if (to.isAfter(from.plusYears(MOST_YEARS))) {
            throw BadInput.of("periodTo", to, "netting.period.long", MOST_YEARS, from.plusYears(MOST_YEARS));
        }
        SortedMap<OperationReference, List<Nettings.Candidate>> byFlight = new TreeMap<>();
        nettings.candidates(from, to, rights.today())
                .forEach(candidate -> byFlight.computeIfAbsent(
                                candidate.transfer().reference(), unseen -> new ArrayList<>())
                        .add(candidate));
        List<Flight> flights = new ArrayList<>();
        byFlight.forEach((reference, candidates) -> {
            List<Transfer> transfers =
                    candidates.stream().map(Nettings.Candidate::transfer).toList();
            if (rights.mayPropose(parties(transfers))) {
                Nettings.Candidate first = candidates.get(0);
                flights.add(new Flight(
                        reference, LocalDate.ofInstant(first.signed(), ZoneOffset.UTC), first.year(), transfers));
            }
        });
        return flights;
    }

    /** Throws {@link BadInput} for a day before there were joint flights, and for one in the far future. */
    @Transactional(readOnly = true)
    public void requireDay(String field, LocalDate day) {
        LocalDate last = rights.today().plusYears(1);
        if (day.isBefore(FIRST_DAY) || day.isAfter(last)) {
            throw BadInput.of(field, day, "netting.period.day", FIRST_DAY, last);
        }
    }

    /**
     * Its number. {@code acrossYears} says that flights of several years come into it, which is refused otherwise. Throws
     * {@link NotYours} for whoever is of no party's finance, {@link BadInput} for fewer than two flights or one that is no candidate of
     * that period, and {@link Conflict} where it saves no payment or a flight's work does not wait for one.
     */
    public long propose(LocalDate from, LocalDate to, Collection<OperationReference> chosen, boolean acrossYears) {
        List<Flight> known = flights(from, to);
        SortedSet<OperationReference> references = new TreeSet<>(chosen);
        if (references.size() < 2 || references.size() > MOST_FLIGHTS) {
            throw BadInput.of("flights", references.size(), "netting.flights.count", MOST_FLIGHTS);
        }
        List<Transfer> transfers = new ArrayList<>();
        SortedSet<Integer> years = new TreeSet<>();
        for (OperationReference reference : references) {
            Flight flight = known.stream()
                    .filter(one -> one.reference().equals(reference))
                    .findFirst()
                    .orElseThrow(() -> BadInput.of("flights", reference, "netting.flight.none", from, to));
            if (!workflow.waits(reference)) {
                throw Conflict.of("netting.flight.doesNotWait", reference);
            }
            transfers.addAll(flight.transfers());
            years.add(flight.year());
        }
        if (years.size() > 1 && !acrossYears) {
            throw BadInput.of(
                    "acrossYears",
                    years.size(),
                    "netting.years",
                    Integer.toString(years.first()),
                    Integer.toString(years.last()));
        }
        Netting netting = Netting.proposed(transfers, actor.id(), clock.instant());
        long id = nettings.add(netting);
        for (OperationReference reference : references) {
            trail.record(reference, TrailEvent.NETTING_PROPOSED, id, references.size(), new Day(netting.signBy()));
        }
        for (Party party : netting.parties()) {
            notices.tell(
                    Role.FINANCE.groupOf(party),
                    "netting-" + id,
                    "notice.netting.proposed",
                    id,
                    references.size(),
                    new Day(netting.signBy()));
        }
        return id;
    }

    private static SortedSet<Party> parties(List<Transfer> transfers) {
        SortedSet<Party> parties = new TreeSet<>();
        transfers.forEach(transfer -> {
            parties.add(transfer.debtor());
            parties.add(transfer.creditor());
        });
        return parties;
    }
}
