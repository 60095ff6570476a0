package org.jointflights.domain.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.jointflights.Refusals.refusal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.closing.MonitorReport.Delivery;
import org.jointflights.domain.closing.MonitorReport.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorReportTest {

    private static final LocalDate DEPARTURE = LocalDate.of(2027, 5, 20);
    private static final LocalDate TODAY = LocalDate.of(2027, 5, 27);
    private static final String HASH = "0f".repeat(32);

    @ParameterizedTest
    @ValueSource(strings = {"2027-05-20", "2027-05-23", "2027-05-27"})
    void a_report_is_dated_from_the_departure_to_today(LocalDate day) {
        assertThatCode(() -> delivery(day, HASH, Set.of(Phase.RETURN)).require(DEPARTURE, TODAY))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-05-19", "2027-05-28"})
    void one_of_another_day_is_none(LocalDate day) {
        refusal(
                BadInput.class,
                "closing.report.date",
                () -> delivery(day, HASH, Set.of(Phase.RETURN)).require(DEPARTURE, TODAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0f", "0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F0F"})
    void what_proves_it_is_sixty_four_digits(String hash) {
        refusal(
                BadInput.class,
                "closing.report.hash",
                () -> delivery(TODAY, hash, Set.of(Phase.RETURN)).require(DEPARTURE, TODAY));
    }

    @Test
    void a_report_on_nothing_is_none() {
        refusal(
                BadInput.class,
                "closing.report.phases",
                () -> delivery(TODAY, HASH, Set.of()).require(DEPARTURE, TODAY));
    }

    @Test
    void a_term_ends_on_the_same_hour_of_the_day_though_the_clocks_have_changed() {
        assertThat(new RetentionTerm(30, "REGULATION_2019_1896")
                        .endOf(Instant.parse("2027-10-15T10:00:00Z"), ZoneId.of("Europe/Paris")))
                .isEqualTo(Instant.parse("2027-11-14T11:00:00Z"));
    }

    @Test
    void a_certificate_says_how_much_of_what_and_by_which_rule() {
        ErasureCertificate certificate = new ErasureCertificate(
                new OperationReference("JRO-2027-0001"),
                1,
                Instant.EPOCH,
                new RetentionTerm(10, "REGULATION_1168_2011"),
                Map.of("taken_off.reason", 2, "engine.comments", 3),
                null);

        assertThat(certificate.total()).isEqualTo(5);
        assertThat(certificate.byKind().keySet()).containsExactly("engine.comments", "taken_off.reason");
        assertThat(certificate.term().words().in(Locale.ENGLISH)).isEqualTo("Regulation (EU) No 1168/2011, ten days");
    }

    private static Delivery delivery(LocalDate written, String hash, Set<Phase> covers) {
        return new Delivery(written, hash, covers, 0, 0, "frmonitor", Instant.EPOCH);
    }
}
