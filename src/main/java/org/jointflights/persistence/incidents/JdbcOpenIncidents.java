package org.jointflights.persistence.incidents;

import org.jointflights.application.ReadOnce;
import org.jointflights.application.closing.OpenIncidents;
import org.jointflights.domain.OperationReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcOpenIncidents implements OpenIncidents {

    private final JdbcClient jdbc;

    JdbcOpenIncidents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void hold(OperationReference reference) {
        jdbc.sql("select reference from flight where reference = ? for update")
                .param(reference.value())
                .query(String.class)
                .optional();
        ReadOnce.forgetAllThatWasRead();
    }

    @Override
    public boolean anyOf(OperationReference reference) {
        return jdbc.sql("select count(*) from serious_incident"
                                + " where reference = ? and state not in ('FINAL', 'NOT_LAUNCHED')")
                        .param(reference.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
