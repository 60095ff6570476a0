package org.jointflights.persistence.people;

import org.jointflights.application.people.administration.PeopleLock;
import org.jointflights.domain.Conflict;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcPeopleLock implements PeopleLock {

    private final JdbcClient jdbc;

    JdbcPeopleLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void take() {
        try {
            jdbc.sql("select id from people_lock where id = 1 for update")
                    .query(Integer.class)
                    .single();
        } catch (ConcurrencyFailureException busy) {
            throw Conflict.of("signin.lost");
        }
    }
}
