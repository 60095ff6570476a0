package org.jointflights.application.annual;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.annual.FundUse;
import org.jointflights.domain.annual.StateYear;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;

/** What decisions and postings of all flights of a year say; a flight belongs to the year of the day on which it really flies. */
public interface FundUses {

    /** Years that have flights, the latest first. */
    List<Integer> years();

    /** By fund and beneficiary, without appropriations and without what is expected of flights that have no decision. */
    List<FundUse> of(int year);

    /** What is bound of that fund for that state's flights of the year, but for one flight. */
    Money committed(Fund fund, Party beneficiary, int year, OperationReference without);

    /** Costs that parties are to pay for flights of the year that have no decision yet, by payer and currency as entered. */
    Map<Party, Map<Currency, Money>> planned(int year);

    /** What a state had and bore of each flight of the year that it takes part in. */
    List<StateYear.OfFlight> flights(int year, Party party);

    /** States that take part in flights of the year, with how many. */
    SortedMap<Party, Integer> states(int year);
}
