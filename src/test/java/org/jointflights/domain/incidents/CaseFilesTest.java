package org.jointflights.domain.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.jointflights.domain.incidents.CaseFile.Kind;
import org.jointflights.domain.incidents.Complaint.Acknowledgement;
import org.jointflights.domain.incidents.Complaint.Admissibility;
import org.jointflights.domain.incidents.Complaint.Closing;
import org.jointflights.domain.incidents.Complaint.FollowUp;
import org.jointflights.domain.incidents.Complaint.Forwarding;
import org.jointflights.domain.incidents.SeriousIncident.Assessment;
import org.jointflights.domain.incidents.SeriousIncident.Conclusion;
import org.jointflights.domain.incidents.SeriousIncident.FormalReport;
import org.junit.jupiter.api.Test;

/** The order in which serious incidents and complaints are dealt with, and by when. */
class CaseFilesTest {

    private static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    private static final Party GB = new Party("GB");
    private static final Instant AT = Instant.parse("2027-03-26T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 26);

    private final SeriousIncident raised = SeriousIncident.reported(
            REFERENCE,
            1,
            ReportChannel.ORDINARY,
            "frdoctor",
            AT,
            IncidentCategory.CATEGORY_1,
            Phase.IN_FLIGHT,
            0,
            "what");
    private final Assessment launch =
            new Assessment("officer", AT, IncidentCategory.CATEGORY_4, "why", new SeriousIncident.Inquiry(GB, "what?"));
    private final Complaint received =
            Complaint.registered(REFERENCE, 1, "frdoctor", AT, DAY, DAY.minusYears(2), "fr", GB, "2027-1");

    @Test
    void an_incident_goes_one_step_after_the_other_and_none_twice() {
        SeriousIncident launched = raised.assessed(launch);
        SeriousIncident formal = launched.reportedFormally(FormalReport.none(AT));
        SeriousIncident concluded = formal.concluded(new Conclusion("officer", AT, "do"));

        assertThat(raised.category()).isEqualTo(IncidentCategory.CATEGORY_1);
        assertThat(launched.category()).isEqualTo(IncidentCategory.CATEGORY_4);
        assertThat(raised.concerned()).isNull();
        assertThat(launched.concerned()).isEqualTo(GB);
        assertThat(concluded.state().before()).isEqualTo(formal.state());
        assertThat(formal.state().before()).isEqualTo(launched.state());
        assertThat(launched.state().before()).isEqualTo(raised.state());
        for (SeriousIncident later : new SeriousIncident[] {launched, formal, concluded}) {
            refusal(Conflict.class, "incidents.state.otherwise", () -> later.assessed(launch));
        }
        for (SeriousIncident other : new SeriousIncident[] {raised, formal, concluded}) {
            refusal(Conflict.class, "incidents.state.otherwise", () -> other.reportedFormally(FormalReport.none(AT)));
        }
        for (SeriousIncident other : new SeriousIncident[] {raised, launched, concluded}) {
            refusal(
                    Conflict.class,
                    "incidents.state.otherwise",
                    () -> other.concluded(new Conclusion("officer", AT, "do")));
        }
    }

    @Test
    void a_complaint_goes_one_step_after_the_other_and_none_twice() {
        Complaint acknowledged = received.acknowledged(new Acknowledgement("officer", AT, DAY), DAY);
        Complaint admissible = acknowledged.decided(new Admissibility("officer", AT, true, "why"));
        Complaint forwarded = admissible.forwarded(new Forwarding("GBlegal", AT));
        Complaint answered = forwarded.answered(FollowUp.none(AT));
        Complaint closed = answered.closed(new Closing("officer", AT, "so"));
        Complaint[] all = {received, acknowledged, admissible, forwarded, answered, closed};

        for (int i = 0; i < all.length; i++) {
            Complaint there = all[i];
            assertThat(there.state().isOver()).isEqualTo(i == all.length - 1);
            if (i > 0) {
                assertThat(there.state().before()).isEqualTo(all[i - 1].state());
                refused(() -> there.acknowledged(new Acknowledgement("officer", AT, DAY), DAY));
            }
            if (i != 1) {
                refused(() -> there.decided(new Admissibility("officer", AT, true, "why")));
            }
            if (i != 2) {
                refused(() -> there.forwarded(new Forwarding("GBlegal", AT)));
            }
            if (i != 3) {
                refused(() -> there.answered(FollowUp.none(AT)));
            }
            if (i != 4) {
                refused(() -> there.closed(new Closing("officer", AT, "so")));
            }
        }
        assertThat(new CaseFile(REFERENCE, Kind.COMPLAINT, 2).name()).isEqualTo("COMPLAINT/2");
    }

    private static void refused(Runnable step) {
        refusal(Conflict.class, "incidents.complaint.otherwise", step::run);
    }

    @Test
    void working_days_are_counted_on_the_calendar_of_the_airport_and_end_in_the_evening() {
        ZonedDateTime friday = ZonedDateTime.parse("2027-03-26T10:00:00+01:00[Europe/Paris]");

        assertThat(FileDeadlines.acknowledging(friday)).isEqualTo(evening("2027-04-02"));
        assertThat(FileDeadlines.deciding(friday)).isEqualTo(evening("2027-04-09"));
        assertThat(FileDeadlines.answering(friday)).isEqualTo(evening("2027-04-25"));
        assertThat(FileDeadlines.closing(friday)).isEqualTo(evening("2027-04-02"));
        assertThat(FileDeadlines.concluding(friday)).isEqualTo(evening("2027-04-25"));
        assertThat(FileDeadlines.remindingOfConclusion(evening("2027-04-25"))).isEqualTo(evening("2027-04-20"));
        assertThat(FileDeadlines.reminding(evening("2027-04-02"))).isEqualTo(evening("2027-03-31"));
        assertThat(FileDeadlines.assessing(AT)).isEqualTo(Instant.parse("2027-03-27T09:00:00Z"));
        assertThat(FileDeadlines.reportingFormally(AT)).isEqualTo(Instant.parse("2027-03-28T09:00:00Z"));
        assertThat(FileDeadlines.remindingOfFormalReport(AT)).isEqualTo(Instant.parse("2027-03-25T21:00:00Z"));
        assertThat(FileDeadlines.givingUp(AT)).isEqualTo(Instant.parse("2027-04-02T09:00:00Z"));
    }

    private static ZonedDateTime evening(String day) {
        return ZonedDateTime.parse(day + "T18:00:00+02:00[Europe/Paris]");
    }
}
