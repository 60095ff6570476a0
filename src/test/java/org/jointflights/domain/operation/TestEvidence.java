package org.jointflights.domain.operation;

import java.time.LocalDate;
import org.jointflights.domain.Party;

/** What comes with confirmations in tests: one list of each state, notices served ten days ago, a crew of one language. */
public final class TestEvidence {

    public static final int LANGUAGES = 1;
    public static final int DUTY_HOURS = 14;
    public static final String BODY = "Ombudsman";
    public static final String AUTHORITY = "Office of Returns";
    public static final int NEEDS_OF_STATE = 1;

    private static final int DAYS_SINCE_SERVICE = 10;

    private TestEvidence() {}

    /** {@code ofState} and {@code ofAll}: how many decisions the state, and all of them together, have. */
    public static Evidence of(Question question, int ofState, int ofAll, LocalDate today) {
        return switch (question.gate()) {
            case RETURN_DECISION -> Evidence.list(ofState, today, 1, fingerprint(question.party()), AUTHORITY);
            case RETURN_DECISION_SEEN_TWICE -> Evidence.sameList(fingerprint(question.party()));
            case RETURN_DECISION_CHECKED_BY_FRONTEX -> Evidence.decisions(ofAll);
            case NOTICE_AND_LAWYER -> Evidence.service(served(today), 5, ofState);
            case RESTRAINT_AND_CREW -> Evidence.crew(LANGUAGES, DUTY_HOURS, ofAll);
            case WAITING_AREA -> Evidence.places(ofState);
            case NEEDS_TOLD -> Evidence.needs(NEEDS_OF_STATE);
            case MONITORING -> Evidence.monitoringBody(BODY);
            default -> Evidence.NONE;
        };
    }

    public static LocalDate served(LocalDate today) {
        return today.minusDays(DAYS_SINCE_SERVICE);
    }

    /** Of the state's own list. */
    public static String fingerprint(Party party) {
        return Integer.toHexString(party.code().charAt(0) % 16)
                .concat(Integer.toHexString(party.code().charAt(1) % 16))
                .repeat(32);
    }
}
