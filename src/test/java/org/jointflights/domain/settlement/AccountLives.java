package org.jointflights.domain.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.Carry;
import org.jointflights.domain.costs.CarryAccounts;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.funding.GrantRule;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.netting.Netting;
import org.jointflights.domain.recovery.DefaultInterest;
import org.jointflights.domain.recovery.ReferenceRate;

/**
 * Lives of accounts at random: several flights of the same parties, claims that are cut, left out and put back, statements made
 * anew, final postings with what earlier flights carried, payments, waivers and nettings over flights in any order, some never, and
 * recoveries of what was found wrong when all was paid, some of them late with interest. After every step the books are even and say
 * the same from both ends. Whoever keeps what happens somewhere else as well is told of each of it.
 */
public abstract class AccountLives {

    private final List<Flight> flights = new ArrayList<>();
    private CarryAccounts carries = CarryAccounts.EMPTY;
    private Instant now = Instant.EPOCH;
    private long transfers;
    private int ended;
    private int recoveries;
    private int nettings;

    /** One flight's accounts, from the first statement to the last payment. */
    private final class Flight {
        private final OperationReference reference;
        private final CostInput frame;
        private final List<GrantRule> rules;
        private List<FinalCost> costs;
        private Ledger ledger = new Ledger(List.of());
        private int statement;
        private final List<Ageing.Open> open = new ArrayList<>();
        private boolean signed;
        private final Map<Long, Money> wrong = new HashMap<>();

        Flight(OperationReference reference, Random random) {
            this.reference = reference;
            frame = FinalAccountsTest.frame(random);
            rules = FinalAccountsTest.rules(random);
            costs = FinalAccountsTest.costs(random);
        }

        void state() {
            statement++;
            add(ledger.toBecome(FinalAccounts.of(costs, rules, frame), statement));
        }

        void add(List<Posting> more) {
            ledger = new Ledger(SomeAccounts.with(ledger.postings(), more));
            ledger.requireZero();
            posted(reference, more);
        }
    }

    /** From nothing to whatever has come of it after some steps. */
    protected void live(long seed, Instant start) {
        flights.clear();
        carries = CarryAccounts.EMPTY;
        now = start;
        Random random = new Random(seed);
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            flights.add(new Flight(begun(i), random));
        }
        for (int step = 0; step < 8 * count; step++) {
            if (random.nextInt(6) > 0 || !net(random)) {
                step(flights.get(random.nextInt(count)), random);
            }
            now = random.nextInt(8) == 0 ? nextYear(now) : now.plus(Duration.ofDays(random.nextInt(40)));
            String where = "life " + seed + " step " + step;
            requireEven(where);
            stepped(where);
        }
        for (Flight flight : flights) {
            if (flight.signed && flight.open.isEmpty()) {
                assertThat(flight.ledger.isEven()).isTrue();
                ended++;
            }
        }
    }

    /** The instant in which a year ends and the next one begins: whatever is posted then is the next one's. */
    private static Instant nextYear(Instant now) {
        return LocalDate.of(now.atOffset(ZoneOffset.UTC).getYear() + 1, 1, 1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    /** How many flights have come to their end so far. */
    protected int ended() {
        return ended;
    }

    protected int recoveries() {
        return recoveries;
    }

    protected int nettings() {
        return nettings;
    }

    protected Instant now() {
        return now;
    }

    /** What every party is owed or owes in each money, above all flights of this life. */
    protected SortedMap<String, Money> balances() {
        SortedMap<String, Money> balances = new TreeMap<>();
        for (Flight flight : flights) {
            flight.ledger
                    .postings()
                    .forEach(posting -> balances.merge(
                            posting.party() + " " + posting.fund() + " "
                                    + posting.amount().currency(),
                            posting.amount(),
                            Money::plus));
        }
        balances.values().removeIf(Money::isZero);
        return balances;
    }

    /** Another flight of this life; its reference. */
    protected OperationReference begun(int number) {
        return new OperationReference("JRO-2027-000" + (number + 1));
    }

    /** These were added to what stands of the flight. */
    protected void posted(OperationReference flight, List<Posting> added) {}

    /** All parties have signed the flight's accounts. */
    protected void signed(OperationReference flight) {}

    /** What is to be paid, with numbers of their own. */
    protected List<Transfer> owed(OperationReference flight, List<Transfer> planned) {
        return planned.stream()
                .map(one ->
                        new Transfer(++transfers, flight, one.fund(), one.debtor(), one.creditor(), one.amount(), null))
                .toList();
    }

    /** The transfer is paid or waived. */
    protected void settled(Transfer transfer, Transfer.Settled how) {}

    /** All of it was agreed and has come; its number. */
    protected long netted(Netting netting) {
        return ++transfers;
    }

    /** A step is over. */
    protected void stepped(String where) {}

    /** Everything that is open of signed flights in one netting, if that saves a payment; who owes what is the same before and after. */
    private boolean net(Random random) {
        List<Transfer> open = new ArrayList<>();
        flights.stream()
                .filter(flight -> flight.signed && flight.wrong.isEmpty())
                .forEach(flight -> flight.open.forEach(one -> open.add(one.transfer())));
        if (open.size() < 2 || Netting.dues(open).size() >= open.size() || random.nextInt(3) == 0) {
            return false;
        }
        Netting netting = Netting.proposed(open, "frfinance1", now);
        assertThat(netting.faults()).isEmpty();
        long number = netted(netting);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        for (Flight flight : flights) {
            for (Ageing.Open one : List.copyOf(flight.open)) {
                if (open.contains(one.transfer())) {
                    settled(one.transfer(), new Transfer.Netted(number, today, "frfinance1", now));
                    pay(
                            flight,
                            one.transfer(),
                            Posting.Kind.NETTING,
                            one.transfer().amount());
                    flight.open.remove(one);
                }
            }
        }
        nettings++;
        return true;
    }

    private void step(Flight flight, Random random) {
        if (flight.statement == 0) {
            flight.state();
        } else if (!flight.signed && random.nextInt(3) > 0) {
            correct(flight, random);
        } else if (!flight.signed) {
            sign(flight);
        } else if (!flight.open.isEmpty()) {
            settle(flight, flight.open.get(random.nextInt(flight.open.size())), random);
        } else {
            recover(flight, random);
        }
    }

    /** Something of a claim is found wrong after all is paid. */
    private void recover(Flight flight, Random random) {
        FinalCost cost = flight.costs.get(random.nextInt(flight.costs.size()));
        long already = flight.wrong.getOrDefault(cost.claim(), Money.euro(0)).minor();
        if (cost.eligible().minor() <= already) {
            return;
        }
        Map<Long, Money> before = Map.copyOf(flight.wrong);
        flight.wrong.put(
                cost.claim(),
                Money.euro(already + 1 + random.nextLong(cost.eligible().minor() - already)));
        List<Posting> entries = flight.ledger.toCorrect(
                Corrections.of(flight.costs, flight.rules, flight.frame, before, flight.wrong), flight.statement);
        flight.add(entries);
        Balances balances = new Balances();
        entries.forEach(posting -> balances.add(posting.fund(), posting.party(), posting.amount()));
        owe(flight, balances);
        recoveries++;
    }

    /** Something is cut, left out or put back; doing it and undoing it leaves the balances as they were. */
    private void correct(Flight flight, Random random) {
        Map<Ledger.Pot, ?> before = flight.ledger.balances();
        List<FinalCost> as = flight.costs;
        List<FinalCost> others = new ArrayList<>(as);
        int at = random.nextInt(others.size());
        FinalCost cost = others.get(at);
        if (random.nextBoolean() || others.size() < 2) {
            others.set(
                    at, new FinalCost(Money.euro(random.nextLong(cost.eligible().minor() + 1)), cost.item()));
        } else {
            others.remove(at);
        }
        flight.costs = others;
        flight.state();
        Map<Ledger.Pot, ?> corrected = flight.ledger.balances();
        flight.costs = as;
        flight.state();
        assertThat(flight.ledger.balances()).as("undone").isEqualTo(before);
        List<FinalCost> shuffled = new ArrayList<>(others);
        Collections.shuffle(shuffled, random);
        flight.costs = shuffled;
        flight.state();
        assertThat(flight.ledger.balances()).as("in another order").isEqualTo(corrected);
        flight.costs = others;
    }

    private void sign(Flight flight) {
        FinalAccounts.Posted posted = FinalAccounts.post(flight.costs, flight.rules, flight.frame, carries);
        flight.add(flight.ledger.toPost(posted.shares(), flight.statement));
        carries = posted.accounts();
        Balances balances = new Balances();
        flight.ledger.postings().forEach(posting -> balances.add(posting.fund(), posting.party(), posting.amount()));
        flight.signed = true;
        signed(flight.reference);
        owe(flight, balances);
    }

    private void owe(Flight flight, Balances balances) {
        List<Transfer> planned = balances.dues().stream()
                .map(due ->
                        new Transfer(0, flight.reference, due.fund(), due.debtor(), due.creditor(), due.amount(), null))
                .toList();
        assertThat(planned).allMatch(transfer -> transfer.amount().minor() > 0);
        for (Transfer transfer : owed(flight.reference, planned)) {
            flight.open.add(new Ageing.Open(transfer, now.plus(Duration.ofDays(30))));
        }
    }

    private void settle(Flight flight, Ageing.Open paid, Random random) {
        Transfer transfer = paid.transfer();
        Posting.Kind kind = random.nextInt(10) == 0 ? Posting.Kind.WAIVER : Posting.Kind.PAYMENT;
        Money amount = transfer.amount();
        if (kind == Posting.Kind.PAYMENT && !flight.wrong.isEmpty()) {
            LocalDate due = LocalDate.ofInstant(paid.due(), ZoneOffset.UTC);
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            ReferenceRate rate =
                    new ReferenceRate(YearMonth.from(due), BigDecimal.valueOf(random.nextInt(500), 2), "OJ C");
            Money interest = DefaultInterest.of(amount, due, today, rate).amount();
            assertThat(interest.isZero() || today.isAfter(due)).isTrue();
            pay(flight, transfer, Posting.Kind.INTEREST, interest.negated());
            amount = amount.plus(interest);
        }
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        settled(
                transfer,
                kind == Posting.Kind.PAYMENT
                        ? new Transfer.Paid(day, "FT", "frfinance1", now)
                        : new Transfer.Waived("L", day, "", "frfinance1", now));
        pay(flight, transfer, kind, amount);
        flight.open.remove(paid);
    }

    private void pay(Flight flight, Transfer transfer, Posting.Kind kind, Money amount) {
        int number = flight.ledger.postings().size();
        flight.add(List.of(
                side(flight, transfer, kind, number + 1, transfer.debtor(), amount),
                side(flight, transfer, kind, number + 2, transfer.creditor(), amount.negated())));
    }

    private static Posting side(
            Flight flight, Transfer transfer, Posting.Kind kind, int number, Party party, Money amount) {
        return new Posting(
                number,
                flight.statement,
                null,
                transfer.id(),
                transfer.fund(),
                kind,
                party,
                amount,
                Long.toString(amount.minor()),
                "",
                Sentence.of("settlement.reason.payment", LocalDate.EPOCH, "FT"),
                null);
    }

    private void requireEven(String where) {
        Set<Ledger.Pot> pots = new HashSet<>();
        Map<String, Money> balances = new HashMap<>();
        for (Flight flight : flights) {
            assertThat(flight.ledger.sums()).as(where).isEmpty();
            flight.ledger.postings().forEach(posting -> {
                Ledger.Pot pot = new Ledger.Pot(posting.fund(), posting.amount().currency());
                pots.add(pot);
                balances.merge(pot + " " + posting.party(), posting.amount(), Money::plus);
            });
        }
        for (Ledger.Pot pot : pots) {
            for (Party party : FinalAccountsTest.PARTIES) {
                Money balance = balances.getOrDefault(pot + " " + party, Money.euro(0));
                assertThat(ageing(party, pot).total()).as(where + " " + party).isEqualTo(balance);
            }
        }
        Map<String, BigFraction> sums = new TreeMap<>();
        for (Carry carry : carries.carries()) {
            assertThat(carry.balance().abs()).as(where).isLessThan(BigFraction.ONE);
            sums.merge(carry.currency() + " " + carry.set(), carry.balance(), BigFraction::add);
        }
        assertThat(sums.values()).as(where).allMatch(sum -> sum.signum() == 0);
    }

    /** What is open, from the transfers and from the flights that are not signed: not from the postings of those that are. */
    private Ageing ageing(Party party, Ledger.Pot pot) {
        List<Ageing.Open> open = new ArrayList<>();
        Money unsigned = Money.euro(0);
        for (Flight flight : flights) {
            flight.open.stream()
                    .filter(one -> one.transfer().fund() == pot.fund()
                            && (one.transfer().debtor().equals(party)
                                    || one.transfer().creditor().equals(party)))
                    .forEach(open::add);
            if (!flight.signed) {
                unsigned = flight.ledger.postings().stream()
                        .filter(posting ->
                                posting.fund() == pot.fund() && posting.party().equals(party))
                        .map(Posting::amount)
                        .reduce(unsigned, Money::plus);
            }
        }
        Ageing ageing = Ageing.of(party, open, unsigned, now);
        assertThat(ageing.rows()).allSatisfy(row -> {
            assertThat(row.owed().minor()).isNotNegative();
            assertThat(row.owes().minor()).isNotNegative();
        });
        return ageing;
    }
}
