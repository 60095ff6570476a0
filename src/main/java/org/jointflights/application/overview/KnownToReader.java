package org.jointflights.application.overview;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jointflights.application.people.Audience;
import org.jointflights.application.people.Reader;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Party;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.StoredVersion;
import org.jointflights.domain.closing.MonitorReport;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.flight.Crew;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.ResumingAdvice;
import org.jointflights.domain.flight.Suspension;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.Restraint;
import org.jointflights.domain.operation.StopOrder;
import org.jspecify.annotations.Nullable;

/**
 * What of a flight's plan, quotes, papers and signatures the reader knows: all of it, or, for a state that has withdrawn,
 * what there was until then. What bears no time of its own is as old as the last entry of the trail about it.
 */
final class KnownToReader {

    private final Reader reader;
    private final Supplier<List<TrailEntry>> happened;
    private @Nullable List<TrailEntry> trail;

    /** All that happened, also what the reader may not read; asked for once, and not before it matters. */
    KnownToReader(Reader reader, Supplier<List<TrailEntry>> happened) {
        this.reader = reader;
        this.happened = happened;
    }

    private Stream<TrailEntry> happened() {
        List<TrailEntry> read = trail;
        if (read == null) {
            read = happened.get();
            trail = read;
        }
        return read.stream();
    }

    Reader reader() {
        return reader;
    }

    Viewer viewer() {
        return reader.viewer();
    }

    /** What happened, as far as the reader may read it. */
    List<TrailEntry> trail() {
        return happened().filter(entry -> entry.isFor(reader)).toList();
    }

    List<CarrierQuote> quotes(List<CarrierQuote> quotes) {
        boolean choice = unchangedBy(TrailEvent.CARRIER_CHOSEN);
        return quotes.stream()
                .filter(quote -> reader.leftAt() == null || (quote.entered() != null && reader.knewAt(quote.entered())))
                .map(quote -> quote.isChosen() ? quote.at(priceAsFarAsTold(quote.price())) : quote)
                .map(quote -> choice ? quote : quote.notChosen())
                .toList();
    }

    @Nullable
    Crew crew(@Nullable Crew crew) {
        return unchangedBy(TrailEvent.CONSOLIDATED) ? crew : null;
    }

    List<Permit> permits(List<Permit> permits) {
        return unchangedBy(TrailEvent.PERMIT) && unchangedBy(TrailEvent.PERMIT_ANSWER) ? permits : List.of();
    }

    List<Contract> contracts(List<Contract> contracts) {
        return contracts.stream()
                .filter(contract -> isTold(contract.signedAt()))
                .map(this::asFarAsTold)
                .toList();
    }

    @Nullable
    Cancellation cancellation(@Nullable Cancellation cancellation) {
        return cancellation != null && isTold(cancellation.at()) ? cancellation : null;
    }

    List<StoredVersion> versions(List<StoredVersion> versions) {
        return versions.stream().filter(version -> isTold(version.frozen())).toList();
    }

    List<Signature> signatures(List<Signature> signatures) {
        return signatures.stream()
                .filter(signature -> reader.mayRead(
                        Audience.COSTS,
                        signature.at(),
                        Stream.ofNullable(signature.party()).toList()))
                .toList();
    }

    /** What was advised on resuming is told as the trail tells it; the reasons are for those who work for no party. */
    @Nullable
    Suspension suspension(@Nullable Suspension suspension) {
        ResumingAdvice advice = suspension == null ? null : suspension.advice();
        if (suspension == null || advice == null || viewer().all()) {
            return suspension;
        }
        return reader.knewAt(advice.at()) ? suspension.withoutReasons() : null;
    }

    /** That somebody is stopped is told to all; why, to the group that stopped, the state's verifiers and the rights officers. */
    List<StopOrder> orders(List<StopOrder> orders) {
        return orders.stream()
                .filter(order -> viewer().all() || reader.knewAt(order.at()))
                .map(order -> readsReason(order) ? order : order.withoutReason())
                .toList();
    }

    private boolean readsReason(StopOrder order) {
        Party party = order.party();
        Set<String> groups = viewer().groups();
        return groups.contains(order.group())
                || groups.contains(Role.RIGHTS_OFFICER.group())
                || (party != null && groups.contains(Role.LEGAL.groupOf(party)));
    }

    List<GateAnswer> stops(List<GateAnswer> stops) {
        return stops.stream()
                .filter(stop -> reader.mayRead(
                        Audience.FLIGHT, stop.at(), Set.of(stop.question().party())))
                .toList();
    }

    /** Head counts are told to those whom the trail tells of them: the state itself and those who see everything. */
    List<CountedParty> counts(List<CountedParty> counts) {
        return counts.stream()
                .filter(count -> viewer().seesDetailsOf(count.party()))
                .toList();
    }

    List<Restraint> restraints(List<Restraint> restraints) {
        return restraints.stream()
                .filter(restraint -> viewer().seesDetailsOf(restraint.party()))
                .toList();
    }

    List<MonitorReport> reports(List<MonitorReport> reports) {
        return reports.stream()
                .filter(report -> reader.mayRead(Audience.FLIGHT, report.asked(), Set.of(report.party())))
                .toList();
    }

    /** Whether another party's reason to leave may be told. */
    boolean isKnown(Instant since) {
        return reader.knewAt(since);
    }

    private boolean isTold(Instant at) {
        return reader.mayRead(Audience.COSTS, at, Set.of());
    }

    private Contract asFarAsTold(Contract contract) {
        Instant released = contract.releasedAt();
        boolean told = released == null || isTold(released);
        return new Contract(
                contract.reference(),
                contract.signedBy(),
                contract.carrier(),
                priceAsFarAsTold(contract.price()),
                contract.signedAt(),
                told ? released : null,
                told ? contract.penalty() : null,
                contract.priceAsked());
    }

    /** What the carrier took before it named a new price of which the reader is not told. */
    private Money priceAsFarAsTold(Money now) {
        if (reader.leftAt() == null) {
            return now;
        }
        return happened()
                .filter(entry -> entry.event() == TrailEvent.REPRICED && !isTold(entry.at()))
                .min(Comparator.comparing(TrailEntry::at))
                .map(entry -> entry.arguments().get(1))
                .filter(Money.class::isInstance)
                .map(Money.class::cast)
                .orElse(now);
    }

    private boolean unchangedBy(TrailEvent event) {
        return reader.leftAt() == null
                || happened().filter(entry -> entry.event() == event).allMatch(entry -> reader.knewAt(entry.at()));
    }
}
