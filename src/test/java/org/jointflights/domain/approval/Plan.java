package org.jointflights.domain.approval;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.PlanContent.CostShare;
import org.jointflights.domain.approval.PlanContent.Part;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateRule;

/** A plan of France and the United Kingdom from Paris by Stansted to Lagos, to be varied in one respect at a time. */
final class Plan {

    static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    static final Party FR = new Party("FR");
    static final Party GB = new Party("GB");
    static final Seats FRENCH = new Seats(12, 26, 2, 1, 1, 0);
    static final Seats BRITISH = new Seats(18, 38, 0, 0, 0, 0);

    private Plan() {}

    static PlanContent of() {
        return new PlanContent(
                REFERENCE,
                FR,
                "Nigeria",
                ZonedDateTime.of(2027, 4, 1, 8, 0, 0, 0, ZoneId.of("Europe/Paris")),
                new PlanContent.Law(FlightType.JRO, new FlightKind("2019/1896 Art. 50", null, null)),
                route("STN", 370),
                carrier("Air Lagos", 26_200_000),
                Map.of(FR, new Part(FRENCH, "CDG", null), GB, new Part(BRITISH, "STN", null)),
                WithdrawalRule.COMMITTED,
                List.of(charter(), transport("0.7800")),
                List.of(share(1, FR, 15_000_000), share(1, GB, 11_200_000)),
                List.of(decision(FR, 29_500_000), decision(GB, 2_000_000)));
    }

    static Route route(String pickUp, int km) {
        return new Route(List.of(
                new Stop("CDG", Stop.Purpose.START, 0),
                new Stop(pickUp, Stop.Purpose.PICK_UP, km),
                new Stop("LOS", Stop.Purpose.DESTINATION, 5000),
                new Stop("CDG", Stop.Purpose.RETURN, 4700)));
    }

    static CarrierQuote carrier(String name, long cents) {
        return new CarrierQuote(
                REFERENCE,
                1,
                name,
                Money.euro(cents),
                180,
                LocalDate.of(2027, 3, 20),
                new CarrierQuote.FeePercents(20, 40, 100),
                true,
                null,
                null);
    }

    static CostItem charter() {
        return CostItem.common(
                1, "Charter", CostCategory.CHARTER, Money.euro(26_200_000), FR, Set.of(FR, GB), Key.LEG_SHARE_BY_SEATS);
    }

    /** Paid in pounds and converted at that rate; both rates used here give the same cents. */
    static CostItem transport(String rate) {
        Money pounds = new Money(100, Currency.getInstance("GBP"));
        ExchangeRate published =
                new ExchangeRate(pounds.currency(), new BigDecimal(rate), YearMonth.of(2027, 4), "InforEuro");
        Conversion conversion = new Conversion(pounds, Money.euro(128), RateRule.MONTH_OF_FLIGHT, List.of(published));
        CostItem item = CostItem.direct(2, "Transport", CostCategory.GROUND_TRANSPORT, pounds, GB, GB);
        return item.converted(conversion);
    }

    static CostShare share(long item, Party party, long cents) {
        return new CostShare(item, party, Money.euro(cents), BigFraction.of(cents * 3 + 1, 3));
    }

    static FinancialDecision decision(Party party, long ceiling) {
        return FinancialDecision.unsigned(
                REFERENCE,
                party,
                Fund.FRONTEX,
                new FundingTerms(Fund.FRONTEX, 100, "frontex", true),
                Money.euro(ceiling));
    }

    /** The same version, no longer the current one. */
    static PlanVersion voided(PlanVersion version, Sentence why) {
        VersionFate fate = version.fate();
        return new PlanVersion(
                version.reference(),
                version.number(),
                version.content(),
                version.hash(),
                version.bindingHash(),
                version.seats(),
                version.total(),
                new VersionFate(fate.frozen(), fate.route(), fate.committed(), null, why));
    }
}
