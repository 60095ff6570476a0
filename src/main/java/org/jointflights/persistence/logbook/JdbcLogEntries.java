package org.jointflights.persistence.logbook;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.logbook.LogEntries;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.file.FileKind;
import org.jointflights.domain.file.FileScan;
import org.jointflights.domain.logbook.LogEntry;
import org.jointflights.domain.logbook.LogEntry.Addressed;
import org.jointflights.persistence.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcLogEntries implements LogEntries {

    private static final String ENTRIES =
            "select e.*, f.name, f.kind, f.size_in_bytes, f.sha256, f.scan from log_entry e left join log_file f on f.entry = e.id ";

    private final JdbcClient jdbc;

    JdbcLogEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public long add(LogEntry entry, byte[] content) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into log_entry (reference, answers, author, author_group, written_at, addressed, said)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Nulls.list(
                        entry.reference().value(),
                        entry.answers(),
                        entry.author(),
                        entry.group(),
                        Timestamp.from(entry.at()),
                        entry.to().name(),
                        entry.text()))
                .update(key, "id");
        long id = requireNonNull(key.getKey()).longValue();
        for (Party party : entry.parties()) {
            jdbc.sql("insert into log_addressee (entry, party) values (?, ?)")
                    .params(id, party.code())
                    .update();
        }
        AttachedFile file = entry.file();
        if (file != null) {
            jdbc.sql("""
                            insert into log_file (entry, reference, name, kind, size_in_bytes, sha256, scan)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            entry.reference().value(),
                            file.name(),
                            file.kind().name(),
                            file.size(),
                            file.hash(),
                            file.scan().name())
                    .update();
            jdbc.sql("insert into log_file_content (entry, reference, content) values (?, ?, ?)")
                    .params(id, entry.reference().value(), content)
                    .update();
        }
        return id;
    }

    @Override
    public List<LogEntry> of(OperationReference reference) {
        Map<Long, Set<Party>> parties = parties(reference);
        return jdbc.sql(ENTRIES + "where e.reference = ? order by e.id")
                .param(reference.value())
                .query((row, number) -> entry(row, reference, parties))
                .list();
    }

    @Override
    public Optional<LogEntry> find(OperationReference reference, long id) {
        Map<Long, Set<Party>> parties = parties(reference);
        return jdbc.sql(ENTRIES + "where e.reference = ? and e.id = ?")
                .params(reference.value(), id)
                .query((row, number) -> entry(row, reference, parties))
                .optional();
    }

    @Override
    public Optional<byte[]> content(long id) {
        return jdbc.sql("select content from log_file_content where entry = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }

    @Override
    @Transactional
    public void read(Collection<Long> ids, String person, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into log_reading (entry, person, read_at)
                        select e.id, cast(:person as varchar), cast(:at as timestamp with time zone) from log_entry e
                        where e.id in (:ids) and not exists
                            (select 1 from log_reading r where r.entry = e.id and r.person = :person)
                        """)
                .param("person", person)
                .param("at", Timestamp.from(at))
                .param("ids", ids)
                .update();
    }

    @Override
    public Map<Long, List<Reading>> readings(OperationReference reference) {
        Map<Long, List<Reading>> readings = new LinkedHashMap<>();
        jdbc.sql("""
                        select r.entry, r.person, r.read_at from log_reading r join log_entry e on e.id = r.entry
                        where e.reference = ? order by r.read_at, r.person
                        """)
                .param(reference.value())
                .query((row, number) -> readings.computeIfAbsent(row.getLong(1), first -> new ArrayList<>())
                        .add(new Reading(row.getString(2), row.getTimestamp(3).toInstant())))
                .list();
        return readings;
    }

    private Map<Long, Set<Party>> parties(OperationReference reference) {
        Map<Long, Set<Party>> parties = new HashMap<>();
        jdbc.sql(
                        "select a.entry, a.party from log_addressee a join log_entry e on e.id = a.entry where e.reference = ?")
                .param(reference.value())
                .query((row, number) -> parties.computeIfAbsent(row.getLong(1), first -> new TreeSet<>())
                        .add(new Party(row.getString(2))))
                .list();
        return parties;
    }

    private static LogEntry entry(ResultSet row, OperationReference reference, Map<Long, Set<Party>> parties)
            throws SQLException {
        long id = row.getLong("id");
        long answers = row.getLong("answers");
        return new LogEntry(
                id,
                reference,
                row.wasNull() ? null : answers,
                row.getString("author"),
                row.getString("author_group"),
                row.getTimestamp("written_at").toInstant(),
                Addressed.valueOf(row.getString("addressed")),
                parties.getOrDefault(id, Set.of()),
                row.getString("said"),
                file(row));
    }

    private static @Nullable AttachedFile file(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return kind == null
                ? null
                : new AttachedFile(
                        row.getString("name"),
                        FileKind.valueOf(kind),
                        row.getInt("size_in_bytes"),
                        row.getString("sha256"),
                        FileScan.valueOf(row.getString("scan")));
    }
}
