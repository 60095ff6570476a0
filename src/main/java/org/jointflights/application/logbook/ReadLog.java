package org.jointflights.application.logbook;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.file.FileBytes;
import org.jointflights.application.logbook.LogEntries.Reading;
import org.jointflights.application.overview.OpenTasks;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Actor;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.Worded;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.logbook.LogEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A flight's log as far as it goes to whoever is signed in, who has read it then. */
@Service
@Transactional
public class ReadLog {

    private final CheckLogAccess access;
    private final LogEntries entries;
    private final TrailEntries trail;
    private final OpenTasks tasks;
    private final OpenComments comments;
    private final People people;
    private final CurrentUser user;
    private final Clock clock;

    ReadLog(
            CheckLogAccess access,
            LogEntries entries,
            TrailEntries trail,
            OpenTasks tasks,
            OpenComments comments,
            People people,
            CurrentUser user,
            Clock clock) {
        this.access = access;
        this.entries = entries;
        this.trail = trail;
        this.tasks = tasks;
        this.comments = comments;
        this.people = people;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What somebody reads.
     *
     * @param threads by the time of their last entry, the newest first
     * @param comments on tasks, the newest first
     * @param parties that a new message can go to
     * @param mayWrite whether the reader may write, too
     * @param names of the people in it, by sign-in name
     */
    public record FlightLog(
            Flight flight,
            List<Conversation> threads,
            List<Comment> comments,
            Set<Party> parties,
            boolean mayWrite,
            Map<String, Worded> names) {

        /** The name of who did something, or the sign-in name of somebody who is no longer known. */
        public Worded nameOf(String actor) {
            return names.getOrDefault(actor, language -> actor);
        }
    }

    /** A message, and what answers it, each with who has read it besides its author. */
    public record Conversation(List<Seen> entries) {}

    /** An entry and its readers. */
    public record Seen(LogEntry entry, List<Reading> readings) {}

    /** What was said beside a task. */
    public record Comment(String author, Instant at, Sentence text) {}

    /** The log; from now on the reader is named among those who have read its entries. */
    public FlightLog log(OperationReference reference) {
        LogReader reader = access.reader(reference);
        List<LogEntry> readable =
                entries.of(reference).stream().filter(reader::mayRead).toList();
        entries.read(
                readable.stream()
                        .filter(entry -> !Actor.share(entry.author(), user.id()))
                        .map(LogEntry::id)
                        .toList(),
                user.id(),
                clock.instant());
        Map<Long, List<Reading>> readings = entries.readings(reference);
        List<Seen> seen = readable.stream()
                .map(entry -> new Seen(entry, readings.getOrDefault(entry.id(), List.of())))
                .toList();
        List<Comment> said = comments(reader);
        return new FlightLog(
                reader.flight(),
                threads(seen),
                said,
                access.parties(reader.flight()),
                access.mayWrite(reader.flight()),
                named(seen, said).stream().collect(Collectors.toMap(id -> id, people::named)));
    }

    /** The file of an entry; throws {@link Unknown} also where it is erased, or not for whoever is signed in. */
    @Transactional(readOnly = true)
    public FileBytes file(OperationReference reference, long id) {
        LogEntry entry = access.require(access.reader(reference), id);
        AttachedFile file = entry.file();
        if (file == null || file.isErased()) {
            throw Unknown.of("logbook.file.none", reference);
        }
        return new FileBytes(file, entries.content(id).orElseThrow(() -> Unknown.of("logbook.file.none", reference)));
    }

    private static List<Conversation> threads(List<Seen> seen) {
        Map<Long, List<Seen>> byHead =
                seen.stream().collect(Collectors.groupingBy(one -> one.entry().head()));
        return byHead.values().stream()
                .sorted(Comparator.comparing((List<Seen> thread) ->
                                thread.get(thread.size() - 1).entry().id())
                        .reversed())
                .map(Conversation::new)
                .toList();
    }

    private List<Comment> comments(LogReader reader) {
        OperationReference reference = reader.flight().reference();
        List<Comment> said = new ArrayList<>();
        trail.of(reference).stream()
                .filter(entry -> entry.event() == TrailEvent.COMMENT && entry.isFor(reader.reader()))
                .map(ReadLog::comment)
                .forEach(said::add);
        Map<String, WaitingTask> open = tasks.of(List.of(reference)).getOrDefault(reference, List.of()).stream()
                .filter(task ->
                        !task.isConfidential() && isOwn(task, reader.reader().viewer()))
                .collect(Collectors.toMap(WaitingTask::id, task -> task));
        comments.of(open.keySet()).stream()
                .map(one -> {
                    WaitingTask task = open.get(one.task());
                    return new Comment(
                            one.author(),
                            one.at(),
                            new Sentence(
                                    TrailEvent.COMMENT.code(), List.of(task == null ? "" : task.name(), one.text())));
                })
                .forEach(said::add);
        said.sort(Comparator.comparing(Comment::at).reversed());
        return said;
    }

    private static Comment comment(TrailEntry entry) {
        return new Comment(entry.actor(), entry.at(), entry.what());
    }

    /** As the trail tells it once the task is done: to the party whose task it is, and to those who see everything. */
    private static boolean isOwn(WaitingTask task, Viewer viewer) {
        Party party = Viewer.onlyPartyOf(task.groups());
        return viewer.all() || (party != null && viewer.parties().contains(party));
    }

    private static List<String> named(List<Seen> seen, List<Comment> said) {
        return Stream.of(
                        seen.stream().map(one -> one.entry().author()),
                        seen.stream().flatMap(one -> one.readings().stream()).map(Reading::person),
                        said.stream().map(Comment::author))
                .flatMap(ids -> ids)
                .distinct()
                .toList();
    }
}
