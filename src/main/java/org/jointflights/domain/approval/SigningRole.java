package org.jointflights.domain.approval;

/** As what somebody signs. The first two sign one state's financial decision, the others the plan as a whole. */
public enum SigningRole {
    DECISION_FOR_FRONTEX(true),
    DECISION_FOR_STATE(true),
    FINANCE(false),
    LEGAL(false),
    MANAGER(false),
    RIGHTS_OPINION(false),
    GO(false);

    private final boolean decision;

    SigningRole(boolean decision) {
        this.decision = decision;
    }

    /** Whether it is given for one party, or on one party's decision. */
    public boolean isOfParty() {
        return decision || this == FINANCE || this == LEGAL;
    }

    /** Whether a financial decision is signed, not the plan. */
    public boolean isOnDecision() {
        return decision;
    }
}
