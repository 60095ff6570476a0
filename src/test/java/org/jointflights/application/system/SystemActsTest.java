package org.jointflights.application.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.time.Instant;
import java.util.List;
import org.jointflights.application.notice.Failure;
import org.jointflights.application.notice.InMemoryMails;
import org.jointflights.application.notice.InMemoryOutbox;
import org.jointflights.application.notice.Mail;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.people.administration.AdministrationServices;
import org.jointflights.application.system.Queue.Kind;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading how the application is, and the two acts on it. */
class SystemActsTest {

    private final AdministrationServices services = new AdministrationServices();
    private final Instant now = services.base.clock.instant();
    private final InMemoryBackups backups = new InMemoryBackups();
    private final RecordedFailedSteps steps = new RecordedFailedSteps();
    private final InMemoryOutbox outbox = new InMemoryOutbox();
    private final InMemoryMails mails = new InMemoryMails(outbox);
    private final ReadSystem read = new ReadSystem(
            steps,
            new InMemoryNodes(),
            List.of(() -> List.of(new Product("Workflow", "7")), () -> List.of(new Product("Database", "2"))),
            List.of(
                    () -> List.of(new Queue(Kind.MAIL, 1, now)),
                    () -> List.of(new Queue(Kind.FAILED, 0, null), new Queue(Kind.DUE, 2, now))),
            backups,
            services.base.actor,
            new CompareClocks(services.base.clock::instant, services.base.clock),
            mails);
    private final WriteBackup write = new WriteBackup(backups, services.log, services.base.actor, services.base.clock);
    private final RetryFailedStep retry = new RetryFailedStep(steps, services.base.actor);

    private final RetryMail retryMail = new RetryMail(mails, services.log, services.base.actor, services.base.clock);

    @BeforeEach
    void people() {
        services.base.add("audrey", "auditor");
        services.base.add("max", "manager");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "audrey"})
    void administrators_and_auditors_read_everything_in_a_fixed_order(String reader) {
        services.as(reader);

        SystemState state = read.read();

        assertThat(state.at()).isEqualTo(now);
        assertThat(state.products()).extracting(Product::name).containsExactly("Database", "Workflow");
        assertThat(state.queues()).extracting(Queue::kind).containsExactly(Kind.DUE, Kind.FAILED, Kind.MAIL);
        assertThat(state.backup()).isNull();
        assertThat(state.backupCanBeTaken()).isTrue();
    }

    @Test
    void nobody_else_reads_it() {
        services.as("max");

        refusal(NotYours.class, "system.notYours", read::read);
    }

    @Test
    void a_backup_is_of_the_moment_at_which_it_began_is_the_last_and_stands_in_the_log() {
        Backup taken = write.write();

        assertThat(taken.taken()).isEqualTo(now);
        assertThat(read.read().backup()).isEqualTo(taken);
        assertThat(services.logged()).containsExactly(Sentence.of("people.administration.backupTaken", "backup-0"));
    }

    @Test
    void where_a_command_takes_backups_nobody_does_it_here() {
        backups.here = false;

        refusal(Conflict.class, "system.backup.byCommand", write::write);
        assertThat(backups.all).isEmpty();
        assertThat(services.logged()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"audrey", "max"})
    void only_administrators_act(String other) {
        services.as(other);

        refusal(NotYours.class, "people.administration.notYours", write::write);
        refusal(NotYours.class, "people.administration.notYours", () -> retry.retry("7"));
        assertThat(backups.all).isEmpty();
        assertThat(steps.retried).isEmpty();
    }

    @Test
    void an_administrator_is_told_how_the_step_went() {
        assertThat(retry.retry("7")).isEqualTo(Retried.FAILED);
        assertThat(steps.retried).containsExactly("7");
    }

    @Test
    void a_mail_that_was_given_up_is_shown_and_sent_again_by_an_administrator_who_is_told_on() {
        Mail mail = givenUp("one");
        services.as("admin");
        assertThat(read.read().mail().newest()).singleElement().satisfies(dead -> {
            assertThat(dead.person()).isEqualTo("finn");
            assertThat(dead.why()).isEqualTo(Failure.ADDRESS);
        });

        retryMail.retry(mail.id());

        assertThat(mails.due(now, 10)).extracting(Mail::attempts).containsExactly(0);
        assertThat(read.read().mail().count()).isZero();
        assertThat(services.logged()).containsExactly(Sentence.of("people.mail.again", "finn"));
        refusal(Conflict.class, "system.mail.notThere", () -> retryMail.retry(mail.id()));
    }

    @Test
    void all_that_were_given_up_are_sent_again_at_once_and_nobody_else_may_do_it() {
        givenUp("one");
        givenUp("two");
        services.as("audrey");
        refusal(NotYours.class, "people.administration.notYours", retryMail::retryAll);
        assertThat(mails.countGivenUp()).isEqualTo(2);

        services.as("admin");
        assertThat(retryMail.retryAll()).isEqualTo(2);
        assertThat(mails.due(now, 10)).hasSize(2);
        refusal(Conflict.class, "system.mail.notThere", retryMail::retryAll);
    }

    private Mail givenUp(String once) {
        Notice notice = new Notice(null, "FRfinance", Sentence.of("notice.givenUp", "x"), now, once, null);
        Mail mail = new Mail(once, "finn", null, 0);
        mails.put(notice, mail, now);
        mails.take(mail, now, now.plusSeconds(600));
        mails.giveUp(mail, Failure.ADDRESS, now);
        return mail;
    }
}
