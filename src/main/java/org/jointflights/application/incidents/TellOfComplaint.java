package org.jointflights.application.incidents;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.incidents.Complaint;
import org.jointflights.domain.incidents.Complaint.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells those who have to do something about a complaint; nobody else, and on no flight's page. */
@Service
@Transactional
public class TellOfComplaint {

    private static final String OFFICERS = Role.RIGHTS_OFFICER.group();

    private final Complaints complaints;
    private final WriteNotices notices;

    TellOfComplaint(Complaints complaints, WriteNotices notices) {
        this.complaints = complaints;
        this.notices = notices;
    }

    /** One was registered. */
    public void registered(OperationReference reference, int number) {
        tell(reference, number, state -> true, "registered", OFFICERS);
    }

    /** It went to them. */
    void forwarded(Complaint complaint) {
        tell(
                complaint.reference(),
                complaint.number(),
                state -> true,
                "forwarded",
                Objects.requireNonNull(complaint.forwarding()).group());
    }

    public void remindOfAcknowledgement(OperationReference reference, int number) {
        tell(reference, number, State.RECEIVED::equals, "acknowledgeSoon", OFFICERS);
    }

    public void acknowledgementLate(OperationReference reference, int number) {
        tell(reference, number, State.RECEIVED::equals, "acknowledgeLate", OFFICERS, Role.EXECUTIVE.group());
    }

    public void remindOfAdmissibility(OperationReference reference, int number) {
        tell(reference, number, State.ACKNOWLEDGED::equals, "admissibilitySoon", OFFICERS);
    }

    public void admissibilityLate(OperationReference reference, int number) {
        tell(reference, number, State.ACKNOWLEDGED::equals, "admissibilityLate", OFFICERS, Role.EXECUTIVE.group());
    }

    public void remindOfAnswer(OperationReference reference, int number) {
        tell(reference, number, State.FORWARDED::equals, "answerSoon", asked(reference, number));
    }

    public void answerLate(OperationReference reference, int number) {
        tell(
                reference,
                number,
                State.FORWARDED::equals,
                "answerLate",
                asked(reference, number),
                OFFICERS,
                Role.EXECUTIVE.group());
    }

    public void closeLate(OperationReference reference, int number) {
        tell(reference, number, State.FOLLOW_UP::equals, "closeLate", OFFICERS, Role.EXECUTIVE.group());
    }

    private String asked(OperationReference reference, int number) {
        return Objects.requireNonNull(complaints.get(reference, number).forwarding())
                .group();
    }

    private void tell(
            OperationReference reference, int number, Predicate<State> still, String occasion, String... groups) {
        if (still.test(complaints.get(reference, number).state())) {
            Stream.of(groups)
                    .distinct()
                    .forEach(group -> notices.send(
                            reference,
                            group,
                            "complaint-" + number + "-" + occasion,
                            "notice.confidential.complaint." + occasion,
                            reference,
                            number));
        }
    }
}
