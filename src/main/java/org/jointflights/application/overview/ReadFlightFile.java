package org.jointflights.application.overview;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jointflights.application.approval.SignedVersions;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.costs.ShareAnswer;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.Permits;
import org.jointflights.application.flight.WithdrawalRules;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Reader;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.planning.Crews;
import org.jointflights.application.planning.Quotes;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.operation.GateAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what is known of one flight for whoever is signed in. */
@Service
@Transactional(readOnly = true)
public class ReadFlightFile {

    private final CheckFlightAccess access;
    private final Participations participations;
    private final Crews crews;
    private final WithdrawalRules rules;
    private final Quotes quotes;
    private final Contracts contracts;
    private final Permits permits;
    private final Cancellations cancellations;
    private final Splits splits;
    private final Budgets budgets;
    private final SignedVersions versions;
    private final Transfers transfers;
    private final ReadAccounts accounts;
    private final TrailEntries trail;
    private final Outbox outbox;
    private final OpenWork work;
    private final DeployedModels models;
    private final AnswerGates gates;
    private final People people;
    private final SubmitFlightAct acts;
    private final Clock clock;

    ReadFlightFile(
            CheckFlightAccess access,
            Participations participations,
            Crews crews,
            WithdrawalRules rules,
            Quotes quotes,
            Contracts contracts,
            Permits permits,
            Cancellations cancellations,
            Splits splits,
            Budgets budgets,
            SignedVersions versions,
            Transfers transfers,
            ReadAccounts accounts,
            TrailEntries trail,
            Outbox outbox,
            OpenWork work,
            DeployedModels models,
            AnswerGates gates,
            People people,
            SubmitFlightAct acts,
            Clock clock) {
        this.access = access;
        this.participations = participations;
        this.crews = crews;
        this.rules = rules;
        this.quotes = quotes;
        this.contracts = contracts;
        this.permits = permits;
        this.cancellations = cancellations;
        this.splits = splits;
        this.budgets = budgets;
        this.versions = versions;
        this.transfers = transfers;
        this.accounts = accounts;
        this.trail = trail;
        this.outbox = outbox;
        this.work = work;
        this.models = models;
        this.gates = gates;
        this.people = people;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Throws {@link Unknown} if there is no such flight, {@link org.jointflights.domain.NotYours} if
     * it is somebody else's.
     */
    public FlightFile file(OperationReference reference) {
        Flight flight = access.require(reference);
        Viewer viewer = access.viewer();
        Split split = splits.current(reference).orElse(null);
        List<ShareAnswer> answers = split == null ? List.of() : splits.answers(reference, split.number());
        List<Participation> parts = participations.of(reference);
        Reader reader = new Reader(viewer, accounts.areOpen(reference), leftAt(flight, parts, viewer));
        List<TrailEntry> all = trail.of(reference);
        List<TrailEntry> happened =
                all.stream().filter(entry -> entry.isFor(reader)).toList();
        KnownToReader known = new KnownToReader(reader, all);
        List<Signature> signatures = known.signatures(versions.signatures(reference)).stream()
                .map(signature -> viewer.seesDetailsOf(signature.party()) ? signature : withoutReason(signature))
                .toList();
        List<WaitingTask> tasks = work.tasks(reference);
        List<Wait> waits = ListFlights.waits(tasks, viewer, reader.leftAt() != null, clock.instant());
        return new FlightFile(
                flight,
                parts.stream()
                        .map(participation ->
                                viewer.seesDetailsOf(participation.party()) || isOpenlyWithdrawn(participation, known)
                                        ? participation
                                        : withoutReason(participation))
                        .toList(),
                known.crew(crews.of(reference).orElse(null)),
                rules.of(reference),
                known.quotes(quotes.of(reference)),
                known.contracts(contracts.of(reference)),
                known.permits(permits.of(reference)),
                known.cancellation(cancellations.of(reference).orElse(null)),
                budgets.of(reference),
                split,
                answers.stream()
                        .filter(answer -> viewer.seesDetailsOf(answer.party()))
                        .toList(),
                answers.stream().map(ShareAnswer::party).collect(toUnmodifiableSet()),
                known.versions(versions.of(reference)),
                signatures,
                transfers.of(reference),
                happened,
                notices(reference, viewer),
                known.stops(stops(flight, viewer)),
                waits,
                work.positions(reference).stream()
                        .filter(place -> viewer.seesDetailsOf(place.party()))
                        .toList(),
                work.failed().contains(reference),
                reader.readsAccounts(),
                names(happened, signatures, waits),
                possible(reference, tasks),
                viewer);
    }

    /** The notices to the groups of whoever is signed in, the newest first. */
    public List<Notice> noticesOfMine() {
        return outbox.to(access.viewer().groups());
    }

    /** The process that every flight runs through from its proposal to its closed accounts. */
    public String wholeLife() {
        return models.wholeLife();
    }

    /** The model of one of the flight's processes, as XML. */
    public String model(OperationReference reference, String process) {
        access.require(reference);
        return models.xml(reference, process).orElseThrow(() -> Unknown.of("overview.model.unknown", process));
    }

    /** Answers are closed while somebody may still correct one; before and afterwards there is nothing to close. */
    private Set<FlightAct> possible(OperationReference reference, List<WaitingTask> tasks) {
        Set<FlightAct> possible = EnumSet.noneOf(FlightAct.class);
        possible.addAll(acts.possible(reference));
        if (tasks.stream().noneMatch(task -> task.endedBy() == FlightAct.CLOSE_ANSWERS)) {
            possible.remove(FlightAct.CLOSE_ANSWERS);
        }
        return possible;
    }

    /** What stops the flight now: told to the state, to the organiser and to those who see all; the reasons are not. */
    private List<GateAnswer> stops(Flight flight, Viewer viewer) {
        if (flight.stage() != Stage.OPERATION && flight.stage() != Stage.IN_FLIGHT) {
            return List.of();
        }
        return gates.openStops(flight.reference()).stream()
                .filter(stop -> stop.question().gate().answerer().isForFlight()
                        || viewer.seesDetailsOf(stop.question().party())
                        || viewer.parties().contains(flight.organiser()))
                .toList();
    }

    private List<Notice> notices(OperationReference reference, Viewer viewer) {
        return outbox.of(reference).stream()
                .filter(notice -> viewer.all() || viewer.groups().contains(notice.recipient()))
                .toList();
    }

    /** When the last of the reader's parties withdrew; nothing while one is in, or if none ever was. */
    private static @Nullable Instant leftAt(Flight flight, List<Participation> participations, Viewer viewer) {
        List<Participation> withdrawn = participations.stream()
                .filter(participation -> participation.status() == Participation.Status.WITHDRAWN)
                .toList();
        if (!viewer.hasLeft(flight.organiser(), parties(participations), parties(withdrawn))) {
            return null;
        }
        return withdrawn.stream()
                .filter(participation -> viewer.parties().contains(participation.party()))
                .map(Participation::since)
                .max(naturalOrder())
                .orElse(null);
    }

    private static List<Party> parties(List<Participation> participations) {
        return participations.stream().map(Participation::party).toList();
    }

    private Map<String, String> names(List<TrailEntry> happened, List<Signature> signatures, List<Wait> waits) {
        Map<String, String> names = new TreeMap<>();
        Stream.of(
                        happened.stream().map(TrailEntry::actor),
                        signatures.stream().map(Signature::person),
                        waits.stream()
                                .map(Wait::task)
                                .filter(task -> task != null)
                                .flatMap(task -> Stream.ofNullable(task.claimedBy())))
                .flatMap(ids -> ids)
                .distinct()
                .forEach(id -> people.find(id).ifPresent(person -> names.put(id, person.name())));
        return names;
    }

    private static Participation withoutReason(Participation participation) {
        return new Participation(
                participation.reference(),
                participation.party(),
                participation.status(),
                participation.seats(),
                participation.embarkation(),
                participation.handOver(),
                null,
                participation.since(),
                participation.daysBefore());
    }

    /** Why a state withdrew is told to all that were still in. */
    private static boolean isOpenlyWithdrawn(Participation participation, KnownToReader known) {
        return participation.status() == Participation.Status.WITHDRAWN && known.isKnown(participation.since());
    }

    private static Signature withoutReason(Signature signature) {
        return new Signature(
                signature.reference(),
                signature.version(),
                signature.hash(),
                signature.role(),
                signature.party(),
                signature.person(),
                signature.at(),
                signature.refused(),
                null,
                signature.voidedFor());
    }
}
