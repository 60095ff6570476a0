package org.jointflights.application.overview;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jointflights.application.costs.BudgetLine;
import org.jointflights.application.costs.ShareAnswer;
import org.jointflights.application.costs.Split;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.domain.Party;
import org.jointflights.domain.Worded;
import org.jointflights.domain.approval.Signature;
import org.jointflights.domain.approval.StoredVersion;
import org.jointflights.domain.closing.ErasureCertificate;
import org.jointflights.domain.closing.LegalHold;
import org.jointflights.domain.closing.MonitorReport;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.flight.Crew;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Permit;
import org.jointflights.domain.flight.Suspension;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.ComplaintCount;
import org.jointflights.domain.incidents.IncidentCount;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.domain.operation.FlownLeg;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.GateRule;
import org.jointflights.domain.operation.Restraint;
import org.jointflights.domain.operation.StopOrder;
import org.jointflights.domain.settlement.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one flight, as far as the reader may know it: another party's reasons, answers, tasks and notices
 * are left out. Each part is read by a class of its own, and is what one of the flight's pages shows.
 *
 * @param names of the people in it, by sign-in name
 */
public record FlightFile(
        Head head,
        Standing standing,
        Plan plan,
        Costs costs,
        Signing signing,
        Operation operation,
        Accounts accounts,
        History history,
        Map<String, Worded> names) {

    /**
     * What stands at the head of each of its pages.
     *
     * @param suspension while it is suspended; the reasons of the advice only for those that may read them
     * @param landed when the aircraft landed last, of a flight that is flown; nothing for a state that has withdrawn
     * @param waits what it waits for, the most pressing first
     * @param actEndsTask whether an act on its page would end an open task, also one that the reader may not know of
     * @param failed whether an automatic step has failed
     */
    public record Head(
            Flight flight,
            Viewer viewer,
            @Nullable Suspension suspension,
            @Nullable Cancellation cancellation,
            @Nullable Instant landed,
            List<Wait> waits,
            boolean actEndsTask,
            boolean failed) {

        /** What has to be done first by a date, late or not, by all who do the same; or nothing: some of it waits for no date. */
        public Optional<Wait> nextDeadline() {
            return Wait.grouped(waits).stream()
                    .filter(wait -> wait.due() != null)
                    .min(Comparator.comparing(Wait::due));
        }
    }

    /**
     * Where it stands now.
     *
     * @param orders stops that people have ordered and nobody has lifted; the reason only for those who may read it
     * @param stops gates that are stopped
     * @param acts what the reader may decide now
     * @param opening what a clock opens, where it waits for nobody; nothing if no date is set, or for a state that has withdrawn
     */
    public record Standing(
            List<StopOrder> orders,
            List<GateAnswer> stops,
            List<Position> positions,
            List<FlightAct> acts,
            @Nullable Opening opening) {}

    /**
     * Gates that open at a date.
     *
     * @param groups whom they are put to then, as things stand, as far as the reader may know whose work it is
     * @param others whether they are put to groups of other parties as well
     */
    public record Opening(Instant at, GatePoint point, List<String> groups, boolean others) {}

    /**
     * Who takes part and how it is flown.
     *
     * @param legs with their times; to a state that has withdrawn as planned alone
     * @param kind by which law; nothing of a flight that was proposed before it was kept
     */
    public record Plan(
            List<Participation> participations,
            @Nullable Crew crew,
            WithdrawalRule withdrawalRule,
            List<CarrierQuote> quotes,
            List<FlownLeg> legs,
            @Nullable FlightKind kind,
            List<Contract> contracts,
            List<Permit> permits) {

        /** What a map needs of it. */
        public Way way() {
            return new Way(participations, legs);
        }
    }

    /** Who flies between which airports: what a map needs of the plan. */
    public record Way(List<Participation> participations, List<FlownLeg> legs) {}

    /**
     * What its first page shows: where it stands, and what its pictures of time and route are drawn from.
     *
     * @param trail the oldest first
     */
    public record Overview(Standing standing, Way way, List<TrailEntry> trail) {}

    /**
     * What the page of its plan shows.
     *
     * @param counts who is on board or was handed over, for the picture of the seats
     */
    public record Seating(Plan plan, List<CountedParty> counts) {}

    /**
     * What it is to cost and who bears it.
     *
     * @param answers to the current split; of other parties only those that the reader may know
     * @param answered the parties that have answered the current split
     * @param readsAccounts whether the statement is open to the reader
     */
    public record Costs(
            List<BudgetLine> budget,
            @Nullable Split split,
            List<ShareAnswer> answers,
            Set<Party> answered,
            boolean readsAccounts) {

        /** The party's answer to the current split, if the reader may know it. */
        public Optional<ShareAnswer> answerOf(Party party) {
            return answers.stream()
                    .filter(answer -> answer.party().equals(party))
                    .findFirst();
        }
    }

    /**
     * What was signed.
     *
     * @param readsAccounts whether what was signed is open to the reader in full
     */
    public record Signing(List<StoredVersion> versions, List<Signature> signatures, boolean readsAccounts) {}

    /**
     * How it is carried out.
     *
     * @param gates the table of gates that holds for the operation; none before it is opened
     * @param counts who is on board or was handed over, as head counts
     * @param restraints of how many people, and for how long
     * @param files its serious incidents and complaints
     */
    public record Operation(List<GateRule> gates, List<CountedParty> counts, List<Restraint> restraints, Files files) {

        /** Whether there is nothing to say yet. */
        public boolean isEmpty() {
            return gates.isEmpty() && counts.isEmpty() && restraints.isEmpty() && files.isEmpty();
        }
    }

    /**
     * What is owed for it, and what it owes itself before it is closed.
     *
     * @param begun whether the settlement has begun, so that there are accounts to look at
     * @param readsAccounts whether the statement is open to the reader
     */
    public record Accounts(List<Transfer> transfers, Closing closing, boolean begun, boolean readsAccounts) {}

    /**
     * What happened and who was told.
     *
     * @param trail the oldest first
     */
    public record History(List<TrailEntry> trail, List<Notice> notices) {}

    /**
     * What it owes before it is closed.
     *
     * @param reports of the monitors, in or awaited; what they saw is for those who see their party’s details
     * @param holds what keeps texts from being erased
     * @param erasures the certificates of what was erased
     */
    public record Closing(List<MonitorReport> reports, List<LegalHold> holds, List<ErasureCertificate> erasures) {

        /** Whether nobody is asked for a report, nothing is held and nothing erased. */
        public boolean isEmpty() {
            return reports.isEmpty() && holds.isEmpty() && erasures.isEmpty();
        }

        /** Whether what was typed about the flight as a whole is erased. */
        public boolean isErased() {
            return erasures.stream().anyMatch(ErasureCertificate::isOfFlight);
        }

        /** Whether the flight cannot be closed because a monitor has not reported. */
        public boolean awaitsReports() {
            return reports.stream().anyMatch(report -> !report.isIn());
        }
    }

    /**
     * Serious incidents and complaints: how many, for all who may look at the flight, and what of each the reader may read.
     *
     * @param counted serious incidents by category and state
     * @param incidents those that are the reader's to read; the texts that are not are empty
     * @param countedComplaints complaints by state
     * @param complaints those that are the reader's to read; the texts that are not are empty
     */
    public record Files(
            List<IncidentCount> counted,
            List<SeriousIncident> incidents,
            List<ComplaintCount> countedComplaints,
            List<Complaint> complaints) {

        /** Whether the flight cannot be closed because one is open. */
        public boolean incidentOpen() {
            return counted.stream().anyMatch(count -> !count.state().isOver());
        }

        /** Whether there is nothing to say. */
        public boolean isEmpty() {
            return counted.isEmpty() && incidents.isEmpty() && countedComplaints.isEmpty() && complaints.isEmpty();
        }
    }

    public Flight flight() {
        return head.flight();
    }

    public Viewer viewer() {
        return head.viewer();
    }

    /** What its first page shows. */
    public Overview overview() {
        return new Overview(standing, plan.way(), trail());
    }

    /** What the page of its plan shows. */
    public Seating seating() {
        return new Seating(plan, operation.counts());
    }

    /** What happened, the oldest first. */
    public List<TrailEntry> trail() {
        return history.trail();
    }

    public List<Notice> notices() {
        return history.notices();
    }

    /** The name of who did something, for whomever, or the sign-in name of somebody who is no longer known. */
    public Worded nameOf(String actor) {
        return names.getOrDefault(actor, language -> actor);
    }
}
