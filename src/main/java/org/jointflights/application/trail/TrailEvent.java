package org.jointflights.application.trail;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jointflights.application.people.Audience;

/** What a flight's trail can tell, and whom it is told. */
public enum TrailEvent {
    TAKEN_OVER("trail.takenOver", Audience.PARTY),
    COMMENT("trail.comment", Audience.PARTY),
    LOG_WRITTEN("trail.log.written", Audience.PARTY),
    LOG_FILE("trail.log.file", Audience.PARTY),
    ATTEMPT_REFUSED("trail.attemptRefused", Audience.OVERSIGHT),
    PROPOSED("trail.proposed", Audience.FLIGHT),
    OFFERED("trail.offered", Audience.FLIGHT),
    DECLARED("trail.declared", Audience.PARTY),
    DECLINED("trail.declined", Audience.PARTY),
    NOT_ANSWERED("trail.notAnswered", Audience.PARTY),
    CONSOLIDATED("trail.consolidated", Audience.FLIGHT),
    QUOTED("trail.quoted", Audience.PARTY),
    CARRIER_CHOSEN("trail.carrierChosen", Audience.FLIGHT),
    WITHDRAWAL_RULE("trail.withdrawalRule", Audience.FLIGHT),
    CONTRACTED("trail.contracted", Audience.COSTS),
    REPRICED("trail.repriced", Audience.COSTS),
    RELEASED("trail.released", Audience.COSTS),
    PERMIT("trail.permit", Audience.FLIGHT),
    PERMIT_ANSWER("trail.permit.answer", Audience.FLIGHT),
    STAGE("trail.stage", Audience.COSTS),
    WITHDRAWN("trail.withdrawn", Audience.FLIGHT),
    DROPPED("trail.dropped", Audience.FLIGHT),
    WITHDRAWAL_NOTED("trail.withdrawalNoted", Audience.FLIGHT),
    POSTPONED("trail.postponed", Audience.FLIGHT),
    PLAN_CHANGED("trail.planChanged", Audience.FLIGHT),
    SUSPENDED("trail.suspended", Audience.FLIGHT),
    STOP_ORDERED("trail.order.open", Audience.FLIGHT),
    STOP_LIFTED("trail.order.lifted", Audience.FLIGHT),
    ADVISED_FOR("trail.advised.for", Audience.FLIGHT),
    ADVISED_AGAINST("trail.advised.against", Audience.FLIGHT),
    RESUMED("trail.resumed", Audience.FLIGHT),
    CANCELLED("trail.cancelled", Audience.COSTS),
    ANSWERS_CLOSED("trail.answersClosed", Audience.FLIGHT),
    ACKNOWLEDGED("trail.acknowledged", Audience.PARTY),
    NO_PLAN("trail.noPlan", Audience.FLIGHT),
    GATE_CONFIRMED("trail.gate.CONFIRMED", Audience.PARTY),
    GATE_STOP("trail.gate.STOP", Audience.PARTY),
    TAKEN_OFF("trail.takenOff", Audience.PARTY),
    BOARDED("trail.boarded", Audience.PARTY),
    CLEARED("trail.cleared", Audience.FLIGHT),
    DEPARTED("trail.departed", Audience.FLIGHT),
    HELD_BACK("trail.heldBack", Audience.FLIGHT),
    LANDED("trail.landed", Audience.FLIGHT),
    DIVERTED("trail.diverted", Audience.FLIGHT),
    KEPT_ABOARD("trail.keptAboard", Audience.PARTY),
    RESTRAINT_BEGUN("trail.restraint.begun", Audience.PARTY),
    RESTRAINT_REVIEWED("trail.restraint.reviewed", Audience.PARTY),
    RESTRAINT_ENDED("trail.restraint.ended", Audience.PARTY),
    HANDED_OVER("trail.handedOver", Audience.PARTY),
    LANDED_BACK("trail.landedBack", Audience.PARTY),
    FLOWN("trail.FLOWN", Audience.FLIGHT),
    RECALLED("trail.RECALLED", Audience.FLIGHT),
    ABORTED("trail.ABORTED", Audience.FLIGHT),
    REFUSED_ON_ARRIVAL("trail.REFUSED_ON_ARRIVAL", Audience.FLIGHT),
    TAKEN_BACK("trail.takenBack", Audience.FLIGHT),
    REPORT_ASKED("trail.report.asked", Audience.FLIGHT),
    REPORT_DELIVERED("trail.report.delivered", Audience.FLIGHT),
    INCIDENT_REPORTED("trail.incident.reported", Audience.PARTY),
    INCIDENT_EXCEPTIONAL("trail.incident.exceptional", Audience.FLIGHT),
    INCIDENT_LAUNCHED("trail.incident.launched", Audience.PARTY),
    INCIDENT_SET_ASIDE("trail.incident.setAside", Audience.FLIGHT),
    INCIDENT_FORMAL("trail.incident.formal", Audience.PARTY),
    INCIDENT_NOT_FORMAL("trail.incident.notFormal", Audience.PARTY),
    INCIDENT_CONCLUDED("trail.incident.concluded", Audience.FLIGHT),
    COMPLAINT_RECEIVED("trail.complaint.received", Audience.PARTY),
    COMPLAINT_ACKNOWLEDGED("trail.complaint.acknowledged", Audience.PARTY),
    COMPLAINT_REGISTERED("trail.complaint.registered", Audience.PARTY),
    COMPLAINT_NOT_ADMISSIBLE("trail.complaint.notAdmissible", Audience.PARTY),
    COMPLAINT_FORWARDED("trail.complaint.forwarded", Audience.PARTY),
    COMPLAINT_ANSWERED("trail.complaint.answered", Audience.PARTY),
    COMPLAINT_NOT_ANSWERED("trail.complaint.notAnswered", Audience.PARTY),
    COMPLAINT_CLOSED("trail.complaint.closed", Audience.PARTY),
    HOLD_SET("trail.hold.set", Audience.FLIGHT),
    HOLD_LIFTED("trail.hold.lifted", Audience.FLIGHT),
    ERASURE_HELD("trail.erasure.held", Audience.FLIGHT),
    ERASED("trail.erasure.done", Audience.FLIGHT),
    ITEM_ADDED("trail.item.added", Audience.COSTS),
    ITEM_CHANGED("trail.item.changed", Audience.COSTS),
    ITEM_REMOVED("trail.item.removed", Audience.COSTS),
    /** The group and its quote. */
    QUOTE_ENTERED("trail.quote.entered", Audience.COSTS),
    QUOTES_REMOVED("trail.quotes.removed", Audience.COSTS),
    ITEM_PAYER("trail.item.payer", Audience.COSTS),
    ITEM_LEFT_OUT("trail.item.leftOut", Audience.COSTS),
    RATE_ENTERED("trail.rate.entered", Audience.COSTS),
    SPLIT("trail.split", Audience.COSTS),
    SHARE_ACCEPTED("trail.share.accepted", Audience.PARTY),
    SHARE_OBJECTED("trail.share.objected", Audience.PARTY),
    SHARES_AGREED("trail.shares.agreed", Audience.COSTS),
    OBJECTION_FOLLOWED("trail.objection.followed", Audience.COSTS),
    OBJECTION_KEPT("trail.objection.kept", Audience.COSTS),
    KEY_FIXED("trail.keyFixed", Audience.COSTS),
    FLIGHT_ENDED("trail.flightEnded", Audience.COSTS),
    CEILING("trail.ceiling", Audience.PARTY),
    CATEGORY_RATE("trail.categoryRate", Audience.PARTY),
    CATEGORY_CAP("trail.categoryCap", Audience.PARTY),
    VERSION_FROZEN("trail.versionFrozen", Audience.COSTS),
    VERSION_VOID("trail.versionVoid", Audience.COSTS),
    SIGNED("trail.signed", Audience.PARTY),
    REFUSED("trail.refused", Audience.PARTY),
    COMMITTED("trail.committed", Audience.COSTS),
    ACCOUNTS_OPENED("trail.accounts.opened", Audience.ACCOUNTS),
    ACCOUNTS_PENALTY("trail.accounts.penalty", Audience.PARTY),
    ACCOUNTS_CLAIMED("trail.accounts.claimed", Audience.PARTY),
    ACCOUNTS_CLAIMS_COMPLETE("trail.accounts.claimsComplete", Audience.PARTY),
    ACCOUNTS_CERTIFIED("trail.accounts.certified", Audience.PARTY),
    ACCOUNTS_LEFT_OUT("trail.accounts.leftOut", Audience.PARTY),
    VOUCHER_FILE("trail.voucher.file", Audience.PARTY),
    VOUCHER_TAKEN_AWAY("trail.voucher.takenAway", Audience.PARTY),
    VOUCHERS_ERASED("trail.voucher.erased", Audience.FLIGHT),
    SAMPLED("trail.sampled", Audience.OVERSIGHT),
    SAMPLE_FINDING("trail.sample.finding", Audience.PARTY),
    ACCOUNTS_COMPUTED("trail.accounts.computed", Audience.ACCOUNTS),
    ACCOUNTS_POSTED("trail.accounts.posted", Audience.ACCOUNTS),
    ACCOUNTS_SIGNED("trail.accounts.signed", Audience.PARTY),
    ACCOUNTS_OBJECTED("trail.accounts.objected", Audience.PARTY),
    ACCOUNTS_UPHELD("trail.accounts.upheld", Audience.PARTY),
    ACCOUNTS_CORRECTED("trail.accounts.corrected", Audience.PARTY),
    ACCOUNTS_ARBITRATED("trail.accounts.arbitrated", Audience.PARTY),
    CLAIMS_CLOSED("trail.accounts.claimsClosed", Audience.ACCOUNTS),
    CLAIMS_ASKED_AGAIN("trail.accounts.claimsAskedAgain", Audience.PARTY),
    ACCOUNTS_TRANSFERS("trail.accounts.transfers", Audience.ACCOUNTS),
    PAYMENT_ORDERED("trail.payment.ordered", Audience.PARTY),
    PAYMENT_ORDER_WITHDRAWN("trail.payment.withdrawn", Audience.PARTY),
    NET_PAYMENT_ORDERED("trail.netPayment.ordered", Audience.PARTY),
    NET_PAYMENT_ORDER_WITHDRAWN("trail.netPayment.withdrawn", Audience.PARTY),
    ACCOUNTS_PAID("trail.accounts.paid", Audience.PARTY),
    ACCOUNTS_PAID_BY_EVIDENCE("trail.accounts.paidByEvidence", Audience.ACCOUNTS),
    ACCOUNTS_PAYMENT_ASKED_AGAIN("trail.accounts.paymentAskedAgain", Audience.ACCOUNTS),
    ACCOUNTS_WAIVED("trail.accounts.waived", Audience.PARTY),
    ACCOUNTS_WAIVED_BY_MANAGER("trail.accounts.waivedByManager", Audience.ACCOUNTS),
    ACCOUNTS_CLOSED("trail.accounts.closed", Audience.ACCOUNTS),
    RECOVERY_ANNOUNCED("trail.recovery.announced", Audience.PARTY),
    RECOVERY_ANSWERED("trail.recovery.answered", Audience.PARTY),
    RECOVERY_DROPPED("trail.recovery.dropped", Audience.PARTY),
    RECOVERY_ISSUED("trail.recovery.issued", Audience.ACCOUNTS),
    RECOVERY_PAID("trail.recovery.paid", Audience.PARTY),
    RECOVERY_WAIVED("trail.recovery.waived", Audience.PARTY),
    NETTING_PROPOSED("trail.netting.proposed", Audience.ACCOUNTS),
    NETTING_SIGNED("trail.netting.signed", Audience.PARTY),
    NETTING_AGREED("trail.netting.agreed", Audience.ACCOUNTS),
    NETTING_ENDED("trail.netting.ended", Audience.ACCOUNTS),
    NETTING_SETTLED("trail.netting.settled", Audience.PARTY),
    HOURS_ENTERED("trail.hours.entered", Audience.ACCOUNTS),
    HOURS_REVERSAL_ASKED("trail.hours.reversalAsked", Audience.ACCOUNTS),
    HOURS_AGREED("trail.hours.agreed", Audience.PARTY),
    HOURS_REFUSED("trail.hours.refused", Audience.PARTY),
    HOURS_WITHDRAWN("trail.hours.withdrawn", Audience.ACCOUNTS),
    HOURS_POSTED("trail.hours.posted", Audience.ACCOUNTS),
    HOURS_REVERSED("trail.hours.reversed", Audience.ACCOUNTS);

    private static final Map<String, TrailEvent> BY_CODE =
            Stream.of(values()).collect(toUnmodifiableMap(TrailEvent::code, Function.identity()));

    private final String code;
    private final Audience audience;

    TrailEvent(String code, Audience audience) {
        this.code = code;
        this.audience = audience;
    }

    /** Its sentence in the bundle {@code trail}, and its name in the database. */
    public String code() {
        return code;
    }

    public Audience audience() {
        return audience;
    }

    /**
     * Whether whoever does it prepares what is signed next, although it is no task that always does: proposing, every act on
     * a page, taking people off at a gate, since whoever is taken off has not flown, and leaving a claim out of the accounts.
     */
    public boolean prepares() {
        return switch (this) {
            case PROPOSED,
                    ANSWERS_CLOSED,
                    PLAN_CHANGED,
                    POSTPONED,
                    WITHDRAWN,
                    DROPPED,
                    SUSPENDED,
                    CANCELLED,
                    TAKEN_OFF,
                    ACCOUNTS_LEFT_OUT -> true;
            default -> false;
        };
    }

    /**
     * Whether somebody's own words on a cause or a reason are among what it tells: they are erased at the end of their term, and
     * what is left says so.
     */
    public boolean holdsReason() {
        return switch (this) {
            case COMMENT,
                    ATTEMPT_REFUSED,
                    DECLINED,
                    WITHDRAWN,
                    POSTPONED,
                    PLAN_CHANGED,
                    SUSPENDED,
                    RESUMED,
                    CANCELLED,
                    ACKNOWLEDGED,
                    ABORTED,
                    REFUSED_ON_ARRIVAL,
                    SHARE_OBJECTED,
                    OBJECTION_FOLLOWED,
                    OBJECTION_KEPT,
                    KEY_FIXED,
                    FLIGHT_ENDED,
                    VERSION_VOID,
                    SIGNED,
                    REFUSED,
                    ACCOUNTS_OBJECTED,
                    ACCOUNTS_UPHELD,
                    ACCOUNTS_CORRECTED,
                    ACCOUNTS_ARBITRATED,
                    ACCOUNTS_PAID_BY_EVIDENCE,
                    ACCOUNTS_PAYMENT_ASKED_AGAIN,
                    ACCOUNTS_WAIVED,
                    ACCOUNTS_WAIVED_BY_MANAGER -> true;
            default -> false;
        };
    }

    /** Whether whoever does it settles a party's objection, and so what the accounts will say. */
    public boolean decidesObjection() {
        return switch (this) {
            case OBJECTION_FOLLOWED,
                    OBJECTION_KEPT,
                    KEY_FIXED,
                    ACCOUNTS_UPHELD,
                    ACCOUNTS_CORRECTED,
                    ACCOUNTS_ARBITRATED,
                    CLAIMS_ASKED_AGAIN -> true;
            default -> false;
        };
    }

    /** Throws {@link IllegalStateException} for what was never written. */
    public static TrailEvent ofCode(String code) {
        TrailEvent event = BY_CODE.get(code);
        if (event == null) {
            throw new IllegalStateException("the trail knows no " + code);
        }
        return event;
    }
}
