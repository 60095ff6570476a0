package org.jointflights.application.people.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import org.jointflights.application.notice.Notice;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.junit.jupiter.api.Test;

class LogAdministrationTest {

    private static final String JOB = "people.administration.jobRetried";

    private final AdministrationServices services = new AdministrationServices();

    @Test
    void an_act_is_written_down_and_told_to_administrators_and_auditors() {
        services.log.record(JOB, "FRO/1", "7", 2);

        Sentence what = Sentence.of(JOB, "FRO/1", "7", 2);
        assertThat(services.entries.all())
                .containsExactly(new AdministrationEntry(1, services.base.clock.instant(), "admin", null, what));
        assertThat(services.outbox.all()).extracting(Notice::recipient).containsExactly("camunda-admin", "auditor");
        assertThat(services.outbox.all()).allSatisfy(notice -> {
            assertThat(notice.reference()).isNull();
            assertThat(notice.text())
                    .isEqualTo(Sentence.of("people.administration.told", "Admin Person", "admin", what));
        });
    }

    @Test
    void the_same_done_twice_is_told_twice() {
        services.log.recordAbout("anna", JOB, "FRO/1", "7", 2);
        services.log.recordAbout("anna", JOB, "FRO/1", "7", 2);

        assertThat(services.entries.all())
                .extracting(AdministrationEntry::about)
                .containsExactly("anna", "anna");
        assertThat(services.told()).containsExactly("camunda-admin", "auditor", "camunda-admin", "auditor");
    }

    @Test
    void administrators_and_auditors_read_the_log_a_hundred_at_a_time() {
        for (int act = 1; act <= 102; act++) {
            services.log.record(JOB, "FRO/1", "7", act);
        }
        services.base.add("audrey", "auditor");
        services.as("audrey");

        assertThat(services.log.before(Long.MAX_VALUE))
                .hasSize(100)
                .first()
                .extracting(AdministrationEntry::number)
                .isEqualTo(102L);
        assertThat(services.log.before(3))
                .extracting(AdministrationEntry::number)
                .containsExactly(2L, 1L);
        services.as("admin");
        assertThat(services.log.before(2)).hasSize(1);
    }

    @Test
    void nobody_else_does() {
        services.base.add("max", "manager");
        services.as("max");

        refusal(NotYours.class, "people.administration.log.notYours", () -> services.log.before(Long.MAX_VALUE));
    }
}
