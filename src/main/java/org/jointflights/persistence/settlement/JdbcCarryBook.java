package org.jointflights.persistence.settlement;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.application.ReadOnce;
import org.jointflights.application.settlement.CarryBook;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.Carry;
import org.jointflights.domain.costs.CarryAccounts;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.FinalShare;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCarryBook implements CarryBook {

    private static final String SHARES =
            "select s.*, c.description from final_share s join claim c on c.id = s.claim_id ";

    private final ReadOnce<OperationReference, Optional<FinalPosting>> known = new ReadOnce<>();
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcCarryBook(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private record Account(Currency currency, List<Party> set) {}

    /** An account with its balances; who has one is its set. */
    private record Stored(long id, Currency currency, SortedMap<Party, BigFraction> balances) {

        Account key() {
            return new Account(currency, List.copyOf(balances.keySet()));
        }
    }

    @Override
    public CarryAccounts accounts() {
        return CarryAccounts.of(carries(stored()));
    }

    @Override
    public CarryAccounts lock() {
        jdbc.sql("select id from carry_lock where id = 1 for update")
                .query(Integer.class)
                .single();
        return accounts();
    }

    @Override
    public void post(FinalPosting posting, CarryAccounts after) {
        this.known.forget(posting.reference());
        try {
            jdbc.sql("insert into final_posting (reference, statement, posted_at) values (?, ?, ?)")
                    .params(posting.reference().value(), posting.statement(), Timestamp.from(posting.at()))
                    .update();
        } catch (DuplicateKeyException posted) {
            throw Conflict.of("settlement.posted", posting.reference());
        }
        addShares(posting);
        List<Stored> before = stored();
        Map<Account, Long> numbers = new HashMap<>();
        before.forEach(account -> numbers.put(account.key(), account.id));
        Map<Account, List<Carry>> known = byAccount(carries(before));
        byAccount(after.carries()).forEach((account, carries) -> {
            if (!carries.equals(known.get(account))) {
                replace(account, numbers.get(account), carries);
            }
        });
    }

    private void addShares(FinalPosting posting) {
        List<Object[]> shares = new ArrayList<>();
        List<Object[]> parties = new ArrayList<>();
        for (FinalShare share : posting.shares()) {
            int ordinal = shares.size();
            shares.add(new Object[] {
                posting.reference().value(),
                ordinal,
                share.claim(),
                share.party().code(),
                text(share.exact()),
                share.signed().minor(),
                share.posted().minor(),
                share.posted().currency().getCurrencyCode(),
                text(share.carryBefore())
            });
            share.set()
                    .forEach(party ->
                            parties.add(new Object[] {posting.reference().value(), ordinal, party.code()}));
        }
        batches.batchUpdate("""
                insert into final_share (reference, ordinal, claim_id, party, exact, signed_minor, posted_minor, currency,
                    carry_before)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, shares);
        batches.batchUpdate("insert into final_share_party (reference, ordinal, party) values (?, ?, ?)", parties);
    }

    /** A set where nothing is left over needs no account. */
    private void replace(Account account, @Nullable Long number, List<Carry> carries) {
        if (number != null) {
            jdbc.sql("delete from carry where account = ?").param(number).update();
        }
        if (carries.stream().allMatch(carry -> carry.balance().signum() == 0)) {
            if (number != null) {
                jdbc.sql("delete from carry_account where id = ?").param(number).update();
            }
            return;
        }
        long id = number == null ? open(account) : number;
        batches.batchUpdate(
                "insert into carry (account, party, balance) values (?, ?, ?)",
                carries.stream()
                        .map(carry -> new Object[] {id, carry.party().code(), text(carry.balance())})
                        .toList());
    }

    private long open(Account account) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("insert into carry_account (currency) values (?)")
                .param(account.currency.getCurrencyCode())
                .update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    @Override
    public Optional<FinalPosting> of(OperationReference reference) {
        return known.get(reference, this::read);
    }

    private Optional<FinalPosting> read(OperationReference reference) {
        return jdbc.sql("select * from final_posting where reference = ?")
                .param(reference.value())
                .query((row, i) -> new FinalPosting(
                        reference,
                        row.getInt("statement"),
                        row.getTimestamp("posted_at").toInstant(),
                        shares(reference)))
                .optional();
    }

    @Override
    public int flights() {
        return jdbc.sql("select count(*) from final_posting")
                .query(Integer.class)
                .single();
    }

    @Override
    public int differing() {
        return jdbc.sql("select count(*) from final_share where posted_minor <> signed_minor")
                .query(Integer.class)
                .single();
    }

    @Override
    public List<FinalShare> limited() {
        return jdbc.sql(SHARES + """
                        where not exists (select 1 from final_share_party p
                            where p.reference = s.reference and p.ordinal = s.ordinal)
                        order by s.reference, s.ordinal
                        """).query((row, i) -> share(row, List.of())).list();
    }

    private List<FinalShare> shares(OperationReference reference) {
        Map<Integer, List<Party>> sets = new HashMap<>();
        jdbc.sql("select * from final_share_party where reference = ? order by ordinal, party")
                .param(reference.value())
                .query(row -> {
                    sets.computeIfAbsent(row.getInt("ordinal"), ordinal -> new ArrayList<>())
                            .add(new Party(row.getString("party")));
                });
        return jdbc.sql(SHARES + "where s.reference = ? order by s.ordinal")
                .param(reference.value())
                .query((row, i) -> share(row, sets.getOrDefault(row.getInt("ordinal"), List.of())))
                .list();
    }

    private static FinalShare share(ResultSet row, List<Party> set) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new FinalShare(
                row.getLong("claim_id"),
                row.getString("description"),
                new Party(row.getString("party")),
                set,
                fraction(row.getString("exact")),
                new Money(row.getLong("signed_minor"), currency),
                new Money(row.getLong("posted_minor"), currency),
                fraction(row.getString("carry_before")));
    }

    private List<Stored> stored() {
        Map<Long, Stored> accounts = new LinkedHashMap<>();
        jdbc.sql("select * from carry c join carry_account a on a.id = c.account order by a.id, c.party")
                .query(row -> {
                    Currency currency = Currency.getInstance(row.getString("currency"));
                    accounts.computeIfAbsent(row.getLong("account"), id -> new Stored(id, currency, new TreeMap<>()))
                            .balances
                            .put(new Party(row.getString("party")), fraction(row.getString("balance")));
                });
        return List.copyOf(accounts.values());
    }

    private static List<Carry> carries(List<Stored> accounts) {
        List<Carry> carries = new ArrayList<>();
        for (Stored account : accounts) {
            account.balances.forEach(
                    (party, balance) -> carries.add(new Carry(account.currency, account.key().set, party, balance)));
        }
        return carries;
    }

    private static Map<Account, List<Carry>> byAccount(List<Carry> carries) {
        Map<Account, List<Carry>> accounts = new LinkedHashMap<>();
        carries.forEach(carry -> accounts.computeIfAbsent(
                        new Account(carry.currency(), carry.set()), account -> new ArrayList<>())
                .add(carry));
        return accounts;
    }

    private static String text(BigFraction exact) {
        return exact.getNumerator() + "/" + exact.getDenominator();
    }

    private static BigFraction fraction(String text) {
        int slash = text.indexOf('/');
        return BigFraction.of(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }
}
