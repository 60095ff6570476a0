package org.jointflights.process.signin;

import java.util.List;
import java.util.Optional;
import org.jointflights.application.people.Origin;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.StoredAccounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Reads the engine's own table of users, which may not be there yet, before the engine starts and makes it. */
public final class EngineStoredAccounts implements StoredAccounts {

    private final JdbcClient database;

    public EngineStoredAccounts(String url, String user, String password) {
        this.database = JdbcClient.create(new DriverManagerDataSource(url, user, password));
    }

    @Override
    public Optional<Origin> origin() {
        return has("act_ge_property")
                ? database.sql("select value_ from act_ge_property where name_ = ?")
                        .param(EnginePeople.ORIGIN)
                        .query((row, number) -> Origin.valueOf(row.getString(1)))
                        .optional()
                : Optional.empty();
    }

    private boolean has(String table) {
        return database.sql("select to_regclass(?) is not null")
                .param(table)
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<StoredAccount> all() {
        if (!has("act_id_user")) {
            return List.of();
        }
        return database.sql("""
                        select person.id_, person.pwd_, person.salt_,
                               exists (select 1 from act_id_membership
                                       where user_id_ = person.id_ and group_id_ = ?) as administrator
                        from act_id_user person
                        """)
                .param(Role.ADMINISTRATOR.group())
                .query((row, number) -> new StoredAccount(
                        row.getString("id_"),
                        row.getBoolean("administrator"),
                        row.getString("pwd_"),
                        row.getString("salt_")))
                .list();
    }
}
