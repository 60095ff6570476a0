package org.jointflights.process.approval;

import org.jointflights.domain.approval.ApprovalRoute;
import org.jointflights.process.engine.Variable;

/** The names that {@code flightApproval.bpmn} shares with the code. */
final class FlightApprovalProcess {

    static final String KEY = "flightApproval";

    /** What the version costs in all, in cents: the input of {@code approvalRoute.dmn}. */
    static final Variable<Long> TOTAL_CENTS = Variable.number("totalCents");

    static final Variable<ApprovalRoute> ROUTE =
            Variable.text("approvalRoute").as(ApprovalRoute::name, ApprovalRoute::valueOf);
    static final Variable<Boolean> DECISIONS_COMPLETE = Variable.flag("decisionsComplete");
    static final Variable<Boolean> MANAGER_NOT_NEEDED = Variable.flag("managerNotNeeded");
    static final Variable<Boolean> REFUSED = Variable.flag("refused");
    static final Variable<Boolean> ASKED_AGAIN = Variable.flag("askedAgain");

    static final Variable<Boolean> SPLIT_HOLDS = Variable.flag("splitHolds");

    /** The outcome for the process that called this one. */
    static final Variable<Boolean> APPROVED = Variable.flag("approved");

    /** Whether the organiser ended the flight instead of answering a refusal. */
    static final Variable<Boolean> GIVEN_UP = Variable.flag("givenUp");

    /** Where that leads; models of earlier flights have no such end. */
    static final String ENDED = "endEvent_givenUp";

    /** Whether a carrier is under contract already: the plan was approved before and has changed since. */
    static final Variable<Boolean> CONTRACT_STANDS = Variable.flag("contractStands");

    /** Local to a signing task: the hash of the content that its form shows. */
    static final String HASH_SEEN = "hash";

    static final String PLAN_CHANGED = "approvalPlanChanged";
    static final String SHARES_OUTDATED = "sharesOutdated";
    static final String PLAN_MOVED = "planMoved";

    private FlightApprovalProcess() {}
}
