package org.jointflights.application.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.operation.OperationServices.BE;
import static org.jointflights.application.operation.OperationServices.FR;
import static org.jointflights.application.operation.OperationServices.GB;
import static org.jointflights.application.operation.OperationServices.LONDON;
import static org.jointflights.application.operation.OperationServices.REFERENCE;

import java.time.Duration;
import java.time.Instant;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.GateAnswer.Verdict;
import org.jointflights.domain.operation.GatePoint;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.Restraint;
import org.jointflights.domain.operation.Restraint.Review;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Restraint as counts of individual assessments, with start, reviews and end; ten British people are aboard. */
class CountRestrainedTest {

    private final OperationServices services = new OperationServices();
    private final CountRestrained restrained = services.restrained;

    @Test
    void nobody_is_restrained_before_the_list_of_restraints_was_confirmed_nor_before_they_are_aboard() {
        GatePoint.countDown().stream().filter(point -> point != GatePoint.D_3).forEach(services::confirm);
        refusal(Conflict.class, "operation.restraint.noList", () -> restrained.begin(REFERENCE, GB, 1, null));

        services.confirm(GatePoint.D_3);
        BadInput refused = refusal(
                BadInput.class, "operation.restraint.moreThanAboard", () -> restrained.begin(REFERENCE, GB, 1, null));
        assertThat(refused.field()).isEqualTo("assessments");
        requireNothing();
    }

    @Test
    void nor_while_that_list_is_stopped() {
        aboard();
        services.answers.add(new GateAnswer(
                REFERENCE,
                new Question(GB, Gate.RESTRAINT_AND_CREW, GatePoint.D_3, LONDON),
                Verdict.STOP,
                "A belt is missing on the list.",
                "gbescortleader",
                services.now().plusSeconds(1)));

        refusal(Conflict.class, "operation.restraint.noList", () -> restrained.begin(REFERENCE, GB, 1, null));
        requireNothing();
    }

    @Test
    void not_more_people_are_restrained_than_are_aboard_of_that_state() {
        aboard();
        refusal(BadInput.class, "operation.restraint.moreThanAboard", () -> restrained.begin(REFERENCE, GB, 11, null));
        requireNothing();

        restrained.begin(REFERENCE, GB, 7, null);
        refusal(BadInput.class, "operation.restraint.moreThanAboard", () -> restrained.begin(REFERENCE, GB, 4, null));
        restrained.begin(REFERENCE, GB, 3, null);
        assertThat(services.restraints.of(REFERENCE))
                .extracting(Restraint::number)
                .containsExactly(1, 2);
        assertThat(services.begun).isEqualTo(services.restraints.of(REFERENCE));
    }

    @Test
    void whoever_leaves_of_their_own_will_is_not_restrained() {
        aboard();
        Flight flight = services.ports.flights.get(REFERENCE);
        services.ports.flights.put(new Flight(
                REFERENCE,
                FlightType.VOLUNTARY,
                flight.organiser(),
                flight.destination(),
                flight.route(),
                flight.departure(),
                flight.realDate(),
                flight.capacity(),
                flight.stage(),
                flight.stageSince(),
                null,
                0,
                null,
                flight.revision()));

        refusal(Conflict.class, "operation.restraint.voluntary", () -> restrained.begin(REFERENCE, GB, 1, null));
        requireNothing();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -86401})
    void a_restraint_does_not_begin_in_the_future_nor_more_than_a_day_ago(long seconds) {
        aboard();
        Instant started = services.now().plusSeconds(seconds);

        BadInput refused =
                refusal(BadInput.class, "operation.restraint.start", () -> restrained.begin(REFERENCE, GB, 1, started));
        assertThat(refused.field()).isEqualTo("restraintBegan");
        refusal(BadInput.class, "operation.restraint.nobody", () -> restrained.begin(REFERENCE, GB, 0, null));
        requireNothing();
    }

    @Test
    void a_review_says_how_many_still_are_and_the_last_one_ends_it() {
        aboard();
        services.as("GBescortleader");
        Instant started = services.now().minus(Duration.ofMinutes(5));
        restrained.begin(REFERENCE, GB, 3, started);
        assertThat(restrained.of(REFERENCE, 1).reviewDue()).isEqualTo(started.plus(Duration.ofMinutes(30)));
        assertThat(restrained.of(REFERENCE, 1).overdueAt()).isEqualTo(started.plus(Duration.ofMinutes(40)));

        services.ports.clock.advance(Duration.ofMinutes(20));
        services.as("GBdoctor");
        assertThat(restrained.review(REFERENCE, 1, 2)).isFalse();
        assertThat(restrained.of(REFERENCE, 1).reviewDue())
                .isEqualTo(services.now().plus(Duration.ofMinutes(30)));
        refusal(BadInput.class, "operation.restraint.more", () -> restrained.review(REFERENCE, 1, 3));

        services.ports.clock.advance(Duration.ofMinutes(20));
        assertThat(restrained.review(REFERENCE, 1, 0)).isTrue();
        Restraint ended = restrained.of(REFERENCE, 1);
        assertThat(ended.reviews())
                .extracting(Review::persons, Review::by)
                .containsExactly(tuple(2, "gbdoctor"), tuple(0, "gbdoctor"));
        services.ports.clock.advance(Duration.ofHours(3));
        assertThat(ended.minutes(services.now())).isEqualTo(45);
        refusal(Conflict.class, "operation.restraint.ended", () -> restrained.review(REFERENCE, 1, 0));
        assertThat(services.ports.happened())
                .endsWith(TrailEvent.RESTRAINT_BEGUN, TrailEvent.RESTRAINT_REVIEWED, TrailEvent.RESTRAINT_ENDED);
    }

    @Test
    void nobody_is_handed_over_in_cuffs_and_no_other_state_waits_for_that() {
        services.flyToPristina();
        restrained.begin(REFERENCE, BE, 2, null);
        services.confirmLastCall(BE);

        Conflict refused = refusal(
                Conflict.class,
                "operation.restraint.notEnded",
                () -> services.heads.handOver(REFERENCE, BE, 10, 0, 10, null));
        assertThat(refused.asSentence().arguments()).startsWith(BE.toString());
        assertThat(services.counts.handOvers(REFERENCE)).isEmpty();
        assertThat(services.heads.cleared(REFERENCE, OperationServices.PRISTINA))
                .as("they are not flown back for it: the restraint ends first")
                .containsExactly(BE);

        restrained.review(REFERENCE, 1, 0);
        services.heads.handOver(REFERENCE, BE, 10, 0, 10, null);
        assertThat(services.counts.handOvers(REFERENCE)).hasSize(1);
        assertThat(restrained.aboard(REFERENCE)).as("with anybody aboard").containsExactly(FR, GB);
    }

    @Test
    void whoever_flies_back_may_stay_restrained() {
        services.flyToPristina();
        restrained.begin(REFERENCE, BE, 2, null);

        services.heads.handOver(REFERENCE, BE, 0, 10, 0, "Entry was refused.");

        assertThat(restrained.open(REFERENCE, BE)).hasSize(1);
        assertThat(restrained.aboard(REFERENCE)).contains(BE);
    }

    private void aboard() {
        services.confirmUntilLondon();
        services.countAll(GB, LONDON);
    }

    private void requireNothing() {
        assertThat(services.restraints.of(REFERENCE)).isEmpty();
        assertThat(services.begun).isEmpty();
        assertThat(services.ports.happened()).doesNotContain(TrailEvent.RESTRAINT_BEGUN, TrailEvent.RESTRAINT_ENDED);
    }
}
