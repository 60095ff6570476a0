package org.jointflights.domain.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.hours.HoursExchange.Answer;
import org.jointflights.domain.hours.HoursExchange.Cause;
import org.jointflights.domain.hours.HoursExchange.Share;
import org.jointflights.domain.hours.HoursExchange.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hours of an aircraft come to and who receives how much of them, with figures worked by hand. */
class HoursExchangeTest {

    static final Instant AT = Instant.parse("2027-06-01T09:00:00Z");
    private static final OperationReference FLIGHT = new OperationReference("JRO-2027-0042");
    private static final Party DE = new Party("DE");
    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");

    static AircraftFactor factor(String type, String factor) {
        return new AircraftFactor(1, type, new BigDecimal(factor), LocalDate.of(2027, 1, 1), "assumed", "manager1", AT);
    }

    private static HoursExchange entered(
            AircraftFactor factor, int minutes, @Nullable Integer logged, Map<Party, Integer> seats) {
        return HoursExchange.entered(FLIGHT, 1, FR, factor, minutes, logged, seats, "frfinance1", AT);
    }

    private static HoursExchange waiting() {
        return kept(entered(factor("A400", "1.5"), 455, null, Map.of(FR, 18, GB, 18, DE, 9)), List.of(), null, null);
    }

    private static HoursExchange kept(
            HoursExchange one, List<Answer> answers, @Nullable Instant posted, @Nullable Long reversedBy) {
        return new HoursExchange(
                7,
                one.reference(),
                one.number(),
                one.provider(),
                one.factor(),
                one.minutes(),
                one.logged(),
                one.shares(),
                one.reverses(),
                one.letter(),
                one.enteredFor(),
                one.enteredBy(),
                one.enteredAt(),
                answers,
                null,
                posted,
                reversedBy);
    }

    /** 455 minutes are 7 7/12 hours; by 1.5 they are 11.375 EFH. Of 45 seats France and Britain have 18 each, Germany 9. */
    @Test
    void whole_shares_are_what_they_are() {
        HoursExchange exchange = waiting();
        assertThat(exchange.total()).isEqualTo(new Efh(11_375)).hasToString("11.375 EFH");
        assertThat(exchange.total().in(Locale.FRENCH)).isEqualTo("11,375 EFH");
        assertThat(exchange.shares())
                .containsExactly(
                        new Share(DE, 9, new Efh(2_275)),
                        new Share(FR, 18, new Efh(4_550)),
                        new Share(GB, 18, new Efh(4_550)));
        assertThat(exchange.postings())
                .containsExactly(
                        new HoursPosting(FR, HoursPosting.Kind.GIVEN, new Efh(11_375)),
                        new HoursPosting(DE, HoursPosting.Kind.RECEIVED, new Efh(-2_275)),
                        new HoursPosting(FR, HoursPosting.Kind.RECEIVED, new Efh(-4_550)),
                        new HoursPosting(GB, HoursPosting.Kind.RECEIVED, new Efh(-4_550)));
    }

    /**
     * 401 minutes by 0.8731 are 350.1131/60 = 5.83521… EFH, rounded 5.835. Of 14 seats Germany has 2: 0.8335714…, France 7: 2.9175,
     * Britain 5: 2.0839285…; the two thousandths that are missing go to Britain and Germany, whose rests are the largest.
     */
    @Test
    void what_is_left_over_goes_to_the_largest_rests() {
        HoursExchange exchange = entered(factor("A321", "0.8731"), 401, 401, Map.of(FR, 7, GB, 5, DE, 2));
        assertThat(exchange.total()).isEqualTo(new Efh(5_835));
        assertThat(exchange.shares())
                .extracting(Share::received)
                .containsExactly(new Efh(834), new Efh(2_917), new Efh(2_084));
    }

    @Test
    void half_of_a_thousandth_counts_as_one() {
        // A minute by 0.03 is 0.0005 EFH.
        assertThat(factor("P68", "0.03").of(1)).isEqualTo(new Efh(1));
        assertThat(factor("P68", "0.0299").of(1)).isEqualTo(Efh.ZERO);
    }

    @Test
    void what_cannot_have_been_is_refused() {
        AircraftFactor factor = factor("A400", "1.5");
        Map<Party, Integer> seats = Map.of(FR, 18, GB, 18);
        assertThatThrownBy(() -> entered(factor, 455, 454, seats))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("454 minutes");
        assertThat(entered(factor, 455, 455, seats).shares()).hasSize(2);
        assertThatThrownBy(() -> entered(factor, 455, null, Map.of(DE, 18, GB, 18)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("FR did not take part");
        assertThatThrownBy(() -> entered(factor, 455, null, Map.of(FR, 18, GB, 0)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nothing to exchange");
        assertThatThrownBy(() -> entered(factor("P68", "0.0299"), 1, null, seats))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("come to nothing");
    }

    /** A state may fly with its aircraft and nobody of its own aboard. */
    @Test
    void who_had_no_seats_gives_all_and_receives_nothing() {
        HoursExchange exchange = entered(factor("C130", "1"), 60, null, Map.of(FR, 0, GB, 1, DE, 1));
        assertThat(exchange.shares()).extracting(Share::party).containsExactly(DE, GB);
        assertThat(exchange.asked()).containsExactly(DE, GB);
        assertThat(exchange.parties()).containsExactly(DE, FR, GB);
    }

    @Test
    void silence_is_no_and_one_refusal_ends_it() {
        HoursExchange exchange = waiting();
        Answer germanys = new Answer(DE, null, null, "definance1", AT);
        assertThat(exchange.awaited()).containsExactly(DE, GB);
        assertThat(exchange.stands()).isTrue();
        HoursExchange half = kept(exchange, List.of(germanys), null, null);
        assertThat(half.state()).isEqualTo(State.WAITING);
        assertThat(half.awaited()).containsExactly(GB);
        assertThatThrownBy(() -> half.requireAwaited(DE)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> half.requireAwaited(FR)).isInstanceOf(Conflict.class);
        HoursExchange refused =
                kept(exchange, List.of(germanys, new Answer(GB, Cause.WRONG_TIME, null, "gbfinance1", AT)), null, null);
        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(refused.stands()).isFalse();
        assertThat(refused.awaited()).isEmpty();
    }

    @Test
    void what_counts_is_reversed_by_its_exact_opposite_and_only_that() {
        HoursExchange posted = kept(waiting(), List.of(), AT, null);
        HoursExchange opposite = posted.opposite(2, GB, "GB/1", "gbfinance1", AT);
        assertThat(opposite.asked()).as("the provider too").containsExactly(DE, FR);
        assertThat(opposite.stands()).isFalse();
        assertThat(opposite.postings())
                .isEqualTo(posted.postings().stream()
                        .map(one -> new HoursPosting(
                                one.party(), one.kind(), one.amount().negated()))
                        .toList());
        assertThatThrownBy(() -> waiting().opposite(2, GB, "GB/1", "gbfinance1", AT))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> kept(waiting(), List.of(), AT, 8L).opposite(2, GB, "GB/1", "gbfinance1", AT))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> kept(opposite, List.of(), AT, null).opposite(3, GB, "GB/1", "gbfinance1", AT))
                .isInstanceOf(Conflict.class);
        assertThat(kept(waiting(), List.of(), AT, 8L).stands()).as("reversed").isFalse();
    }

    @Test
    void shares_that_are_not_what_was_flown_are_none() {
        HoursExchange one = waiting();
        assertThatThrownBy(() -> new HoursExchange(
                        1,
                        FLIGHT,
                        1,
                        FR,
                        one.factor(),
                        456,
                        null,
                        one.shares(),
                        null,
                        null,
                        FR,
                        "a",
                        AT,
                        List.of(),
                        null,
                        null,
                        null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("shares of 11.375 EFH for 11.400 EFH");
    }

    @ParameterizedTest
    @CsvSource({
        "a400, 1.5, designator",
        "A, 1.5, designator",
        "A4000, 1.5, designator",
        "A400, 0, no factor",
        "A400, 100.0001, no factor",
        "A400, 1.23456, no factor",
        "C130, 1.1, factor is 1",
        "C160, 0.9, factor is 1"
    })
    void what_is_no_factor_is_refused(String type, String factor, String says) {
        assertThatThrownBy(() -> factor(type, factor))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(says);
    }
}
