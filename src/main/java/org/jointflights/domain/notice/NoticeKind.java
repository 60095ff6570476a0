package org.jointflights.domain.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.domain.Sentence;

/**
 * What follows from which sentence a notice is: whether it is about people's safety, and goes at once whatever its reader chose,
 * and what of it may leave the house by mail. A sentence that nobody has put in order here is about safety, and not quoted.
 */
public final class NoticeKind {

    private static final String CONFIDENTIAL = "notice.confidential.";
    private static final String INCIDENT = CONFIDENTIAL + "incident.";

    /** The bundle says these a second time, without what somebody typed. */
    private static final String IN_MAIL = "notice.mail.";

    /** Work, money and paper: nobody is harmed if it is read tomorrow. */
    private static final Set<String> ORDINARY = Set.of(
            "notice.offer",
            "notice.offerReminder",
            "notice.replyBySetAnew",
            "notice.withdrawn",
            "notice.postponed",
            "notice.planChanged",
            "notice.cancelled",
            "notice.givenUp",
            "notice.sharesReady",
            "notice.shareReminder",
            "notice.claimsDue",
            "notice.pay",
            "notice.paymentDue",
            "notice.arbitrated",
            "notice.paidByEvidence",
            "notice.paymentAskedAgain",
            "notice.waivedByManager",
            "notice.recovery.announced",
            "notice.recovery.answered",
            "notice.recovery.issued",
            "notice.recovery.dropped",
            "notice.netting.proposed",
            "notice.netting.agreed",
            "notice.netting.ended",
            "notice.netting.sign",
            "notice.netting.pay",
            "notice.netting.late",
            "notice.netting.paid",
            "notice.hours.asked",
            "notice.hours.reversalAsked",
            "notice.hours.waits",
            "notice.hours.refused",
            "notice.hours.withdrawn",
            "notice.hours.posted",
            "notice.hours.reversed",
            "notice.bankAccountToConfirm",
            "notice.bankAccountChanged",
            "notice.bankAccountDropped",
            "notice.bankEntries",
            "notice.task",
            "notice.taskDue",
            "notice.due",
            "notice.late",
            "notice.dropped",
            "notice.claimsClosed",
            "notice.voucherTwice",
            "notice.claimLeftOut",
            "notice.yearAsked",
            "notice.yearClosed",
            "notice.gatesOpen",
            "notice.comment",
            "notice.needMove",
            "notice.log",
            "notice.voided",
            "notice.reportReminder",
            "notice.reportOverdue",
            "notice.confidential.comment",
            "notice.confidential.complaint.registered",
            "notice.confidential.complaint.forwarded",
            "notice.confidential.complaint.acknowledgeSoon",
            "notice.confidential.complaint.acknowledgeLate",
            "notice.confidential.complaint.admissibilitySoon",
            "notice.confidential.complaint.admissibilityLate",
            "notice.confidential.complaint.answerSoon",
            "notice.confidential.complaint.answerLate",
            "notice.confidential.complaint.closeLate");

    /** Stops, suspensions, gates, landings, restraint: somebody may have to act within the hour. */
    private static final Set<String> SAFETY = Set.of(
            "notice.suspended",
            "notice.adviceAsked",
            "notice.adviceGiven",
            "notice.resumed",
            "notice.resumedAgainstAdvice",
            "notice.stopped",
            "notice.stoppedAtLastCall",
            "notice.order.open",
            "notice.order.lifted",
            "notice.boardingOpens",
            "notice.stopoverGatesOpen",
            "notice.taskUnderWay",
            "notice.urgent.due",
            "notice.urgent.late",
            "notice.landed",
            "notice.landingAhead",
            "notice.landingOverdue",
            "notice.stopoverLong",
            "notice.diverted",
            "notice.landedBack",
            "notice.withoutProperty",
            "notice.returnOverdue",
            "notice.restraintDue",
            "notice.restraintOverdue",
            "notice.leftBehind",
            "notice.operationEnded",
            "notice.incidentReported");

    /** The gaps that hold what somebody typed, a destination and a route too. */
    private static final Map<String, Set<Integer>> TYPED = Map.of(
            "notice.offer", Set.of(1),
            "notice.offerReminder", Set.of(1),
            "notice.withdrawn", Set.of(2),
            "notice.postponed", Set.of(2),
            "notice.planChanged", Set.of(1, 2),
            "notice.suspended", Set.of(1),
            "notice.resumed", Set.of(1),
            "notice.resumedAgainstAdvice", Set.of(1),
            "notice.cancelled", Set.of(1));

    private NoticeKind() {}

    /** Whether it goes at once, whatever its reader chose. */
    public static boolean isSafety(String code) {
        return !ORDINARY.contains(code);
    }

    /** Whether somebody has decided that here. */
    public static boolean isKnown(String code) {
        return ORDINARY.contains(code) || SAFETY.contains(code) || code.startsWith(INCIDENT);
    }

    /** Whether nobody but the group knows of it. */
    public static boolean isConfidential(String code) {
        return code.startsWith(CONFIDENTIAL);
    }

    /** Whether a mail may say more than that there is a notice: not of what is confidential, or not in order here. */
    public static boolean isQuoted(String code) {
        return isKnown(code) && !isConfidential(code);
    }

    /** What a mail says of a notice that {@linkplain #isQuoted is quoted}: its facts, and nothing that somebody typed. */
    public static Sentence inMail(Sentence text) {
        Set<Integer> typed = TYPED.getOrDefault(text.code(), Set.of());
        if (typed.isEmpty()) {
            return text;
        }
        List<Object> facts = new ArrayList<>(text.arguments());
        typed.forEach(gap -> facts.set(gap, ""));
        return new Sentence(IN_MAIL + text.code().substring("notice.".length()), facts);
    }
}
