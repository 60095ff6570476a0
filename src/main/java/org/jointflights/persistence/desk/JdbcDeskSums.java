package org.jointflights.persistence.desk;

import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.jointflights.application.desk.DeskSums;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDeskSums implements DeskSums {

    private static final String SHARES = """
            select s.reference, s.party, 'EUR' as currency, sum(s.cents) as minor from share s
            where s.reference in (:flights) and s.party in (:parties)
            and s.number = (select max(n.number) from cost_split n where n.reference = s.reference)
            group by s.reference, s.party order by s.reference, s.party
            """;

    private static final String PLANS = """
            select v.reference, null as party, v.currency, v.total as minor from plan_version v
            where v.reference in (:flights)
            and v.number = (select max(n.number) from plan_version n where n.reference = v.reference)
            order by v.reference
            """;

    private static final String CEILINGS = """
            select reference, beneficiary as party, 'EUR' as currency, ceiling as minor from financial_decision
            where reference in (:flights) order by reference, beneficiary
            """;

    private static final String BALANCES = """
            select reference, party, currency, sum(amount_minor) as minor from posting
            where reference in (:flights) and party in (:parties)
            group by reference, party, currency order by reference, party, currency
            """;

    private static final String INCOMING = """
            select t.reference, t.creditor as party, t.currency, sum(t.amount_minor) as minor from transfer t
            where t.reference in (:flights) and t.creditor in (:parties)
            and not exists (select 1 from payment p where p.transfer_id = t.id)
            and not exists (select 1 from waiver w where w.transfer_id = t.id)
            group by t.reference, t.creditor, t.currency order by t.reference, t.creditor, t.currency
            """;

    private final JdbcClient jdbc;

    JdbcDeskSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Sum> shares(Collection<OperationReference> flights, Collection<Party> parties) {
        return ofParties(SHARES, flights, parties);
    }

    @Override
    public List<Sum> plans(Collection<OperationReference> flights) {
        return flights.isEmpty() ? List.of() : read(jdbc.sql(PLANS).param("flights", names(flights)));
    }

    @Override
    public List<Sum> ceilings(Collection<OperationReference> flights) {
        return flights.isEmpty() ? List.of() : read(jdbc.sql(CEILINGS).param("flights", names(flights)));
    }

    @Override
    public List<Sum> balances(Collection<OperationReference> flights, Collection<Party> parties) {
        return ofParties(BALANCES, flights, parties);
    }

    @Override
    public List<Sum> incoming(Collection<OperationReference> flights, Collection<Party> parties) {
        return ofParties(INCOMING, flights, parties);
    }

    private List<Sum> ofParties(String sums, Collection<OperationReference> flights, Collection<Party> parties) {
        // No database takes a list of nothing.
        return flights.isEmpty() || parties.isEmpty()
                ? List.of()
                : read(jdbc.sql(sums)
                        .param("flights", names(flights))
                        .param("parties", parties.stream().map(Party::code).toList()));
    }

    private static List<String> names(Collection<OperationReference> flights) {
        return flights.stream().map(OperationReference::value).toList();
    }

    private static List<Sum> read(JdbcClient.StatementSpec sums) {
        return sums.query((row, number) -> {
                    String party = row.getString("party");
                    return new Sum(
                            new OperationReference(row.getString("reference")),
                            party == null ? null : new Party(party),
                            new Money(row.getLong("minor"), Currency.getInstance(row.getString("currency"))));
                })
                .list();
    }
}
