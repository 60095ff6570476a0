package org.jointflights.process.api;

import jakarta.ws.rs.WebApplicationException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.system.Outage;
import org.jointflights.application.system.Outages;
import org.jointflights.application.work.TaskDone;
import org.jointflights.application.work.WorkLog;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Busy;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Moment;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.TooMuch;
import org.jointflights.domain.TooOften;
import org.jointflights.domain.Unknown;
import org.jointflights.process.engine.WithoutAuthentication;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * What a person is told when the engine's API refuses: our sentence alone, out of all the engine's wrapping, with the
 * status that fits it. Whatever is nobody's refusal is our fault: 500, with a number that the log has too.
 */
@Component
class RefusalAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAnswers.class);
    private static final Pattern TASK = Pattern.compile("/task/([^/]+)");
    private static final Pattern CONTRADICTION = Pattern.compile("Invalid query usage: ");

    /** The body is read by Tasklist, which shows the message. */
    record Answer(int status, String type, String message, OptionalLong retryAfter) {

        Answer(int status, String type, String message) {
            this(status, type, message, OptionalLong.empty());
        }
    }

    private final WorkLog work;
    private final People people;
    private final CurrentUser asking;
    private final ProcessEngine engine;
    private final Outages outages;

    RefusalAnswers(WorkLog work, People people, CurrentUser asking, ProcessEngine engine, Outages outages) {
        this.work = work;
        this.people = people;
        this.asking = asking;
        this.engine = engine;
        this.outages = outages;
    }

    Answer to(Throwable thrown, String path, Locale language) {
        Refusal refusal = cause(thrown, Refusal.class);
        if (refusal != null) {
            return new Answer(status(refusal), refusal.getClass().getSimpleName(), refusal.sentence(language));
        }
        Optional<Outage> outage = outages.behind(thrown);
        if (outage.isPresent()) {
            // Everything below would ask the database once more.
            LOG.warn("{} was refused: the database is {}.", path, outage.get());
            Busy busy = outage.get().refusal();
            return new Answer(
                    503, busy.getClass().getSimpleName(), busy.sentence(language), OptionalLong.of(busy.seconds()));
        }
        TaskAlreadyClaimedException claimed = cause(thrown, TaskAlreadyClaimedException.class);
        if (claimed != null) {
            return of(Conflict.of("signin.task.claimed", name(claimed.getTaskAssignee())), language);
        }
        boolean lost = cause(thrown, OptimisticLockingException.class) != null
                || cause(thrown, ConcurrencyFailureException.class) != null;
        Matcher task = TASK.matcher(path);
        boolean ofTask = task.find();
        if (ofTask && (lost || isMissing(thrown))) {
            return of(tooLate(task.group(1), lost, language), language);
        }
        if (lost) {
            return of(Conflict.of("signin.lost"), language);
        }
        if (cause(thrown, AuthorizationException.class) != null) {
            boolean slower = ofTask && isDoneByColleague(task.group(1));
            return of(slower ? tooLate(task.group(1), true, language) : NotYours.of("signin.notYours"), language);
        }
        int status = engineStatus(thrown);
        if (status < 500) {
            String message = thrown.getMessage();
            return new Answer(status, thrown.getClass().getSimpleName(), message == null ? "" : message);
        }
        // Whoever completed or ended it meanwhile has taken away what this attempt was about to read.
        if (ofTask && isOver(task.group(1))) {
            LOG.info("{} came too late: {}", path, thrown.getClass().getSimpleName());
            return of(tooLate(task.group(1), true, language), language);
        }
        if (thrown instanceof HeaderValueException) {
            return new Answer(400, "BadInput", Sentence.of("web.error.400").in(language));
        }
        if (thrown instanceof InvalidRequestException
                || cause(thrown, NullValueException.class) != null
                || isContradiction(cause(thrown, ProcessEngineException.class))) {
            // What the engine refused without saying that it was the request's fault: nothing of ours has failed.
            // What it says may quote what was typed.
            LOG.info("{} was refused by the engine: {}", path, thrown.getClass().getSimpleName());
            return of(Unknown.of("signin.refused"), language);
        }
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} failed, number {}", path, number, thrown);
        return new Answer(500, "Failure", Sentence.of("signin.failure", number).in(language));
    }

    /**
     * The refusal because it is somebody else's to do, by our rules or by the engine's rights; none for whoever was only
     * a moment slower than a colleague.
     */
    Optional<NotYours> notYours(Throwable thrown, String path) {
        Refusal refusal = cause(thrown, Refusal.class);
        if (refusal != null) {
            return refusal instanceof NotYours notYours ? Optional.of(notYours) : Optional.empty();
        }
        if (outages.behind(thrown).isPresent()) {
            return Optional.empty();
        }
        Matcher task = TASK.matcher(path);
        boolean slower = task.find() && isDoneByColleague(task.group(1));
        return slower || cause(thrown, AuthorizationException.class) == null
                ? Optional.empty()
                : Optional.of(NotYours.of("signin.notYours"));
    }

    private boolean isOver(String task) {
        return WithoutAuthentication.ask(
                        engine,
                        () -> engine.getTaskService()
                                .createTaskQuery()
                                .taskId(task)
                                .count())
                == 0;
    }

    /** A task takes the rights to it along when it is completed: to a colleague who was as fast, the engine says no. */
    private boolean isDoneByColleague(String task) {
        return work.whoCompleted(task).isPresent() && wasOfAGroupOfTheirs(task);
    }

    private Refusal tooLate(String task, boolean lost, Locale language) {
        Optional<TaskDone> done = work.whoCompleted(task);
        if (done.isPresent() && wasOfAGroupOfTheirs(task)) {
            return Conflict.of(
                    "common.task.done",
                    name(done.get().actor()),
                    moment(done.get().at(), language));
        }
        return lost ? Conflict.of("signin.lost") : Unknown.of("common.task.gone");
    }

    /** Who did the work of others is as little told as the work was shown. */
    private boolean wasOfAGroupOfTheirs(String task) {
        Set<String> groups = asking.groups();
        return WithoutAuthentication.ask(
                        engine,
                        () -> engine.getHistoryService()
                                .createHistoricIdentityLinkLogQuery()
                                .taskId(task)
                                .type(IdentityLinkType.CANDIDATE)
                                .list())
                .stream()
                .anyMatch(link -> link.getGroupId() != null && groups.contains(link.getGroupId()));
    }

    private static boolean isMissing(Throwable thrown) {
        return cause(thrown, NullValueException.class) != null || engineStatus(thrown) == 404;
    }

    /** A question that asks for two things at once, which the engine takes for a failure of its own. */
    private static boolean isContradiction(@Nullable ProcessEngineException thrown) {
        return thrown != null
                && thrown.getMessage() != null
                && CONTRADICTION.matcher(thrown.getMessage()).lookingAt();
    }

    private static Answer of(Refusal refusal, Locale language) {
        return new Answer(status(refusal), refusal.getClass().getSimpleName(), refusal.sentence(language));
    }

    private static int status(Refusal refusal) {
        if (refusal instanceof BadInput) {
            return 400;
        }
        if (refusal instanceof NotYours) {
            return 403;
        }
        if (refusal instanceof TooOften) {
            return 429;
        }
        if (refusal instanceof TooMuch) {
            return 413;
        }
        if (refusal instanceof Busy) {
            return 503;
        }
        return refusal instanceof Unknown ? 404 : 409;
    }

    private static int engineStatus(Throwable thrown) {
        if (thrown instanceof RestException rest) {
            // What it wraps without naming a status of its own is the engine's.
            boolean named = rest instanceof InvalidRequestException || rest.getCause() == null;
            if (rest.getStatus() != null && (named || rest.getStatus().getStatusCode() < 500)) {
                return rest.getStatus().getStatusCode();
            }
            return cause(thrown, BadUserRequestException.class) == null ? 500 : 400;
        }
        if (thrown instanceof WebApplicationException web) {
            return web.getResponse().getStatus();
        }
        return thrown instanceof BadUserRequestException ? 400 : 500;
    }

    private String name(String id) {
        return people.find(id).map(Person::name).orElse(id);
    }

    private static String moment(Instant at, Locale language) {
        return Moment.of(at, ZoneOffset.UTC).in(language) + " UTC";
    }

    private static <T> @Nullable T cause(Throwable thrown, Class<T> kind) {
        int depth = 0;
        for (Throwable at = thrown; at != null && depth < 30; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return kind.cast(at);
            }
            depth++;
        }
        return null;
    }
}
