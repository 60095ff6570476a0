package org.jointflights.persistence.flight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.flight.Contracts;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Contract;
import org.jointflights.domain.money.Money;
import org.jointflights.persistence.Nulls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcContracts implements Contracts {

    private final JdbcClient jdbc;

    JdbcContracts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Contract> standing(OperationReference reference) {
        return of(reference).stream().filter(Contract::stands).findFirst();
    }

    @Override
    public List<Contract> of(OperationReference reference) {
        return jdbc.sql("select * from contract where reference = ? order by signed_at")
                .param(reference.value())
                .query(JdbcContracts::contract)
                .list();
    }

    @Override
    public void put(Contract contract) {
        Money penalty = contract.penalty();
        jdbc.sql("delete from contract where reference = ? and signed_at = ?")
                .params(contract.reference().value(), Timestamp.from(contract.signedAt()))
                .update();
        jdbc.sql("""
                        insert into contract (reference, signed_at, signed_by, carrier, price_minor, currency,
                            released_at, penalty_minor, price_asked)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        contract.reference().value(),
                        Timestamp.from(contract.signedAt()),
                        contract.signedBy().code(),
                        contract.carrier(),
                        contract.price().minor(),
                        contract.price().currency().getCurrencyCode(),
                        contract.releasedAt() == null ? null : Timestamp.from(contract.releasedAt()),
                        penalty == null ? null : penalty.minor(),
                        contract.priceAsked() == null ? null : Timestamp.from(contract.priceAsked())))
                .update();
    }

    private static Contract contract(ResultSet row, int number) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        Timestamp released = row.getTimestamp("released_at");
        Timestamp asked = row.getTimestamp("price_asked");
        return new Contract(
                new OperationReference(row.getString("reference")),
                new Party(row.getString("signed_by")),
                row.getString("carrier"),
                new Money(row.getLong("price_minor"), currency),
                row.getTimestamp("signed_at").toInstant(),
                released == null ? null : released.toInstant(),
                released == null ? null : new Money(row.getLong("penalty_minor"), currency),
                asked == null ? null : asked.toInstant());
    }
}
