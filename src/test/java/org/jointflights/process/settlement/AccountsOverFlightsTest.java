package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.hamcrest.Matchers;
import org.jointflights.application.settlement.Books;
import org.jointflights.application.settlement.PartyAccount;
import org.jointflights.application.settlement.ReadPartyAccount;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.AccountPeriod;
import org.jointflights.domain.settlement.Ageing;
import org.jointflights.domain.settlement.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What a party is owed and owes over all its flights: opening, postings, payments, balance, and what is open by age. */
class AccountsOverFlightsTest extends SettlementCase {

    private static final Map<Party, Seats> COMMITTED = Map.of(FI, seats(10, 0), BE, seats(30, 0));
    private static final Ledger.Pot STATES = new Ledger.Pot(Fund.NATIONAL, Money.EUR);
    private static final AccountPeriod YEAR = AccountPeriod.yearOf(LocalDate.of(2027, 1, 1));

    @Autowired
    ReadPartyAccount books;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc web;

    @Test
    void opening_postings_payments_and_balance_follow_from_one_another_over_flights() throws Exception {
        PartyAccount before = account(BE);
        OperationReference paid = posted();
        everybodySigns(paid);
        everybodyPays(paid);
        OperationReference unsigned = posted();
        OperationReference signed = posted();
        everybodySigns(signed);

        // Of 40,000.00 that Finland pays for each flight, Belgium bears 30 of 40.
        PartyAccount belgium = account(BE);
        assertThat(belgium.balance()).isEqualTo(before.balance().minus(Money.euro(2 * 30_000_00)));
        assertThat(belgium.ageing().unsigned())
                .isEqualTo(before.ageing().unsigned().minus(Money.euro(30_000_00)));
        assertThat(row(belgium, Ageing.Age.NOT_DUE).owes())
                .isEqualTo(row(before, Ageing.Age.NOT_DUE).owes().plus(Money.euro(30_000_00)));
        assertThat(belgium.addsUp()).isTrue();
        assertThat(belgium.ageingAddsUp()).isTrue();
        assertThat(belgium.count()).isEqualTo(before.count() + 4);
        assertThat(belgium.closing()).isEqualTo(belgium.balance());

        clock.set(clock.instant().plus(Duration.ofDays(30 + 45)));
        PartyAccount later = account(BE);
        assertThat(row(later, Ageing.Age.UP_TO_60).owes())
                .isEqualTo(row(belgium, Ageing.Age.NOT_DUE).owes());
        assertThat(row(later, Ageing.Age.NOT_DUE).owes()).isEqualTo(Money.euro(0));

        // A period that begins tomorrow opens with everything; the first of two pages goes on where the second begins.
        LocalDate tomorrow = LocalDate.of(2027, 6, 2);
        PartyAccount next = page(BE, new AccountPeriod(tomorrow, tomorrow), 1, 10);
        assertThat(next.opening()).isEqualTo(belgium.closing());
        assertThat(next.entries()).isEmpty();
        int half = (int) (belgium.count() + 1) / 2;
        List<Books.Booked> second = page(BE, YEAR, 2, half).entries();
        PartyAccount first = page(BE, YEAR, 1, half);
        assertThat(second.get(0).balance())
                .isEqualTo(first.entries()
                        .get(half - 1)
                        .balance()
                        .plus(second.get(0).posting().amount()));
        assertThat(second.get(second.size() - 1).balance()).isEqualTo(belgium.closing());
        assertThatThrownBy(() -> page(BE, YEAR, 3, half)).isInstanceOf(BadInput.class);

        read("befinance1", "/accounts?bookedFrom=2027-01-01&bookedTo=2027-12-31")
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(unsigned.value())))
                .andExpect(content().string(Matchers.containsString("-30,000.00")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Somebody has changed"))));
        // Whoever goes on to another account sees its newest year: the days of this one are not typed.
        read("befinance1", "/accounts")
                .andExpect(
                        content().string(Matchers.containsString("Days left empty: the year of the account’s newest")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("type=\"date\" value=\"20"))));
        read("befinance1", "/accounts.csv?bookedFrom=2027-01-01&bookedTo=2027-12-31")
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(signed + ",")))
                .andExpect(content().string(Matchers.containsString(",-30000.00,")));
    }

    /** Finland paid 40,000.00 for all and bears a quarter: what it is owed stands on the clearing account, debit beside credit. */
    @Test
    void the_journal_names_the_accounts_of_the_treasury() throws Exception {
        OperationReference flight = posted();

        String journal = read("fifinance1", "/accounts/journal.csv?party=FI&bookedFrom=2027-01-01&bookedTo=2027-12-31")
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(journal.lines().filter(line -> line.contains(flight.value())))
                .anySatisfy(line -> assertThat(line).contains(",4670,5120,40000.00,EUR,"))
                .anySatisfy(line -> assertThat(line).contains(",6240,4670,10000.00,EUR,"))
                .hasSize(2);
        read("befinance1", "/accounts/journal.csv?party=FI").andExpect(status().isForbidden());
    }

    @Test
    void a_posting_that_somebody_changed_is_seen_on_the_account() throws Exception {
        OperationReference flight = posted();
        everybodySigns(flight);
        assertThat(account(FI).ageingAddsUp()).isTrue();

        database.sql(
                        "update posting set amount_minor = amount_minor - 1 where reference = ? and party = 'FI' and kind = 'PAID'")
                .param(flight.value())
                .update();
        assertThat(account(FI).ageingAddsUp()).isFalse();
        read("fifinance1", "/accounts?party=FI")
                .andExpect(content().string(Matchers.containsString("Somebody has changed")));

        database.sql(
                        "update posting set amount_minor = amount_minor + 1 where reference = ? and party = 'FI' and kind = 'PAID'")
                .param(flight.value())
                .update();
        assertThat(account(FI).ageingAddsUp()).isTrue();
    }

    @Test
    void an_account_is_for_its_own_finance_people_and_those_who_watch() throws Exception {
        posted();
        read("befinance1", "/accounts?party=FI").andExpect(status().isForbidden());
        read("befinance1", "/accounts.csv?party=FI").andExpect(status().isForbidden());
        read("becoordinator", "/accounts").andExpect(status().isForbidden());
        read("auditor", "/accounts?party=FI").andExpect(status().isOk());
        read("manager1", "/accounts?party=FI").andExpect(status().isOk());
        read("executive1", "/accounts.csv?party=FI").andExpect(status().isOk());
        read("auditor", "/accounts?party=FI&bookedFrom=2027-02-01&bookedTo=2027-01-01")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(Matchers.containsString("the period begins on 2027-02-01")));
        read("auditor", "/accounts?party=FI&fund=LOTTERY").andExpect(status().isBadRequest());
        finance(BE, 1).does(() -> assertThat(books.open().keySet()).isEqualTo(Set.of(BE)));
    }

    private PartyAccount account(Party party) {
        return page(party, YEAR, 1, 1_000);
    }

    private PartyAccount page(Party party, AccountPeriod period, int page, int onAPage) {
        AtomicReference<PartyAccount> account = new AtomicReference<>();
        finance(party, 1).does(() -> account.set(books.of(party, STATES, period, page, onAPage)));
        return account.get();
    }

    private static Ageing.Row row(PartyAccount account, Ageing.Age age) {
        return account.ageing().rows().stream()
                .filter(row -> row.age() == age)
                .findFirst()
                .orElseThrow();
    }

    private OperationReference posted() {
        OperationReference flight = flight(FI, COMMITTED);
        agreed(
                flight,
                COMMITTED,
                List.of(common(1, CostCategory.CHARTER, 40_000_00, FI, Set.of(FI, BE), Key.PER_RETURNEE)));
        used(flight, COMMITTED);
        start(flight, FI);
        Map<String, Object> fields = new HashMap<>(claim("1", "40,000.00", false));
        fields.put("voucherNumber", "V " + flight);
        finance(FI, 1).completes("userTask_enterActualCost", flight, fields);
        nobodyElseClaims(flight);
        certifyAll(flight, "");
        assertThat(postings.of(flight)).isNotEmpty();
        return flight;
    }

    private ResultActions read(String reader, String path) throws Exception {
        AtomicReference<ResultActions> answer = new AtomicReference<>();
        Unchecked request =
                () -> answer.set(web.perform(get(path).with(user(reader)).locale(Locale.ENGLISH)));
        switch (reader) {
            case "befinance1" -> finance(BE, 1).does(request);
            case "fifinance1" -> finance(FI, 1).does(request);
            case "becoordinator" -> users.as(reader, "BEcoordinator").does(request);
            default -> request.run();
        }
        return answer.get();
    }

    /** A request, whose failure is the test's. */
    private interface Unchecked extends Runnable {

        void ask() throws Exception;

        @Override
        default void run() {
            try {
                ask();
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        }
    }
}
