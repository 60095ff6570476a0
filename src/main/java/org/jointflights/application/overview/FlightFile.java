package org.jointflights.application.overview;

import java.util.ArrayList;
import java.util.Collections;
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
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Suspension;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.ComplaintCount;
import org.jointflights.domain.incidents.IncidentCount;
import org.jointflights.domain.incidents.SeriousIncident;
import org.jointflights.domain.operation.FlownLeg;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GateRule;
import org.jointflights.domain.operation.Restraint;
import org.jointflights.domain.operation.StopOrder;
import org.jointflights.domain.settlement.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one flight, as far as the reader may know it: another party's reasons, answers, tasks and notices
 * are left out. Each part is read by a class of its own.
 *
 * @param trail what happened, the oldest first
 * @param names of the people in it, by sign-in name
 */
public record FlightFile(
        Flight flight,
        Viewer viewer,
        Standing standing,
        Plan plan,
        Costs costs,
        Papers papers,
        List<TrailEntry> trail,
        List<Notice> notices,
        Map<String, Worded> names) {

    /**
     * Where it stands now.
     *
     * @param suspension while it is suspended; the reasons of the advice only for those that may read them
     * @param orders stops that people have ordered and nobody has lifted; the reason only for those who may read it
     * @param gates the table of gates that holds for the operation; none before it is opened
     * @param stops gates that are stopped
     * @param counts who is on board or was handed over, as head counts
     * @param restraints of how many people, and for how long
     * @param failed whether an automatic step has failed
     * @param acts what the reader may decide now
     */
    public record Standing(
            @Nullable Suspension suspension,
            List<StopOrder> orders,
            List<GateRule> gates,
            List<GateAnswer> stops,
            List<CountedParty> counts,
            List<Restraint> restraints,
            List<Wait> waits,
            List<Position> positions,
            boolean failed,
            List<FlightAct> acts) {}

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
            @Nullable FlightKind kind) {}

    /**
     * What it is to cost and who bears it.
     *
     * @param answers to the current split; of other parties only those that the reader may know
     * @param answered the parties that have answered the current split
     */
    public record Costs(
            List<BudgetLine> budget, @Nullable Split split, List<ShareAnswer> answers, Set<Party> answered) {

        /** The party's answer to the current split, if the reader may know it. */
        public Optional<ShareAnswer> answerOf(Party party) {
            return answers.stream()
                    .filter(answer -> answer.party().equals(party))
                    .findFirst();
        }
    }

    /**
     * What was signed, permitted, cancelled and owed.
     *
     * @param closing what it owes before it is closed
     * @param files its serious incidents and complaints
     * @param readsAccounts whether the statement is open to the reader
     */
    public record Papers(
            List<StoredVersion> versions,
            List<Signature> signatures,
            List<Contract> contracts,
            List<Permit> permits,
            @Nullable Cancellation cancellation,
            List<Transfer> transfers,
            Closing closing,
            Files files,
            boolean readsAccounts) {}

    /**
     * What it owes before it is closed.
     *
     * @param reports of the monitors, in or awaited; what they saw is for {@link #toldOf}
     * @param holds what keeps texts from being erased
     * @param erasures the certificates of what was erased
     */
    public record Closing(List<MonitorReport> reports, List<LegalHold> holds, List<ErasureCertificate> erasures) {

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

    /** Whether there is anything to say of the flight's close: its monitors are asked, or it has ended. */
    public boolean isClosing() {
        return !papers.closing().reports().isEmpty()
                || !papers.closing().holds().isEmpty()
                || !papers.closing().erasures().isEmpty()
                || flight.stage().isAfterDeparture();
    }

    /** Whether the reader may know what the report of that party's monitor proves and counts. */
    public boolean toldOf(MonitorReport report) {
        return viewer.seesDetailsOf(report.party());
    }

    /** The name of who did something, for whomever, or the sign-in name of somebody who is no longer known. */
    public Worded nameOf(String actor) {
        return names.getOrDefault(actor, language -> actor);
    }

    /** Whether the settlement has begun, so that there are accounts to look at. */
    public boolean hasAccounts() {
        return !papers.transfers().isEmpty() || flight.stage() == Stage.SETTLEMENT || flight.stage() == Stage.CLOSED;
    }

    public List<TrailEntry> trailNewestFirst() {
        List<TrailEntry> reversed = new ArrayList<>(trail);
        Collections.reverse(reversed);
        return reversed;
    }
}
