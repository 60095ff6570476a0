package org.jointflights.domain.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.hours.HoursYear.Account;
import org.jointflights.domain.hours.HoursYear.Return;
import org.junit.jupiter.api.Test;

/** The accounts of all parties: by hand, and in many lives drawn from seeds. */
class HoursYearTest {

    private static final Party DE = new Party("DE");
    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Party NL = new Party("NL");
    private static final List<Party> PARTIES = Stream.of("AT", "BE", "DE", "ES", "FR", "GB", "IT", "NL")
            .map(Party::new)
            .toList();

    /**
     * In 2026 France gave 11.375 (Germany had 2.275, France 4.550, Britain 4.550), in 2027 Britain gave 6 (France 2, Britain 1, the
     * Netherlands 3).
     */
    @Test
    void a_balance_goes_into_the_next_year_and_evens_out_in_the_community() {
        List<HoursMovement> movements = List.of(
                given(2026, FR, 11_375),
                received(2026, DE, 2_275),
                received(2026, FR, 4_550),
                received(2026, GB, 4_550),
                given(2027, GB, 6_000),
                received(2027, FR, 2_000),
                received(2027, GB, 1_000),
                received(2027, NL, 3_000));

        HoursYear first = HoursYear.of(2026, movements);
        assertThat(first.accounts())
                .containsExactly(account(DE, 0, 0, 2_275), account(FR, 0, 11_375, 4_550), account(GB, 0, 0, 4_550));
        assertThat(first.next()).extracting(Account::party).containsExactly(GB, DE);

        HoursYear second = HoursYear.of(2027, movements);
        assertThat(second.accounts())
                .containsExactly(
                        account(DE, -2_275, 0, 0),
                        account(FR, 6_825, 0, 2_000),
                        account(GB, -4_550, 6_000, 1_000),
                        account(NL, 0, 0, 3_000));
        assertThat(second.accounts())
                .extracting(Account::balance)
                .containsExactly(new Efh(-2_275), new Efh(4_825), new Efh(450), new Efh(-3_000));
        assertThat(second.next()).extracting(Account::party).containsExactly(NL, DE);
        assertThat(second.returns())
                .containsExactly(
                        new Return(NL, FR, new Efh(3_000)),
                        new Return(DE, FR, new Efh(1_825)),
                        new Return(DE, GB, new Efh(450)));
        assertThat(second.sum()).isEqualTo(Efh.ZERO);
    }

    @Test
    void in_every_life_the_accounts_add_up_are_carried_over_and_know_no_order() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<HoursMovement> life = new ArrayList<>();
            Map<Party, Efh> expected = new HashMap<>();
            for (int flight = 0; flight < 1 + random.nextInt(30); flight++) {
                HoursExchange exchange = exchange(random);
                int year = 2024 + random.nextInt(4);
                post(life, expected, year, exchange);
                if (random.nextInt(4) == 0) {
                    post(life, expected, year + random.nextInt(2), opposite(exchange));
                }
            }
            List<HoursMovement> shuffled = new ArrayList<>(life);
            Collections.shuffle(shuffled, random);
            Map<Party, Efh> before = new TreeMap<>();
            for (int year = 2023; year <= 2028; year++) {
                HoursYear accounts = HoursYear.of(year, life);
                assertThat(HoursYear.of(year, shuffled)).as("seed " + seed).isEqualTo(accounts);
                assertThat(accounts.sum()).as("seed " + seed).isEqualTo(Efh.ZERO);
                assertThat(accounts.given()).as("seed " + seed).isEqualTo(accounts.received());
                assertThat(accounts.opening()).isEqualTo(Efh.ZERO);
                for (Account account : accounts.accounts()) {
                    assertThat(account.opening())
                            .as("seed " + seed)
                            .isEqualTo(before.getOrDefault(account.party(), Efh.ZERO));
                    before.put(account.party(), account.balance());
                }
                evenAfterItsReturns(accounts, "seed " + seed);
            }
            expected.forEach((party, balance) -> assertThat(before.get(party)).isEqualTo(balance));
        }
    }

    @Test
    void a_reversal_leaves_every_account_as_it_was() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<HoursMovement> life = new ArrayList<>();
            post(life, new HashMap<>(), 2026, exchange(random));
            List<Efh> before = balances(life);
            HoursExchange wrong = exchange(random);
            post(life, new HashMap<>(), 2026, wrong);
            post(life, new HashMap<>(), 2027, opposite(wrong));
            assertThat(balances(life)).as("seed " + seed).isEqualTo(before);
        }
    }

    private static List<Efh> balances(List<HoursMovement> life) {
        HoursYear year = HoursYear.of(2027, life);
        return PARTIES.stream()
                .map(party -> year.accounts().stream()
                        .filter(account -> account.party().equals(party))
                        .map(Account::balance)
                        .findFirst()
                        .orElse(Efh.ZERO))
                .toList();
    }

    private static void evenAfterItsReturns(HoursYear accounts, String seed) {
        Map<Party, Efh> open = new HashMap<>();
        accounts.accounts().forEach(account -> open.put(account.party(), account.balance()));
        accounts.returns().forEach(one -> {
            assertThat(one.hours()).isGreaterThan(Efh.ZERO);
            open.merge(one.by(), one.hours(), Efh::plus);
            open.merge(one.to(), one.hours().negated(), Efh::plus);
        });
        assertThat(open.values()).as(seed).allMatch(Efh::isZero);
    }

    private static HoursExchange exchange(Random random) {
        Map<Party, Integer> seats = new HashMap<>();
        Party provider = PARTIES.get(random.nextInt(PARTIES.size()));
        Party other = PARTIES.get((PARTIES.indexOf(provider) + 1) % PARTIES.size());
        PARTIES.stream().filter(party -> random.nextBoolean()).forEach(party -> seats.put(party, random.nextInt(60)));
        seats.put(provider, random.nextInt(60));
        seats.put(other, 1 + random.nextInt(60));
        AircraftFactor factor =
                HoursExchangeTest.factor("A" + (100 + random.nextInt(900)), "1." + (1 + random.nextInt(9_999)));
        return HoursExchange.entered(
                new OperationReference("JRO-2027-0042"),
                1,
                provider,
                factor,
                1 + random.nextInt(3_000),
                null,
                seats,
                "a",
                HoursExchangeTest.AT);
    }

    private static HoursExchange opposite(HoursExchange one) {
        return new HoursExchange(
                        1,
                        one.reference(),
                        1,
                        one.provider(),
                        one.factor(),
                        one.minutes(),
                        null,
                        one.shares(),
                        null,
                        null,
                        one.provider(),
                        "a",
                        HoursExchangeTest.AT,
                        List.of(),
                        null,
                        HoursExchangeTest.AT,
                        null)
                .opposite(2, one.provider(), "letter", "a", HoursExchangeTest.AT);
    }

    private static void post(List<HoursMovement> life, Map<Party, Efh> balances, int year, HoursExchange exchange) {
        Efh sum = Efh.ZERO;
        for (HoursPosting posting : exchange.postings()) {
            life.add(new HoursMovement(year, posting.party(), posting.kind(), posting.amount()));
            balances.merge(posting.party(), posting.amount(), Efh::plus);
            sum = sum.plus(posting.amount());
        }
        assertThat(sum).isEqualTo(Efh.ZERO);
    }

    private static HoursMovement given(int year, Party party, long thousandths) {
        return new HoursMovement(year, party, HoursPosting.Kind.GIVEN, new Efh(thousandths));
    }

    private static HoursMovement received(int year, Party party, long thousandths) {
        return new HoursMovement(year, party, HoursPosting.Kind.RECEIVED, new Efh(-thousandths));
    }

    private static Account account(Party party, long opening, long given, long received) {
        return new Account(party, new Efh(opening), new Efh(given), new Efh(received));
    }
}
