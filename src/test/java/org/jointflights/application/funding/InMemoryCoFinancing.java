package org.jointflights.application.funding;

import java.time.LocalDate;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;

/** A table of few lines: Frontex pays everything, but nothing to the United Kingdom after 2017; others pay 70 or nothing. */
public final class InMemoryCoFinancing implements CoFinancing {

    private static final Party GB = new Party("GB");

    @Override
    public FundingTerms termsFor(LocalDate lawDate, Party beneficiary, Fund declared) {
        return switch (declared) {
            case FRONTEX ->
                beneficiary.equals(GB) && lawDate.getYear() > 2017
                        ? new FundingTerms(Fund.NATIONAL, 0, "noMoneyAfter2017", true)
                        : new FundingTerms(Fund.FRONTEX, 100, "frontex", false);
            case PREPARATORY_ACTION -> new FundingTerms(Fund.PREPARATORY_ACTION, 70, "preparatoryAction", true);
            case AMIF -> new FundingTerms(Fund.AMIF, 0, "amif", true);
            case RETURN_FUND -> new FundingTerms(Fund.RETURN_FUND, 0, "returnFund", true);
            case NATIONAL -> new FundingTerms(Fund.NATIONAL, 0, "nationallyFinanced", true);
        };
    }
}
