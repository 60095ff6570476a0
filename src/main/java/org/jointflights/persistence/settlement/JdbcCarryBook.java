package org.jointflights.persistence.settlement;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.application.settlement.CarryBook;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.Carry;
import org.jointflights.domain.costs.CarryAccounts;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.FinalShare;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCarryBook implements CarryBook {

    private final JdbcClient jdbc;

    JdbcCarryBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public CarryAccounts accounts() {
        return CarryAccounts.of(carries());
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
        try {
            jdbc.sql("insert into final_posting (reference, statement, posted_at) values (?, ?, ?)")
                    .params(posting.reference().value(), posting.statement(), Timestamp.from(posting.at()))
                    .update();
        } catch (DuplicateKeyException posted) {
            throw Conflict.of("settlement.posted", posting.reference());
        }
        for (int i = 0; i < posting.shares().size(); i++) {
            add(posting, i);
        }
        Map<String, List<Carry>> before = byAccount(carries());
        byAccount(after.carries()).forEach((account, carries) -> {
            if (!carries.equals(before.get(account))) {
                replace(carries);
            }
        });
    }

    private void add(FinalPosting posting, int ordinal) {
        FinalShare share = posting.shares().get(ordinal);
        jdbc.sql("""
                        insert into final_share (reference, ordinal, claim_id, item, party, parties, exact, signed_minor,
                            posted_minor, currency, carry_before)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        posting.reference().value(),
                        ordinal,
                        share.claim(),
                        share.item(),
                        share.party().code(),
                        codes(share.set()),
                        text(share.exact()),
                        share.signed().minor(),
                        share.posted().minor(),
                        share.posted().currency().getCurrencyCode(),
                        text(share.carryBefore()))
                .update();
    }

    /** A set where nothing is left over needs no account. */
    private void replace(List<Carry> account) {
        Carry any = account.get(0);
        jdbc.sql("delete from carry where currency = ? and parties = ?")
                .params(any.currency().getCurrencyCode(), codes(any.set()))
                .update();
        if (account.stream().allMatch(carry -> carry.balance().signum() == 0)) {
            return;
        }
        for (Carry carry : account) {
            jdbc.sql("insert into carry (currency, parties, party, balance) values (?, ?, ?, ?)")
                    .params(
                            carry.currency().getCurrencyCode(),
                            codes(carry.set()),
                            carry.party().code(),
                            text(carry.balance()))
                    .update();
        }
    }

    @Override
    public Optional<FinalPosting> of(OperationReference reference) {
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
        return jdbc.sql("select * from final_share where parties = '' order by reference, ordinal")
                .query(JdbcCarryBook::share)
                .list();
    }

    private List<FinalShare> shares(OperationReference reference) {
        return jdbc.sql("select * from final_share where reference = ? order by ordinal")
                .param(reference.value())
                .query(JdbcCarryBook::share)
                .list();
    }

    private static FinalShare share(ResultSet row, int i) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        return new FinalShare(
                row.getLong("claim_id"),
                row.getString("item"),
                new Party(row.getString("party")),
                parties(row.getString("parties")),
                fraction(row.getString("exact")),
                new Money(row.getLong("signed_minor"), currency),
                new Money(row.getLong("posted_minor"), currency),
                fraction(row.getString("carry_before")));
    }

    private List<Carry> carries() {
        return jdbc.sql("select * from carry order by currency, parties, party")
                .query((row, i) -> new Carry(
                        Currency.getInstance(row.getString("currency")),
                        parties(row.getString("parties")),
                        new Party(row.getString("party")),
                        fraction(row.getString("balance"))))
                .list();
    }

    private static Map<String, List<Carry>> byAccount(List<Carry> carries) {
        Map<String, List<Carry>> accounts = new LinkedHashMap<>();
        carries.forEach(carry -> accounts.computeIfAbsent(
                        carry.currency() + " " + codes(carry.set()), account -> new ArrayList<>())
                .add(carry));
        return accounts;
    }

    private static String codes(List<Party> parties) {
        return parties.stream().map(Party::code).collect(Collectors.joining(" "));
    }

    private static List<Party> parties(String codes) {
        return Stream.of(codes.split(" "))
                .filter(code -> !code.isEmpty())
                .map(Party::new)
                .toList();
    }

    private static String text(BigFraction exact) {
        return exact.getNumerator() + "/" + exact.getDenominator();
    }

    private static BigFraction fraction(String text) {
        int slash = text.indexOf('/');
        return BigFraction.of(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
    }
}
