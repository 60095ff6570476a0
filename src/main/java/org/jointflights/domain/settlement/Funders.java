package org.jointflights.domain.settlement;

import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;

/** From whose accounts the funds pay. */
public final class Funders {

    /** The European Union's own accounts, from which the Commission's funds pay. */
    static final Party COMMISSION = new Party("EU");

    private Funders() {}

    /** Throws {@link IllegalArgumentException} for national money, which pays no grant. */
    public static Party of(Fund fund) {
        return switch (fund) {
            case FRONTEX -> Party.FRONTEX;
            case PREPARATORY_ACTION, RETURN_FUND, AMIF -> COMMISSION;
            case NATIONAL -> throw new IllegalArgumentException("national money pays no grant");
        };
    }
}
