package org.jointflights.persistence.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jointflights.application.desk.DeskDuties;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeskDuties implements DeskDuties {

    private static final String NETTINGS = """
            select n.id from netting n where n.agreed_at is null and n.ended_at is null and n.sign_by >= :today
            and exists (select 1 from netted_transfer h join transfer t on t.id = h.transfer_id
                where h.netting = n.id and (t.debtor in (:parties) or t.creditor in (:parties)))
            order by n.sign_by, n.id fetch first :most rows only
            """;

    private static final String NETTINGS_TO_CONFIRM = """
            select n.id from netting n where n.agreed_at is not null and n.ended_at is null
            and exists (select 1 from net_payment p where p.netting = n.id and p.confirmed_at is null
                and p.creditor in (:parties))
            order by n.pay_by, n.id fetch first :most rows only
            """;

    private static final String HOURS = """
            select e.id from hours_exchange e
            where not exists (select 1 from hours_withdrawal w where w.exchange = e.id)
            and not exists (select 1 from hours_posting p where p.exchange = e.id)
            and not exists (select 1 from hours_answer r where r.exchange = e.id and r.refused_for is not null)
            and (e.provider in (:parties)
                or exists (select 1 from hours_share s where s.exchange = e.id and s.party in (:parties)))
            and e.entered_for not in (:parties)
            and not exists (select 1 from hours_answer a where a.exchange = e.id and a.party in (:parties))
            order by e.id fetch first :most rows only
            """;

    private static final String RECOVERIES = """
            select o.id as number, o.answer_by as until, f.wrong_minor as minor, 1 as open, o.announced_by as actor
            from recovery_order o
            join sample_finding f on f.id = o.finding
            join sampled_claim c on c.sample = f.sample and c.claim_id = f.claim_id
            where not exists (select 1 from recovery_decision d where d.recovery = o.id) and %s
            order by o.answer_by, o.id fetch first :most rows only
            """;

    private static final String UNANSWERED =
            "not exists (select 1 from recovery_answer a where a.recovery = o.id) and c.claimant in (:parties)";

    private static final String ANSWERED_OR_LATE =
            "(o.answer_by < :today or exists (select 1 from recovery_answer a where a.recovery = o.id))";

    private static final String BANK_ACCOUNTS = """
            select b.id as number, cast(null as date) as until, cast(null as bigint) as minor, 1 as open,
                b.entered_by as actor
            from bank_account b where b.decided_at is null and b.party in (:parties)
            order by b.id fetch first :most rows only
            """;

    private static final String SAMPLES = """
            select c.sample as number, cast(null as date) as until, cast(null as bigint) as minor, count(*) as open,
                s.drawn_by as actor
            from sampled_claim c join audit_sample s on s.id = c.sample
            where not exists (select 1 from sample_finding f where f.sample = c.sample and f.claim_id = c.claim_id)
            group by c.sample, s.drawn_by order by c.sample fetch first :most rows only
            """;

    private static final String YEARS = """
            select y.budget_year as number, cast(null as date) as until, cast(null as bigint) as minor, 1 as open,
                y.asked_by as actor
            from closed_year y where y.closed_at is null order by y.budget_year fetch first :most rows only
            """;

    private final JdbcClient jdbc;

    JdbcDeskDuties(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Long> nettings(Collection<Party> parties, LocalDate today, int most) {
        return jdbc.sql(NETTINGS)
                .param("today", today)
                .param("parties", codes(parties))
                .param("most", most)
                .query(Long.class)
                .list();
    }

    @Override
    public List<Long> nettingsToConfirm(Collection<Party> parties, int most) {
        return numbers(NETTINGS_TO_CONFIRM, parties, most);
    }

    @Override
    public List<Long> hours(Collection<Party> parties, int most) {
        return numbers(HOURS, parties, most);
    }

    private List<Long> numbers(String those, Collection<Party> parties, int most) {
        return jdbc.sql(those)
                .param("parties", codes(parties))
                .param("most", most)
                .query(Long.class)
                .list();
    }

    @Override
    public List<Found> recoveriesToAnswer(Collection<Party> parties, int most) {
        return found(jdbc.sql(RECOVERIES.formatted(UNANSWERED))
                .param("parties", codes(parties))
                .param("most", most));
    }

    @Override
    public List<Found> recoveriesToDecide(LocalDate today, int most) {
        return found(jdbc.sql(RECOVERIES.formatted(ANSWERED_OR_LATE))
                .param("today", today)
                .param("most", most));
    }

    @Override
    public List<Found> bankAccounts(Collection<Party> parties, int most) {
        return found(jdbc.sql(BANK_ACCOUNTS).param("parties", codes(parties)).param("most", most));
    }

    @Override
    public List<Found> samples(int most) {
        return found(jdbc.sql(SAMPLES).param("most", most));
    }

    @Override
    public List<Found> years(int most) {
        return found(jdbc.sql(YEARS).param("most", most));
    }

    @Override
    public int absencesToAgree(String person, Instant now) {
        return jdbc.sql("""
                        select count(*) from substitution
                        where agreed_by = :person and agreed_at is null and ended_at is null and ends > :now
                        """)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    @Override
    public int absencesToConfirm(String person, Instant now) {
        return jdbc.sql("""
                        select count(*) from substitution
                        where confirmed_by is null and ended_at is null and ends > :now
                        and entered_by <> :person and absent <> :person and substitute <> :person
                        """)
                .param("person", person)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    @Override
    public int requests(String person, Instant after) {
        return jdbc.sql("""
                        select count(*) from people_request
                        where decision is null and asked_at > :after and asked_by <> :person and person <> :person
                        """)
                .param("person", person)
                .param("after", Timestamp.from(after))
                .query(Integer.class)
                .single();
    }

    private static List<String> codes(Collection<Party> parties) {
        return parties.stream().map(Party::code).toList();
    }

    private static List<Found> found(JdbcClient.StatementSpec rows) {
        return rows.query((row, number) -> found(row)).list();
    }

    private static Found found(ResultSet row) throws SQLException {
        long minor = row.getLong("minor");
        boolean none = row.wasNull();
        return new Found(
                row.getLong("number"),
                row.getObject("until", LocalDate.class),
                none ? null : Money.euro(minor),
                row.getInt("open"),
                row.getString("actor"));
    }
}
