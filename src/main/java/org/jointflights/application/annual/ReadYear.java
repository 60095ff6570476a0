package org.jointflights.application.annual;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jointflights.application.funding.CoFinancing;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.annual.Appropriation;
import org.jointflights.domain.annual.ClosedYear;
import org.jointflights.domain.annual.FundUse;
import org.jointflights.domain.annual.StateYear;
import org.jointflights.domain.annual.YearEnd;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows a year of the accounts: every state's to those who watch over all and to Frontex's finance, to others their own. */
@Service
@Transactional(readOnly = true)
public class ReadYear {

    private static final int FIRST = 2005;
    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");

    private final FundUses uses;
    private final Appropriations appropriations;
    private final ClosedYears closings;
    private final CoFinancing coFinancing;
    private final CurrentUser actor;
    private final Clock clock;

    ReadYear(
            FundUses uses,
            Appropriations appropriations,
            ClosedYears closings,
            CoFinancing coFinancing,
            CurrentUser actor,
            Clock clock) {
        this.uses = uses;
        this.appropriations = appropriations;
        this.closings = closings;
        this.coFinancing = coFinancing;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * A year as its reader sees it.
     *
     * @param uses of funds, by fund and state
     * @param history every appropriation that was entered, the newest first
     * @param states that take part in flights of the year, with how many
     * @param unconverted costs of flights without a decision that are in no forecast, because nothing says what they are in euro
     * @param closing if somebody has asked for the year to be closed
     */
    public record View(
            int year,
            List<FundUse> uses,
            List<Appropriation> history,
            SortedMap<Party, Integer> states,
            List<Money> unconverted,
            Optional<ClosedYear> closing) {

        public View {
            uses = List.copyOf(uses);
            history = List.copyOf(history);
            unconverted = List.copyOf(unconverted);
        }
    }

    /** Years that have flights, and the one that it is, the latest first. Throws {@link NotYours} for who has no part in money. */
    public List<Integer> years() {
        requireReader();
        TreeSet<Integer> years = new TreeSet<>(uses.years());
        years.add(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear());
        return List.copyOf(years.descendingSet());
    }

    /** The year that an address names. Throws {@link NotYours} likewise, and {@link Unknown} for what is no year of joint flights. */
    public int named(String typed) {
        requireReader();
        int year = YEAR.matcher(typed).matches() ? Integer.parseInt(typed) : 0;
        if (year < FIRST) {
            throw Unknown.of("annual.unknown", typed);
        }
        return year;
    }

    /** Throws {@link NotYours} likewise. */
    public View of(int year) {
        requireReader();
        SortedMap<Party, Integer> states = new TreeMap<>(uses.states(year));
        states.keySet().removeIf(party -> !sees(party));
        List<Money> unconverted = new ArrayList<>();
        List<FundUse> all = all(year, unconverted);
        return new View(
                year,
                all.stream().filter(use -> sees(use.beneficiary())).toList(),
                appropriations.of(year).stream()
                        .filter(entry -> sees(entry.beneficiary()))
                        .toList(),
                states,
                seesAll() ? unconverted : List.of(),
                closings.find(year));
    }

    /** One state's year. Throws {@link NotYours} for another state's. */
    public StateYear of(int year, Party party) {
        requireReader();
        if (!sees(party)) {
            throw NotYours.of("settlement.books.other", party);
        }
        return new StateYear(
                year,
                party,
                uses.flights(year, party),
                all(year, new ArrayList<>()).stream()
                        .filter(use -> use.beneficiary().equals(party))
                        .toList());
    }

    /**
     * What the postings of the year that an address names say now, to be compared with what it was closed with. Throws
     * {@link NotYours} for who does not watch over all accounts, and {@link Unknown} as {@link #named} does.
     */
    public YearEnd recomputed(String typed) {
        if (!seesAll()) {
            throw NotYours.of("annual.notYours");
        }
        return closings.read(named(typed));
    }

    /** Whether every state's year is open to the person signed in. */
    public boolean seesAll() {
        return Viewer.of(actor.groups()).readsEveryAccount() || actor.isIn(Role.FINANCE.groupOf(Party.FRONTEX));
    }

    private List<FundUse> all(int year, List<Money> unconverted) {
        Map<Fund, Map<Party, FundUse>> byFund = new TreeMap<>();
        uses.of(year).forEach(use -> put(byFund, use));
        List<Appropriation> history = appropriations.of(year);
        for (int entry = history.size() - 1; entry >= 0; entry--) {
            Appropriation appropriation = history.get(entry);
            put(
                    byFund,
                    get(byFund, appropriation.fund(), appropriation.beneficiary())
                            .with(appropriation.amount()));
        }
        expect(year, byFund, unconverted);
        return byFund.values().stream()
                .flatMap(ofFund -> ofFund.values().stream())
                .filter(use -> !use.isEmpty())
                .toList();
    }

    /** Flights without a decision are expected to be paid for by Frontex, as a decision is drafted first. */
    private void expect(int year, Map<Fund, Map<Party, FundUse>> byFund, List<Money> unconverted) {
        Map<Currency, Money> foreign = new HashMap<>();
        uses.planned(year).forEach((payer, amounts) -> {
            if (payer.isFrontex()) {
                return;
            }
            FundingTerms terms = coFinancing.termsFor(LocalDate.of(year, 1, 1), payer, Fund.FRONTEX);
            amounts.forEach((currency, amount) -> {
                if (!currency.equals(Money.EUR)) {
                    foreign.merge(currency, amount, Money::plus);
                } else if (!terms.paysNothing() && amount.minor() > 0) {
                    Money expected = Money.euro(terms.rate()
                            .multiply(BigInteger.valueOf(amount.minor()))
                            .bigDecimalValue(0, RoundingMode.DOWN)
                            .longValueExact());
                    put(byFund, get(byFund, terms.fund(), payer).expecting(expected));
                }
            });
        });
        unconverted.addAll(foreign.values());
    }

    private static FundUse get(Map<Fund, Map<Party, FundUse>> byFund, Fund fund, Party party) {
        return byFund.getOrDefault(fund, Map.of()).getOrDefault(party, FundUse.none(fund, party));
    }

    private static void put(Map<Fund, Map<Party, FundUse>> byFund, FundUse use) {
        byFund.computeIfAbsent(use.fund(), unseen -> new TreeMap<>()).put(use.beneficiary(), use);
    }

    private boolean sees(Party party) {
        return seesAll() || actor.isIn(Role.FINANCE.groupOf(party));
    }

    private void requireReader() {
        Viewer viewer = Viewer.of(actor.groups());
        if (!viewer.readsEveryAccount() && !viewer.isOfFinance()) {
            throw NotYours.of("annual.notYours");
        }
    }
}
