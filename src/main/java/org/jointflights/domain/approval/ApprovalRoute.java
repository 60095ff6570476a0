package org.jointflights.domain.approval;

/** Which signatures a flight needs, by its total cost; the table {@code approvalRoute} chooses. */
public enum ApprovalRoute {
    ONE_FINANCE(1, false),
    ONE_FINANCE_AND_MANAGER(1, true),
    TWO_FINANCE_AND_MANAGER(2, true);

    private final int financeSignatures;
    private final boolean manager;

    ApprovalRoute(int financeSignatures, boolean manager) {
        this.financeSignatures = financeSignatures;
        this.manager = manager;
    }

    /** How many people of each party's finance sign. */
    public int financeSignatures() {
        return financeSignatures;
    }

    public boolean needsManager() {
        return manager;
    }
}
