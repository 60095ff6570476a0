package org.jointflights.process.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one place where it is resolved in which groups somebody may act: their own, or, while they act for somebody who is away,
 * those of the absent one that were agreed on. It reads the engine's own table: it is asked with every claim and every form, and
 * the engine's query takes several times as long as the database.
 */
@Component
class EngineMemberships {

    private static final String OWN = """
            select m.GROUP_ID_ from ACT_ID_MEMBERSHIP m join ACT_ID_USER u on u.ID_ = m.USER_ID_ where u.ID_ = ?
            """;

    /** A substitution holds if it is agreed to, confirmed, not ended, and between its days: nobody has to end it. */
    private static final String HOLDS = "s.agreed_at is not null and s.confirmed_by is not null and s.ended_at is null "
            + "and s.starts <= :now and s.ends > :now";

    private static final String GROUPS = """
            select held.absent, m.GROUP_ID_ from ACT_ID_USER u
            left join (select a.person, s.id, s.absent from acting a join substitution s on s.id = a.substitution where HOLDS)
                held on held.person = u.ID_
            left join ACT_ID_MEMBERSHIP m on m.USER_ID_ = coalesce(held.absent, u.ID_) and (held.id is null
                or exists (select 1 from substitution_group g where g.substitution = held.id and g.group_id = m.GROUP_ID_))
            where u.ID_ = :person
            """.replace("HOLDS", HOLDS);

    private static final String SUBSTITUTES = """
            select s.substitute from substitution s
            join substitution_group g on g.substitution = s.id and g.group_id = :group
            join ACT_ID_MEMBERSHIP m on m.USER_ID_ = s.absent and m.GROUP_ID_ = g.group_id
            where HOLDS
            """.replace("HOLDS", HOLDS);

    private static final String EMPTY = """
            select g.ID_ from ACT_ID_GROUP g
            where not exists (select 1 from ACT_ID_MEMBERSHIP m where m.GROUP_ID_ = g.ID_) order by g.ID_
            """;

    private static final String SIZES = """
            select g.ID_ as group_id, count(m.USER_ID_) as people from ACT_ID_GROUP g
            left join ACT_ID_MEMBERSHIP m on m.GROUP_ID_ = g.ID_ group by g.ID_
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    EngineMemberships(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Groups to which nobody belongs. */
    List<String> emptyGroups() {
        return jdbc.sql(EMPTY).query(String.class).list();
    }

    /** How many belong to each group, nobody too. */
    SortedMap<String, Integer> sizes() {
        SortedMap<String, Integer> sizes = new TreeMap<>();
        jdbc.sql(SIZES).query(row -> {
            sizes.put(row.getString("group_id"), row.getInt("people"));
        });
        return sizes;
    }

    /**
     * In which groups somebody acts.
     *
     * @param absent for whom, if for another
     */
    record Acting(@Nullable String absent, Set<String> groups) {}

    private record Row(@Nullable String absent, @Nullable String group) {}

    /** Of somebody who has an account; anybody else is in none. */
    Acting acting(String person) {
        List<Row> rows = jdbc.sql(GROUPS)
                .param("now", Timestamp.from(clock.instant()))
                .param("person", person)
                .query((row, number) -> new Row(row.getString(1), row.getString(2)))
                .list();
        Set<String> groups = new HashSet<>();
        String absent = null;
        for (Row row : rows) {
            absent = row.absent();
            if (row.group() != null) {
                groups.add(row.group());
            }
        }
        return new Acting(absent, Set.copyOf(groups));
    }

    /** Those that somebody who has an account belongs to, whomever they act for. */
    Set<String> own(String person) {
        return Set.copyOf(
                new HashSet<>(jdbc.sql(OWN).param(person).query(String.class).list()));
    }

    /** Who may act in the group now for one of its members. */
    Set<String> substitutesIn(String group) {
        return new HashSet<>(jdbc.sql(SUBSTITUTES)
                .param("group", group)
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .list());
    }
}
