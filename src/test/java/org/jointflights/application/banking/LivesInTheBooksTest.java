package org.jointflights.application.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jointflights.application.annual.ClosedYears;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.netting.Nettings;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.settlement.Books;
import org.jointflights.application.settlement.Postings;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.annual.ClosedYear;
import org.jointflights.domain.annual.YearEnd;
import org.jointflights.domain.approval.CanonicalJson;
import org.jointflights.domain.banking.BankAccount;
import org.jointflights.domain.banking.BankEntry;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.EntryFinding;
import org.jointflights.domain.banking.Iban;
import org.jointflights.domain.banking.PaymentOrder;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.netting.NetPayment;
import org.jointflights.domain.netting.Netting;
import org.jointflights.domain.settlement.AccountLives;
import org.jointflights.domain.settlement.AccountPeriod;
import org.jointflights.domain.settlement.Ageing;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.process.ProcessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The same lives, kept in the tables as the application keeps them, and read from there as the pages read them: accounts over flights
 * with what is open by age, years that are closed with the first of January, orders for banks, and statements of banks in which payments
 * are doubled, missing, in parts, wrong and unknown. Each life is rolled back. The build lives 40; {@code -Dlives=20000} more.
 */
@ProcessTest
class LivesInTheBooksTest extends AccountLives {

    private static final int LIVES = Integer.getInteger("lives", 40);
    private static final long SEED = Long.getLong("lives.seed", 12);

    /** Before anything that other tests post, some of it at the epoch. */
    private static final Instant START = Instant.parse("1801-03-01T00:00:00Z");

    /** The value date of the statements; another test may have given a party an account that counts then. */
    private static final LocalDate STATED = LocalDate.of(2027, 6, 1);

    private static final Party FR = new Party("FR");

    @Autowired
    Flights flights;

    @Autowired
    Postings postings;

    @Autowired
    Transfers transfers;

    @Autowired
    Nettings nettings;

    @Autowired
    Books books;

    @Autowired
    ClosedYears years;

    @Autowired
    BankAccounts accounts;

    @Autowired
    PaymentOrders orders;

    @Autowired
    BankStatements statements;

    @Autowired
    CurrentUser actor;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private final List<OperationReference> known = new ArrayList<>();
    private final Map<OperationReference, Long> firstClaim = new HashMap<>();
    private final Map<Integer, ClosedYear> closed = new TreeMap<>();
    private final Set<EntryFinding> seen = new HashSet<>();
    private Random chance = new Random(0);
    private long claims;
    private int files;
    private int closings;

    @Test
    void what_is_stored_says_what_happened_and_a_closed_year_stays_as_it_was() {
        for (int life = 0; life < LIVES; life++) {
            long seed = SEED + life;
            chance = new Random(seed);
            known.clear();
            closed.clear();
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                live(seed, START);
                closed.forEach((year, asIs) -> assertThat(asIs.isSameAs(years.read(year)))
                        .as("year %s", year)
                        .isTrue());
            });
        }
        assertThat(ended()).as("flights that came to their end").isGreaterThan(LIVES / 10);
        assertThat(nettings()).as("nettings").isGreaterThan(LIVES / 10);
        assertThat(closings).as("closed years").isGreaterThan(LIVES / 2);
        assertThat(files).as("payments by bank").isGreaterThan(LIVES / 10);
        assertThat(seen)
                .contains(
                        EntryFinding.CONFIRMED,
                        EntryFinding.UNKNOWN,
                        EntryFinding.OTHER_AMOUNT,
                        EntryFinding.OTHER_CURRENCY,
                        EntryFinding.SETTLED_BEFORE,
                        EntryFinding.ENTRY_AGAIN,
                        EntryFinding.STATEMENT_AGAIN);
    }

    @Override
    protected OperationReference begun(int number) {
        OperationReference reference = flights.nextReference(2091);
        flights.add(new Flight(
                reference,
                FlightType.JRO,
                FR,
                "Nigeria",
                new Route(List.of(
                        new Stop("CDG", Stop.Purpose.START, 0),
                        new Stop("LOS", Stop.Purpose.DESTINATION, 4700),
                        new Stop("CDG", Stop.Purpose.RETURN, 4700))),
                START.atZone(ZoneOffset.UTC),
                LocalDate.ofInstant(START, ZoneOffset.UTC),
                200,
                Stage.SETTLEMENT,
                START,
                null,
                0,
                null,
                0));
        known.add(reference);
        // Claims are numbered above all flights, and in a life in each.
        claims += 1000;
        firstClaim.put(reference, 5_000_000_000L + claims);
        return reference;
    }

    @Override
    protected void posted(OperationReference flight, List<Posting> added) {
        postings.add(flight, added.stream().map(one -> stored(flight, one)).toList(), now());
    }

    private Posting stored(OperationReference flight, Posting one) {
        Long claim = one.claim();
        if (claim == null) {
            return one;
        }
        long id = Objects.requireNonNull(firstClaim.get(flight)) + claim;
        if (database.sql("select count(*) from claim where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single()
                == 0) {
            database.sql("""
                            insert into claim (id, reference, claimant, kind, category, description, amount_minor, currency,
                                entered_by, entered_at)
                            overriding system value values (?, ?, 'FR', 'COMMON', 'OTHER', 'a life', 1, 'EUR', 'nobody', ?)
                            """).params(id, flight.value(), Timestamp.from(now())).update();
        }
        return new Posting(
                one.number(),
                one.statement(),
                id,
                one.transfer(),
                one.fund(),
                one.kind(),
                one.party(),
                one.amount(),
                one.exact(),
                one.weights(),
                one.reason(),
                one.reverses());
    }

    @Override
    protected void signed(OperationReference flight) {
        database.sql("insert into final_posting (reference, statement, posted_at) values (?, 1, ?)")
                .params(flight.value(), Timestamp.from(now()))
                .update();
    }

    @Override
    protected List<Transfer> owed(OperationReference flight, List<Transfer> planned) {
        List<Transfer> before = transfers.of(flight);
        transfers.add(planned);
        return transfers.of(flight).stream()
                .filter(transfer -> before.stream().noneMatch(one -> one.id() == transfer.id()))
                .toList();
    }

    @Override
    protected void settled(Transfer transfer, Transfer.Settled how) {
        boolean national = transfer.fund() == Fund.NATIONAL;
        if (how instanceof Transfer.Paid && national && chance.nextBoolean()) {
            throughBanks(transfer);
        } else {
            transfers.settled(transfer.id(), how);
        }
    }

    @Override
    protected long netted(Netting netting) {
        long id = nettings.add(netting);
        for (Party party : netting.parties()) {
            String hash = netting.signed().hash();
            nettings.signed(id, new Netting.Signature(party, party.code(), now(), hash));
        }
        nettings.agreed(id, now());
        Transfer first = netting.transfers().get(0);
        LocalDate today = today();
        refusal(
                Conflict.class,
                "settlement.transfer.netted",
                () -> transfers.settled(first.id(), new Transfer.Paid(today, "FT", "frfinance1", now())));
        for (NetPayment payment : nettings.get(id).payments()) {
            nettings.arrived(payment.id(), new NetPayment.Arrived(today, "NET", "frfinance1", now()));
        }
        assertThat(nettings.get(id).faults()).isEmpty();
        assertThat(nettings.get(id).state(today)).isEqualTo(Netting.State.PAID);
        return id;
    }

    /** The accounts as they are read, and every year that is over. */
    @Override
    protected void stepped(String where) {
        TreeMap<String, Money> balances = new TreeMap<>();
        Instant after = now().plusSeconds(1);
        books.accounts()
                .forEach((party, pots) -> pots.forEach(pot -> {
                    Money balance = books.balance(party, pot, after);
                    if (!balance.isZero()) {
                        balances.put(party + " " + pot.fund() + " " + pot.currency(), balance);
                    }
                    List<Ageing.Open> open = books.unsettled(party, pot).stream()
                            .filter(one -> known.contains(one.transfer().reference()))
                            .map(one -> new Ageing.Open(one.transfer(), one.payable()))
                            .toList();
                    Ageing ageing = Ageing.of(party, open, unsigned(party, pot), now());
                    assertThat(ageing.total()).as(where + " " + party).isEqualTo(balance);
                    ageing.rows().forEach(row -> {
                        assertThat(row.owed().minor()).isNotNegative();
                        assertThat(row.owes().minor()).isNotNegative();
                    });
                }));
        assertThat(balances).as(where).isEqualTo(balances());
        for (int year = START.atOffset(ZoneOffset.UTC).getYear(); year < today().getYear(); year++) {
            if (!closed.containsKey(year)) {
                close(year, where);
            }
        }
    }

    /** Other tests leave flights of later years in the same tables. */
    private Money unsigned(Party party, Ledger.Pot pot) {
        return known.stream()
                .filter(flight -> database.sql("select count(*) from final_posting where reference = ?")
                                .param(flight.value())
                                .query(Integer.class)
                                .single()
                        == 0)
                .flatMap(flight -> postings.of(flight).stream())
                .filter(posting -> posting.party().equals(party)
                        && posting.fund() == pot.fund()
                        && posting.amount().currency().equals(pot.currency()))
                .map(Posting::amount)
                .reduce(Money.zero(pot.currency()), Money::plus);
    }

    private void close(int year, String where) {
        YearEnd end = years.read(year);
        Map<Ledger.Pot, Money> sums = new HashMap<>();
        AccountPeriod period = AccountPeriod.ofYear(year);
        for (ClosedYear.Balance balance : end.balances()) {
            sums.merge(balance.pot(), balance.amount(), Money::plus);
            Money opening = books.balance(balance.party(), balance.pot(), period.begins());
            Money moved =
                    books.movements(balance.party(), balance.pot(), period.begins(), period.ends()).values().stream()
                            .reduce(Money.zero(balance.pot().currency()), Money::plus);
            assertThat(opening.plus(moved)).as(where).isEqualTo(balance.amount());
            assertThat(books.balance(balance.party(), balance.pot(), period.ends()))
                    .as("opening of the next year, " + where)
                    .isEqualTo(balance.amount());
        }
        assertThat(sums.values()).as(where).allMatch(Money::isZero);
        ClosedYear asked = new ClosedYear(year, end.postings(), end.hash(), end.balances(), "fxfinance1", now(), null);
        years.ask(asked);
        years.confirm(asked.confirmed("manager1", now()));
        refusal(
                Conflict.class,
                "annual.closed",
                () -> postings.add(known.get(0), List.of(), period.ends().minusSeconds(1)));
        closed.put(year, years.find(year).orElseThrow());
        closings++;
    }

    /** Ordered by the debtor, stated by the creditor's bank among much else, and confirmed because it fits. */
    private void throughBanks(Transfer transfer) {
        LocalDate today = today();
        BankAccount debtor = account(transfer.debtor());
        BankAccount creditor = account(transfer.creditor());
        PaymentOrder order = new PaymentOrder(
                0,
                transfer.debtor(),
                today,
                "nobody",
                now(),
                "",
                List.of(new PaymentOrder.Line(EndToEnd.of(transfer), transfer.creditor(), transfer.amount())),
                null);
        long id = orders.add(order);
        // What is not valid by the published schema is not written.
        String file = CreditTransferXml.write(orders.get(id), debtor, Map.of(transfer.creditor(), creditor));
        orders.keepFile(id, CanonicalJson.hash(file), file);
        assertThat(file).contains(EndToEnd.of(transfer).toString());

        List<Transfer> open = known.stream()
                .flatMap(flight -> transfers.open(flight).stream())
                .filter(one -> one.creditor().equals(transfer.creditor()) && one.id() != transfer.id())
                .toList();
        List<Runnable> entries = new ArrayList<>();
        files++;
        String name = "L" + files;
        SomeBankStatements statement = SomeBankStatements.of(creditor.iban().value(), name);
        entries.add(() -> statement.credit(name, EndToEnd.of(transfer).toString(), decimal(transfer.amount())));
        entries.add(() -> statement.credit(name + "-unknown", "SOMETHING-ELSE", "12.34"));
        if (chance.nextBoolean()) {
            entries.add(() -> statement.credit(name, EndToEnd.of(transfer).toString(), decimal(transfer.amount())));
            entries.add(() ->
                    statement.credit(name + "-again", EndToEnd.of(transfer).toString(), decimal(transfer.amount())));
        }
        // Of the others one comes in two parts, one in another currency, one a cent short; the rest does not come.
        for (int i = 0; i < Math.min(3, open.size()); i++) {
            Transfer other = open.get(i);
            String named = EndToEnd.of(other).toString();
            String entry = name + "-" + i;
            Money amount = other.amount();
            if (amount.minor() < 2) {
                continue;
            }
            Money part = new Money(amount.minor() / 2, amount.currency());
            switch (chance.nextInt(3)) {
                case 0 -> {
                    entries.add(() -> statement.credit(entry + "a", named, decimal(part)));
                    entries.add(() -> statement.credit(entry + "b", named, decimal(amount.minus(part))));
                }
                case 1 ->
                    entries.add(() ->
                            statement.entry(entry, decimal(amount), "GBP", "", SomeBankStatements.part("", named, "")));
                default -> entries.add(() -> statement.credit(entry, named, decimal(amount.minus(Money.euro(1)))));
            }
        }
        Collections.shuffle(entries, chance);
        entries.forEach(Runnable::run);
        List<BankEntry> kept = enter(transfer.creditor(), statement.file());
        assertThat(kept).as("nothing lost").hasSize(entries.size());
        assertThat(kept)
                .filteredOn(entry -> entry.finding() == EntryFinding.CONFIRMED)
                .as("nothing doubled, nothing guessed")
                .singleElement()
                .matches(entry ->
                        entry.payment().endToEnd().equals(EndToEnd.of(transfer).toString()));
        assertThat(transfers.get(transfer.id()).isOpen()).isFalse();
        assertThat(open).allMatch(other -> transfers.get(other.id()).isOpen());
        kept.forEach(entry -> seen.add(entry.finding()));
        assertThat(enter(transfer.creditor(), statement.file()))
                .as("the same file again")
                .isEqualTo(kept);
        String again = new String(statement.file(), StandardCharsets.UTF_8).replace("<MsgId>M1<", "<MsgId>M2<");
        assertThat(enter(transfer.creditor(), again.getBytes(StandardCharsets.UTF_8)))
                .as("the same statement in another file")
                .allMatch(entry -> entry.finding() == EntryFinding.STATEMENT_AGAIN)
                .allSatisfy(entry -> seen.add(entry.finding()));
    }

    /** As it is entered on the page; in place of the flight's work, which confirms it by its form, it is settled at once. */
    private List<BankEntry> enter(Party party, byte[] file) {
        AllObligations obligations = new AllObligations(List.of(new TransferObligations(
                books,
                transfers,
                (transfer, day, bank) ->
                        transfers.settled(transfer.id(), new Transfer.Paid(day, bank, "frfinance1", now())))));
        KeepBankEntries keeping =
                new KeepBankEntries(statements, accounts, obligations, actor, Clock.fixed(now(), ZoneOffset.UTC));
        SettleBankEntry settling = new SettleBankEntry(statements, obligations);
        List<BankEntry> entries = new ArrayList<>();
        keeping.keep(
                        party,
                        CanonicalJson.hash(new String(file, StandardCharsets.UTF_8)),
                        BankStatementXml.read("statement.xml", file))
                .forEach(statement -> {
                    statements.of(statement.id()).forEach(entry -> settling.confirm(entry.id()));
                    entries.addAll(statements.of(statement.id()));
                });
        return entries;
    }

    private BankAccount account(Party party) {
        return BankAccount.on(STATED, accounts.of(party)).orElseGet(() -> {
            long id = accounts.add(new BankAccount(
                    0,
                    party,
                    "A life",
                    iban(party),
                    "",
                    LocalDate.ofInstant(START, ZoneOffset.UTC),
                    "nobody",
                    START,
                    null));
            accounts.decide(id, new BankAccount.Decided("somebody", START, true));
            return accounts.get(id);
        });
    }

    /** A number whose check digits fit. */
    private static Iban iban(Party party) {
        String own = String.format(
                "%018d", party.code().charAt(0) * 1000L + party.code().charAt(1));
        int check =
                98 - new BigInteger(own + "131400").mod(BigInteger.valueOf(97)).intValue();
        return new Iban("DE" + String.format("%02d", check) + own);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    private static String decimal(Money amount) {
        return amount.decimal().toPlainString();
    }
}
