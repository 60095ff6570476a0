package org.jointflights.application.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.sampling.ReadSamples.Looked;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.sampling.CertifiedAmount;
import org.jointflights.domain.sampling.SampleFinding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Auditors draw samples and say what they found; managers read it. */
class PlanSampleTest {

    private static final OperationReference FLIGHT = new OperationReference("JRO-2027-0001");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final InMemorySamples samples =
            new InMemorySamples(ports.clock.instant().minus(Duration.ofDays(3)));
    private final PlanSample plan = new PlanSample(samples, ports.user, ports.writeTrail, ports.clock);
    private final ReadSamples read = new ReadSamples(samples, ports.user);
    private final LocalDate today = LocalDate.ofInstant(ports.clock.instant(), ZoneOffset.UTC);

    @BeforeEach
    void claims_are_certified() {
        samples.certified.add(claim(1, "FR", 100_000));
        samples.certified.add(claim(2, "GB", 50_000));
        ports.user.is("auditor", "auditor");
    }

    @Test
    void a_sample_is_kept_with_what_it_was_drawn_from() {
        long id = plan.draw(typed());

        Looked looked = read.sample(id);
        assertThat(looked.sample().seed()).isEqualTo("07-11-23");
        assertThat(looked.sample().population()).isEqualTo(2);
        assertThat(looked.sample().total()).isEqualTo(Money.euro(150_000));
        assertThat(looked.claims()).hasSize(2);
        assertThat(looked.drawnAnew()).isTrue();
        assertThat(looked.open()).isEqualTo(2);
        assertThat(ports.happened()).containsExactly(TrailEvent.SAMPLED, TrailEvent.SAMPLED);
        assertThat(read.all()).hasSize(1);

        samples.certified.remove(1);
        assertThat(read.sample(id).drawnAnew()).as("one was withdrawn").isFalse();
        assertThat(read.sample(id).claims()).hasSize(2);
    }

    @Test
    void the_last_finding_of_a_claim_counts() {
        long id = plan.draw(typed());
        plan.find(id, 1, new TypedFields(Map.of("errorCause", "NO_VOUCHER", "errorAmount", "10.00")));
        plan.find(id, 1, new TypedFields(Map.of("errorCause", "OTHER_AMOUNT", "errorAmount", "1,000.00")));
        plan.find(id, 2, new TypedFields(Map.of("errorCause", "ACCEPTED", "errorAmount", "")));

        Looked looked = read.sample(id);
        assertThat(looked.open()).isZero();
        assertThat(looked.errors()).isEqualTo(Money.euro(100_000));
        assertThat(looked.claims().get(0).finding())
                .extracting(SampleFinding::cause)
                .isEqualTo(SampleFinding.Cause.OTHER_AMOUNT);
        assertThat(looked.claims().get(1).finding())
                .extracting(SampleFinding::accepted)
                .isEqualTo(true);
        assertThat(samples.findings(id)).as("what was found before stays").hasSize(3);
        assertThat(ports.trail.last().event()).isEqualTo(TrailEvent.SAMPLE_FINDING);
        assertThat(ports.trail.last().party()).isEqualTo(new Party("GB"));
    }

    @ParameterizedTest
    @CsvSource({
        "sampleTo, today, sampling.notOver",
        "sampleTo, 2001-01-01, sampling.period",
        "sampleFrom, 1990-01-01, sampling.period",
        "draws, 0, common.wholeNumber",
        "draws, 501, common.wholeNumber",
        "seed, abc, sampling.seed",
        "seed, -1234, sampling.seed",
        "seed, =1+1234, sampling.seed",
    })
    void what_cannot_be_drawn_is_refused(String field, String value, String code) {
        Map<String, String> fields = fields();
        fields.put(field, value.equals("today") ? today.toString() : value);

        BadInput refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                BadInput.class, () -> plan.draw(new TypedFields(fields)));
        assertThat(refused).isNotNull();
        if (code.startsWith("sampling")) {
            assertThat(refused.code()).isEqualTo(code);
        }
        assertThat(samples.all()).isEmpty();
    }

    @Test
    void of_a_period_in_which_nothing_was_certified_nothing_is_drawn() {
        Map<String, String> fields = fields();
        fields.put("sampleTo", today.minusDays(4).toString());
        refusal(BadInput.class, "sampling.nothing", () -> plan.draw(new TypedFields(fields)));
    }

    @Test
    void a_finding_is_of_a_drawn_claim_and_at_most_what_was_certified() {
        long id = plan.draw(typed());
        for (String amount : List.of("0.00", "1,000.01")) {
            refusal(
                    BadInput.class,
                    "sampling.error",
                    () -> plan.find(id, 1, new TypedFields(Map.of("errorCause", "OTHER", "errorAmount", amount))));
        }
        refusal(
                BadInput.class,
                "sampling.cause.missing",
                () -> plan.find(id, 1, new TypedFields(Map.of("errorCause", "ACCEPTED", "errorAmount", "1.00"))));
        refusal(BadInput.class, "common.missing", () -> plan.find(id, 1, new TypedFields(Map.of())));
        refusal(Conflict.class, "sampling.notDrawn", () -> plan.find(id, 9, new TypedFields(Map.of())));
        refusal(Unknown.class, "sampling.unknown", () -> plan.find(9, 1, new TypedFields(Map.of())));
        assertThat(samples.findings(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"manager1, manager", "fxfinance1, FXfinance", "frfinance1, FRfinance", "admin, camunda-admin"})
    void others_draw_nothing_and_find_nothing(String person, String group) {
        long id = plan.draw(typed());
        ports.user.is(person, group);

        refusal(NotYours.class, "sampling.auditors", () -> plan.draw(typed()));
        refusal(NotYours.class, "sampling.auditors", () -> plan.find(id, 1, new TypedFields(Map.of())));
        if (group.equals("manager")) {
            assertThat(read.sample(id).claims()).hasSize(2);
        } else {
            refusal(NotYours.class, "sampling.notYours", () -> read.sample(id));
            refusal(NotYours.class, "sampling.notYours", read::all);
        }
        assertThat(read.mayFind()).isFalse();
    }

    private TypedFields typed() {
        return new TypedFields(fields());
    }

    private Map<String, String> fields() {
        return new HashMap<>(Map.of(
                "sampleFrom",
                today.minusDays(30).toString(),
                "sampleTo",
                today.minusDays(1).toString(),
                "draws",
                "4",
                "seed",
                "07-11-23"));
    }

    private static CertifiedAmount claim(long id, String party, long cents) {
        return new CertifiedAmount(id, FLIGHT, new Party(party), Money.euro(cents));
    }
}
