package org.jointflights.web.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.application.costs.Split;
import org.jointflights.application.deadlines.FindWayOut;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.overview.CountedParty;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.overview.Wait;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.SigningRole;
import org.jointflights.domain.deadlines.TaskDeadline.Told;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.IncidentCategory;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.operation.Boarding;
import org.jointflights.domain.operation.FlownLeg;
import org.jointflights.domain.operation.HandOver;
import org.jointflights.domain.operation.Returned;
import org.jspecify.annotations.Nullable;

/** The shapes that the API answers with; amounts in whole minor units, instants in UTC. */
final class FlightJson {

    private FlightJson() {}

    record Amount(long amountMinor, String currency) {
        static Amount of(Money money) {
            return new Amount(money.minor(), money.currency().getCurrencyCode());
        }

        static @Nullable Amount orNothing(@Nullable Money money) {
            return money == null ? null : of(money);
        }
    }

    /** Of another party's task only the party is told. */
    record Waiting(
            @Nullable String task,
            @Nullable String name,
            List<String> groups,
            @Nullable String party,
            @Nullable Instant since,
            @Nullable Instant due,
            boolean overdue,
            @Nullable String claimedBy,
            boolean mine) {

        static Waiting of(Wait wait, Locale language) {
            WaitingTask task = wait.task();
            Party party = wait.party();
            return new Waiting(
                    task == null ? null : task.task(),
                    task == null ? null : task.name().in(language),
                    List.copyOf(wait.groups()),
                    party == null ? null : party.code(),
                    task == null ? null : task.since(),
                    task == null ? null : task.due(),
                    wait.overdue(),
                    task == null ? null : task.claimedBy(),
                    wait.mine());
        }
    }

    /** {@code told} is who hears of it, beside those who were asked, when nobody has done it; {@code wayOut} is what leads on then. */
    record OpenTask(
            @Nullable String task,
            @Nullable String name,
            List<String> groups,
            @Nullable String party,
            @Nullable Instant since,
            @Nullable Instant due,
            boolean overdue,
            @Nullable String claimedBy,
            boolean mine,
            List<Told> told,
            @Nullable String wayOut) {

        static OpenTask of(Wait wait, FindWayOut ways, Locale language) {
            Waiting known = Waiting.of(wait, language);
            WaitingTask task = wait.task();
            return new OpenTask(
                    known.task(),
                    known.name(),
                    known.groups(),
                    known.party(),
                    known.since(),
                    known.due(),
                    known.overdue(),
                    known.claimedBy(),
                    known.mine(),
                    task == null ? List.of() : List.copyOf(ways.told(task.task(), task.since())),
                    task == null
                            ? null
                            : worded(ways.of(task.task(), task.since()).orElse(null), language));
        }
    }

    /** Some of the flights that are asked for, how many there are in all, and the address of those that come next. */
    record Listing(
            int total, List<FlightEntry> flights, @Nullable String next) {}

    record Part(
            String party,
            Participation.Status status,
            Seats seats,
            @Nullable String embarkation,
            @Nullable String handOver,
            @Nullable WithdrawalCause cause,
            @Nullable String reason,
            Instant since) {}

    record Quoted(
            int position,
            String carrier,
            Amount price,
            int seats,
            LocalDate option,
            @Nullable String chosenBecause) {}

    record Chartered(
            String carrier,
            String signedBy,
            Amount price,
            Instant signedAt,
            @Nullable Instant releasedAt,
            @Nullable Amount penalty) {}

    /** A state's head counts on the flight under way or the last one; what is not counted yet is missing. */
    record Counted(
            String party,
            @Nullable Seats aboard,
            @Nullable Instant boarded,
            int takenOff,
            @Nullable Integer handedOver,
            @Nullable Integer returning,
            @Nullable Integer withProperty,
            @Nullable Instant confirmed,
            @Nullable Integer landedBack) {}

    record Permitted(
            Permit.Kind kind,
            @Nullable String state,
            @Nullable String number,
            @Nullable Instant requested,
            Permit.Answer answer,
            @Nullable Instant answered,
            @Nullable LocalDate validUntil) {}

    private static Permitted permitted(Permit permit) {
        return new Permitted(
                permit.kind(),
                permit.state() == null ? null : permit.state().code(),
                permit.number(),
                permit.requested(),
                permit.answer(),
                permit.answered(),
                permit.validUntil());
    }

    record Borne(long item, String description, String party, Amount amount, String exactMinor, String reason) {}

    record Divided(
            int number,
            int round,
            Split.Status status,
            Amount total,
            SortedMap<String, Amount> totals,
            List<Borne> shares,
            List<String> guarantees) {}

    record Signed(
            int version,
            String hash,
            SigningRole role,
            @Nullable String party,
            String person,
            Instant at,
            boolean refused,
            @Nullable String reason,
            @Nullable String voidedFor) {}

    record Happened(Instant at, String actor, String code, String sentence) {}

    record Noticed(
            String recipient,
            String sentence,
            Instant created,
            @Nullable Instant sent) {}

    record Place(
            String process,
            String activity,
            String name,
            @Nullable String party) {}

    /** How many serious incidents of a category and a state; what is in them is for its own readers and no program. */
    record Raised(IncidentCategory category, SeriousIncident.State state, int incidents) {}

    /** How many complaints of a state. */
    record Lodged(Complaint.State state, int complaints) {}

    record Cancelled(String reason, @Nullable String causedBy, Instant at, long hoursBeforeDeparture) {}

    record Details(
            String reference,
            FlightType type,
            String organiser,
            String destination,
            List<Stop> route,
            List<FlownLeg> legs,
            OffsetDateTime departure,
            String zone,
            LocalDate realDate,
            int capacity,
            Stage stage,
            Instant stageSince,
            @Nullable String suspendedFor,
            int postponed,
            @Nullable String assumed,
            List<Part> participations,
            List<Quoted> quotes,
            List<Chartered> contracts,
            List<Permitted> permits,
            List<Counted> headCounts,
            List<Raised> seriousIncidents,
            List<Lodged> complaints,
            @Nullable Cancelled cancellation,
            @Nullable Divided split,
            List<Signed> signatures,
            List<OpenTask> waits,
            List<Place> positions,
            boolean failed,
            List<String> acts,
            List<Happened> trail,
            List<Noticed> notices) {}

    static Details details(FlightFile file, FindWayOut ways, Locale language) {
        Flight flight = file.flight();
        return new Details(
                flight.reference().value(),
                flight.type(),
                flight.organiser().code(),
                flight.destination(),
                flight.route().stops(),
                file.plan().legs(),
                flight.departure().toOffsetDateTime(),
                flight.departure().getZone().getId(),
                flight.realDate(),
                flight.capacity(),
                flight.stage(),
                flight.stageSince(),
                flight.suspendedFor(),
                flight.postponed(),
                flight.assumed(),
                file.plan().participations().stream().map(FlightJson::part).toList(),
                file.plan().quotes().stream()
                        .map(quote -> quoted(quote, language))
                        .toList(),
                file.plan().contracts().stream()
                        .map(contract -> new Chartered(
                                contract.carrier(),
                                contract.signedBy().code(),
                                Amount.of(contract.price()),
                                contract.signedAt(),
                                contract.releasedAt(),
                                Amount.orNothing(contract.penalty())))
                        .toList(),
                file.plan().permits().stream().map(FlightJson::permitted).toList(),
                file.operation().counts().stream().map(FlightJson::counted).toList(),
                file.operation().files().counted().stream()
                        .map(count -> new Raised(count.category(), count.state(), count.incidents()))
                        .toList(),
                file.operation().files().countedComplaints().stream()
                        .map(count -> new Lodged(count.state(), count.complaints()))
                        .toList(),
                cancelled(file),
                divided(file.costs().split(), language),
                file.signing().signatures().stream()
                        .map(signature -> new Signed(
                                signature.version(),
                                signature.hash(),
                                signature.role(),
                                code(signature.party()),
                                signature.person(),
                                signature.at(),
                                signature.refused(),
                                signature.reason(),
                                worded(signature.voidedFor(), language)))
                        .toList(),
                file.head().waits().stream()
                        .map(wait -> OpenTask.of(wait, ways, language))
                        .toList(),
                file.standing().positions().stream()
                        .map(place -> new Place(place.process(), place.activity(), place.name(), code(place.party())))
                        .toList(),
                file.head().failed(),
                file.standing().acts().stream().map(FlightAct::path).toList(),
                file.trail().stream()
                        .map(entry -> new Happened(
                                entry.at(),
                                entry.actor(),
                                entry.what().code(),
                                entry.what().in(language)))
                        .toList(),
                file.notices().stream()
                        .map(notice -> new Noticed(
                                notice.recipient(), notice.text().in(language), notice.created(), notice.sent()))
                        .toList());
    }

    private static @Nullable String worded(@Nullable Sentence sentence, Locale language) {
        return sentence == null ? null : sentence.in(language);
    }

    private static Part part(Participation participation) {
        return new Part(
                participation.party().code(),
                participation.status(),
                participation.seats(),
                participation.embarkation(),
                participation.handOver(),
                participation.cause(),
                participation.reason(),
                participation.since());
    }

    private static Counted counted(CountedParty count) {
        Boarding boarded = count.boarded();
        HandOver end = count.handedOver();
        Returned back = count.returned();
        return new Counted(
                count.party().code(),
                boarded == null ? null : boarded.aboard(),
                boarded == null ? null : boarded.at(),
                count.takenOff(),
                end == null ? null : end.handedOver(),
                end == null ? null : end.returning(),
                end == null ? null : end.withProperty(),
                end == null ? null : end.at(),
                back == null ? null : back.landed());
    }

    private static Quoted quoted(CarrierQuote quote, Locale language) {
        return new Quoted(
                quote.position(),
                quote.carrier(),
                Amount.of(quote.price()),
                quote.seats(),
                quote.option(),
                worded(quote.because(), language));
    }

    private static @Nullable Cancelled cancelled(FlightFile file) {
        var cancellation = file.head().cancellation();
        return cancellation == null
                ? null
                : new Cancelled(
                        cancellation.reason(),
                        code(cancellation.causedBy()),
                        cancellation.at(),
                        cancellation.beforeDeparture().toHours());
    }

    private static @Nullable Divided divided(@Nullable Split split, Locale language) {
        if (split == null) {
            return null;
        }
        Money total = split.total();
        List<Borne> shares = new ArrayList<>();
        split.shares()
                .forEach(share -> shares.add(new Borne(
                        share.item(),
                        split.itemOf(share).description(),
                        share.party().code(),
                        Amount.of(share.amount()),
                        share.exact().toString(),
                        share.reason(language))));
        return new Divided(
                split.number(),
                split.round(),
                split.status(),
                Amount.of(total),
                amounts(split.totals()),
                shares,
                split.guarantees().stream()
                        .map((Sentence guarantee) -> guarantee.in(language))
                        .toList());
    }

    static SortedMap<String, Amount> amounts(SortedMap<Party, Money> money) {
        SortedMap<String, Amount> amounts = new TreeMap<>();
        money.forEach((party, amount) -> amounts.put(party.code(), Amount.of(amount)));
        return amounts;
    }

    private static @Nullable String code(@Nullable Party party) {
        return party == null ? null : party.code();
    }

    static List<String> codes(List<Party> parties) {
        return parties.stream().map(Party::code).toList();
    }
}
