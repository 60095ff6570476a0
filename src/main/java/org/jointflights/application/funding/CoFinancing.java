package org.jointflights.application.funding;

import java.time.LocalDate;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;

/** The table {@code coFinancing}: what a fund pays a state for a flight of that day. */
public interface CoFinancing {

    FundingTerms termsFor(LocalDate lawDate, Party beneficiary, Fund declared);
}
