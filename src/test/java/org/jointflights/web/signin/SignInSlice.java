package org.jointflights.web.signin;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jointflights.StandingClock;
import org.jointflights.application.desk.Desk;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.work.TaskDone;
import org.jointflights.application.work.WorkLog;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.web.desk.DeskWording;
import org.jointflights.web.overview.FlightWording;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Signing in, the people and their pages alone, over real HTTP, with a small process of their own. No bean by itself: the
 * tests of the whole application look through this package, too.
 */
@EnableAutoConfiguration
@ComponentScan({
    "org.jointflights.application.people",
    "org.jointflights.persistence.people",
    "org.jointflights.process.api",
    "org.jointflights.process.signin",
    "org.jointflights.web.people",
    "org.jointflights.web.signin"
})
@Import({SignInSlice.Refuser.class, SignInSlice.EmptyHome.class})
@ComponentScan(
        basePackages = "org.jointflights",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern =
                                "org\\.jointflights\\.(web\\.(Texts|RefusalAdvice|ErrorPage)"
                                        + "|application\\.example\\.(AddExamplePeople|ShowSignInHint)|application\\.notice\\.WriteNotices|persistence\\.notice\\.JdbcOutbox|application\\.overview\\.TellOfComment|application\\.calendar\\.CheckCalendarFeeds|persistence\\.calendar\\.JdbcCalendarFeeds|persistence\\.overview\\.JdbcOpenTasks|process\\.notice\\.CommentOnTask|process\\.engine\\.(AsSystem|EngineFlightTasks|JobExecutorHealthIndicator)"
                                        + "|application\\.work\\.RecordRefusedAttempts|persistence\\.(desk\\.JdbcDeskTasks|system\\.JdbcOutages|trail\\.(JdbcTrailEntries|ChainAtCommit|JdbcAuditChains)|flight\\.JdbcFlights))"))
class SignInSlice {

    @Bean
    StandingClock clock() {
        return new StandingClock();
    }

    @Bean
    static CountedHashes hashes() {
        return new CountedHashes();
    }

    @Bean
    WorkLog work() {
        return new WorkLog() {
            private final List<TaskDone> all = new ArrayList<>();

            @Override
            public synchronized void add(TaskDone done) {
                all.add(done);
            }

            @Override
            public synchronized Optional<TaskDone> whoCompleted(String taskId) {
                return all.stream().filter(done -> done.taskId().equals(taskId)).findFirst();
            }

            @Override
            public synchronized List<TaskDone> of(OperationReference reference) {
                return all.stream()
                        .filter(done -> done.reference().equals(reference))
                        .toList();
            }
        };
    }

    @Bean
    TaskListener trialTask(WorkLog work, CurrentUser actor) {
        return task -> {
            Object answer = task.getVariable("answer");
            if ("forty".equals(answer)) {
                throw BadInput.of("party", answer, "common.party.code");
            }
            if ("broken".equals(answer)) {
                throw new IllegalStateException("a secret of the inside");
            }
            work.add(new TaskDone(
                    task.getId(),
                    task.getTaskDefinitionKey(),
                    new OperationReference("JRO-2026-0001"),
                    null,
                    actor.id(),
                    Instant.parse("2026-11-23T14:02:00Z")));
        };
    }

    @Bean
    ExecutionListener trialStart() {
        return execution -> {
            if (execution.getVariable("party") == null) {
                throw BadInput.of("party", "", "common.party.code");
            }
        };
    }

    /** Refuses in each way there is. */
    @TestComponent
    @RestController
    static class Refuser {

        @GetMapping({"/api/refused/{kind}", "/refused/{kind}"})
        String refuse(@PathVariable String kind) {
            throw switch (kind) {
                case "input" -> BadInput.of("party", "UK", "common.party.notIso", "GB");
                case "unknown" -> Unknown.of("people.party.unknown", "ZZ");
                case "notYours" -> NotYours.of("signin.notYours");
                case "conflict" -> Conflict.of("signin.lost");
                default -> new IllegalStateException("a secret of the inside");
            };
        }
    }

    /** The first page of somebody for whom nothing waits: what fills it is not part of the slice. */
    @TestComponent
    @Controller
    static class EmptyHome {

        @GetMapping("/")
        String home(Model model, Locale language) {
            Instant now = Instant.EPOCH;
            model.addAttribute(
                    "desk",
                    new Desk(
                            now,
                            new Desk.Waiting(List.of(), 0, 0),
                            List.of(),
                            new Desk.News(now, true, List.of(), false),
                            List.of(),
                            false,
                            null,
                            null,
                            null));
            model.addAttribute("desks", new DeskWording(language, now, ZoneOffset.UTC));
            model.addAttribute("say", new FlightWording(language));
            return "home";
        }
    }
}
