package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.jointflights.domain.costs.Flights.atLeast;
import static org.jointflights.domain.costs.Flights.atMost;
import static org.jointflights.domain.costs.Flights.base;
import static org.jointflights.domain.costs.Flights.item;
import static org.jointflights.domain.costs.Flights.measuredBy;
import static org.jointflights.domain.costs.Flights.parties;
import static org.jointflights.domain.costs.Flights.party;
import static org.jointflights.domain.costs.Flights.quoteOf;
import static org.jointflights.domain.costs.Flights.quoted;
import static org.jointflights.domain.costs.Flights.returning;
import static org.jointflights.domain.costs.Flights.weighted;
import static org.jointflights.domain.costs.Flights.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.SharedRoute.Leg;
import org.jointflights.domain.costs.SharedRoute.Shortcut;
import org.jointflights.domain.costs.SharedRoute.Stop;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.ExchangeRates;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever cannot be is refused before anything is divided, with field, value and what would be right. */
class BadCostInputTest {

    /** All money of a flight: 720,575,940,379,279.35 euro. */
    private static final long MOST = 72_057_594_037_927_935L;

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final List<Participant> TWO = returning("FR", 1, "GB", 2);
    private static final CostItem CHARTER = item("charter", 100, Key.PER_RETURNEE, "FR", "FR", "GB");
    private static final SharedRoute ROUTE = new SharedRoute(
            List.of(base("CDG"), new Stop("STN", parties("GB")), base("LOS")),
            List.of(new Leg(340, parties("FR")), new Leg(5_000, parties("FR", "GB"))),
            List.of());

    private static CostInput input(CostItem... items) {
        return CostInput.of(TWO, null, List.of(items));
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal("costs.parties.none", "parties", () -> CostInput.of(List.of(), null, List.of())),
                refusal(
                        "costs.party.repeated",
                        "parties",
                        () -> CostInput.of(returning("FR", 1, "FR", 2), null, List.of())),
                refusal("costs.parties.tooMany", "parties", () -> CostInput.of(many(63), null, List.of())),
                refusal("costs.party.unknown", "items[0].payer", () -> input(item("a", 1, Key.EQUAL, "SE", "FR"))),
                refusal("costs.party.unknown", "items[0].sharers", () -> input(item("a", 1, Key.EQUAL, "FR", "SE"))),
                refusal(
                        "costs.party.unknown",
                        "route.legs[1].aboard",
                        () -> CostInput.of(List.of(returning("FR", 1)), withoutStops(ROUTE), List.of())),
                refusal(
                        "costs.party.unknown",
                        "route.stops[1].neededBy",
                        () -> CostInput.of(List.of(returning("FR", 1)), onlyStops(ROUTE), List.of())),
                refusal(
                        "costs.party.unknown",
                        "quotes[0].parties",
                        () -> quoted(input(CHARTER), List.of(quoteOf(party("SE"), Money.euro(1))))),
                refusal(
                        "costs.quote.twice",
                        "quote",
                        () -> quoted(
                                input(CHARTER),
                                List.of(quoteOf(party("FR"), Money.euro(1)), quoteOf(party("FR"), Money.euro(2))))),
                refusal(
                        "money.currency.other",
                        "quote",
                        () -> quoted(input(CHARTER), List.of(quoteOf(party("FR"), new Money(1, GBP))))),
                refusal("costs.quote.nobody", "quote", () -> new Quote(Set.of(), Money.euro(1))),
                refusal("costs.quote.positive", "quote", () -> quoteOf(party("FR"), Money.euro(0))),
                refusal("costs.items.tooMany", "items", () -> input(items(1_001))),
                refusal("costs.items.tooMany", "items", () -> input(items(10_000))),
                refusal("common.wholeNumber", "itemId", () -> numbered(0)),
                refusal("costs.item.unnamed", "description", () -> item(" ", 1, Key.EQUAL, "FR", "FR")),
                refusal("costs.item.repeated", "itemId", () -> input(CHARTER, CHARTER)),
                refusal("costs.sharers.none", "sharers", () -> item("a", 1, Key.EQUAL, "FR")),
                refusal(
                        "costs.currency.mixed",
                        "amount",
                        () -> input(
                                CHARTER,
                                CostItem.direct(
                                        6, "a", CostCategory.OTHER, new Money(1, GBP), party("FR"), party("FR")))),
                refusal("costs.tooMuch", "amount", () -> input(CHARTER, item("a", MOST, Key.EQUAL, "FR", "FR"))),
                refusal("costs.tooMuch", "amount", () -> input(item("a", MOST + 1, Key.EQUAL, "FR", "FR"))),
                refusal("costs.tooMuch", "amount", () -> input(item("a", -MOST - 1, Key.EQUAL, "FR", "FR"))),
                refusal("costs.tooMuch", "amount", () -> input(item("a", Long.MIN_VALUE, Key.EQUAL, "FR", "FR"))),
                refusal("costs.weights.fit", "customWeights", () -> CHARTER.by(Key.CUSTOM)),
                refusal("costs.weights.fit", "customWeights", () -> weighted(CHARTER, Map.of(party("FR"), 1L))),
                refusal(
                        "costs.weights.fit",
                        "customWeights",
                        () -> weighted(CHARTER, Map.of(party("FR"), 1L, party("GB"), 1L, party("SE"), 1L))),
                refusal(
                        "costs.weights.fit",
                        "customWeights",
                        () -> new CostItem(
                                6,
                                "a",
                                CostCategory.OTHER,
                                Money.euro(1),
                                party("FR"),
                                parties("FR"),
                                Key.EQUAL,
                                Map.of(party("FR"), 1L),
                                Map.of(),
                                null)),
                refusal("costs.weight.positive", "customWeights", () -> custom(0)),
                refusal("costs.weight.positive", "customWeights", () -> custom(-1)),
                refusal(
                        "costs.weights.zero",
                        "weights",
                        () -> CostSharing.share(CostInput.of(returning("FR", 0, "GB", 0), null, List.of(CHARTER)))),
                refusal(
                        "costs.weights.zero",
                        "weights",
                        () -> CostSharing.share(
                                CostInput.of(returning("FR", 0, "GB", 0), ROUTE, List.of(CHARTER.by(Key.DEFAULT))))),
                refusal(
                        "costs.weights.zero",
                        "weights",
                        () -> CostSharing.share(CostInput.of(
                                returning("FR", 0, "GB", 0), ROUTE, List.of(CHARTER.by(Key.ROUTE_SHAPLEY_BY_SEATS))))),
                refusal("costs.floor.negative", "floor", () -> new Limit(Money.euro(-1), Money.euro(1))),
                refusal("costs.cap.belowFloor", "cap", () -> new Limit(Money.euro(2), Money.euro(1))),
                refusal("money.currency.other", "cap", () -> new Limit(Money.euro(2), new Money(3, GBP))),
                refusal("costs.floors.aboveTotal", "floor", () -> limited(atLeast(Money.euro(101)))),
                refusal(
                        "costs.floors.aboveTotal",
                        "floor",
                        () -> within(
                                CHARTER,
                                Map.of(
                                        party("FR"), atLeast(Money.euro(Long.MAX_VALUE)),
                                        party("GB"), atLeast(Money.euro(Long.MAX_VALUE))))),
                refusal(
                        "costs.caps.belowTotal",
                        "cap",
                        () -> within(
                                CHARTER,
                                Map.of(party("FR"), atMost(Money.euro(49)), party("GB"), atMost(Money.euro(50))))),
                refusal("money.currency.other", "limits", () -> limited(atMost(new Money(1, GBP)))),
                refusal(
                        "costs.limits.stranger",
                        "limits",
                        () -> within(CHARTER, Map.of(party("SE"), atMost(Money.euro(1))))),
                refusal(
                        "costs.limits.refund",
                        "amount",
                        () -> within(CHARTER.of(Money.euro(-1)), Map.of(party("FR"), atMost(Money.euro(1))))),
                refusal("costs.item.conversion", "amount", BadCostInputTest::otherThanConverted),
                refusal("costs.vat.sign", "vat", () -> new Price(Money.euro(1), Money.euro(-1), true)),
                refusal("money.currency.other", "vat", () -> new Price(Money.euro(1), new Money(1, GBP), true)),
                refusal("money.tooLarge", "vat", () -> new Price(Money.euro(Long.MAX_VALUE), Money.euro(1), true)),
                refusal("costs.route.empty", "route", () -> new SharedRoute(List.of(), List.of(), List.of())),
                refusal(
                        "costs.route.legs",
                        "route",
                        () -> new SharedRoute(ROUTE.stops().subList(0, 2), ROUTE.legs(), List.of())),
                refusal("costs.route.legs", "route", () -> longRoute(62)),
                refusal("costs.route.missing", "route", () -> CostSharing.share(input(CHARTER.by(Key.DEFAULT)))),
                refusal("costs.route.missing", "route", () -> CostSharing.share(input(CHARTER.by(Key.SEAT_KILOMETRE)))),
                refusal("costs.route.missing", "route", () -> CostSharing.share(input(CHARTER.by(Key.ROUTE_SHAPLEY)))),
                refusal("costs.leg.nobody", "aboard", () -> new Leg(1, Set.of())),
                refusal("costs.km", "km", () -> new Leg(0, parties("FR"))),
                refusal("costs.km", "km", () -> new Leg(25_001, parties("FR"))),
                refusal("costs.km", "km", () -> new Shortcut(0, 2, -1)),
                refusal("costs.shortcut.place", "shortcut", () -> shortcuts(new Shortcut(0, 1, 1))),
                refusal("costs.shortcut.place", "shortcut", () -> shortcuts(new Shortcut(1, 3, 1))),
                refusal("costs.shortcut.place", "shortcut", () -> shortcuts(new Shortcut(1, 2, 1))),
                refusal("costs.shortcut.place", "shortcut", () -> shortcuts(new Shortcut(-1, 2, 1))),
                refusal(
                        "costs.shortcut.place",
                        "shortcut",
                        () -> shortcuts(new Shortcut(0, 2, 1), new Shortcut(0, 2, 1))),
                refusal(
                        "costs.shortcut.missing",
                        "shortcut",
                        () -> CostSharing.share(CostInput.of(TWO, ROUTE, List.of(CHARTER.by(Key.ROUTE_SHAPLEY))))),
                refusal(
                        "costs.quote.missing",
                        "quote",
                        () -> CostSharing.share(quoted(
                                input(CHARTER.by(Key.STAND_ALONE)), List.of(quoteOf(party("FR"), Money.euro(1)))))),
                refusal(
                        "costs.quote.missing",
                        "quote",
                        () -> CostSharing.share(quoted(
                                input(CHARTER.by(Key.NUCLEOLUS)), List.of(quoteOf(party("FR"), Money.euro(1)))))),
                refusal("costs.quotes.tooMany", "quote", BadCostInputTest::quotesForNine),
                refusal("costs.games.players", "players", BadCostInputTest::nucleolusForSixteen));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void it_is_refused_in_both_languages(String code, String field, ThrowingCallable act) {
        assertThatExceptionOfType(BadInput.class).isThrownBy(act).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                assertThat(refusal.sentence(language)).isNotBlank().doesNotContain("{", "}", "''");
            }
            assertThat(refusal.sentence(Locale.FRENCH)).isNotEqualTo(refusal.getMessage());
        });
    }

    @Test
    void a_refusal_names_field_value_and_what_would_be_right() {
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> input(item("a", 1, Key.EQUAL, "FR", "SE")))
                .withMessage(
                        "List of parties of cost item “a” names SE, which does not take part in this flight. Add SE to the parties first.");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> within(CHARTER, Map.of(party("FR"), atLeast(Money.euro(101)))))
                .withMessage(
                        "Floor: the floors of “1 charter” add up to 1.01, more than its amount of 1.00 EUR. Lower them.");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> CostSharing.share(CostInput.of(TWO, ROUTE, List.of(CHARTER.by(Key.ROUTE_SHAPLEY)))))
                .withMessage(
                        "Shortcut is missing. Enter the kilometres of CDG–LOS, or choose a key that needs no shortcuts.");
        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> shortcuts(new Shortcut(0, 1, 1)))
                .withMessage(
                        "Shortcut cannot be 0–1. It leads from one stop to another further on than the next, numbered"
                                + " from 0 to 2, and is given once.");
    }

    @Test
    void the_bounds_themselves_are_taken() {
        assertThatNoException()
                .isThrownBy(() -> within(CHARTER.of(Money.euro(0)), Map.of(party("FR"), atMost(Money.euro(1)))));
        assertThatNoException().isThrownBy(() -> CostInput.of(many(62), null, List.of()));
        assertThatNoException().isThrownBy(() -> input(items(1_000)));
        assertThatNoException().isThrownBy(() -> longRoute(61));
        assertThatNoException().isThrownBy(() -> limited(atLeast(Money.euro(100))));
        assertThatNoException().isThrownBy(() -> limited(atMost(Money.euro(0))));
        assertThatNoException().isThrownBy(() -> new Limit(Money.euro(0), Money.euro(0)));
        assertThatNoException().isThrownBy(() -> new Price(Money.euro(1), Money.euro(0), true));
        assertThatNoException().isThrownBy(() -> new Shortcut(0, 2, 0));
        assertThatNoException().isThrownBy(() -> new Leg(25_000, parties("FR")));
        assertThatNoException().isThrownBy(() -> input(item("a", MOST, Key.EQUAL, "FR", "FR", "GB")));
        assertThatNoException().isThrownBy(() -> input(item("a", -MOST, Key.EQUAL, "FR", "FR", "GB")));
        assertThatNoException()
                .isThrownBy(() -> within(
                        CHARTER, Map.of(party("FR"), atMost(Money.euro(50)), party("GB"), atMost(Money.euro(50)))));
    }

    @Test
    void a_party_alone_bears_its_item_even_if_it_sent_nobody() {
        CostItem own = item("own", 77, Key.PER_RETURNEE, "FR", "FR");
        CostInput input = CostInput.of(returning("FR", 0, "GB", 1), null, List.of(own));
        assertThat(Flights.share(input, "own")).containsExactly(77L);
        assertThat(CostSharing.share(input).totals()).containsEntry(party("GB"), Money.euro(0));
    }

    @Test
    void refundable_tax_never_enters_the_pool() {
        assertThat(new Price(Money.euro(100), Money.euro(20), true).toShare()).isEqualTo(Money.euro(100));
        assertThat(new Price(Money.euro(100), Money.euro(20), false).toShare()).isEqualTo(Money.euro(120));
        assertThat(new Price(Money.euro(-100), Money.euro(-20), false).toShare())
                .isEqualTo(Money.euro(-120));
        assertThat(Price.withoutVat(Money.euro(100)).toShare()).isEqualTo(Money.euro(100));
    }

    private static Arguments refusal(String code, String field, ThrowingCallable act) {
        return Arguments.of(code, field, act);
    }

    private static List<Participant> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Participant.committed(
                        new Party("" + (char) ('A' + i / 26) + (char) ('A' + i % 26)), new Seats(1, 0, 0, 0, 0, 0)))
                .toList();
    }

    private static CostItem[] items(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> item("item " + i, 1, Key.EQUAL, "FR", "FR", "GB"))
                .toArray(CostItem[]::new);
    }

    private static CostItem numbered(long id) {
        return CostItem.direct(id, "a", CostCategory.OTHER, Money.euro(1), party("FR"), party("FR"));
    }

    private static CostItem custom(long weight) {
        return weighted(CHARTER, Map.of(party("FR"), weight, party("GB"), 1L));
    }

    private static CostItem limited(Limit limit) {
        return within(CHARTER, Map.of(party("FR"), limit));
    }

    private static SharedRoute shortcuts(Shortcut... shortcuts) {
        return new SharedRoute(ROUTE.stops(), ROUTE.legs(), List.of(shortcuts));
    }

    private static SharedRoute withoutStops(SharedRoute route) {
        return new SharedRoute(
                route.stops().stream().map(stop -> base(stop.airport())).toList(), route.legs(), List.of());
    }

    private static SharedRoute onlyStops(SharedRoute route) {
        return new SharedRoute(
                route.stops(),
                route.legs().stream()
                        .map(leg -> new Leg(leg.km(), parties("FR")))
                        .toList(),
                List.of());
    }

    private static SharedRoute longRoute(int legs) {
        return new SharedRoute(
                IntStream.rangeClosed(0, legs).mapToObj(i -> base("S" + i)).toList(),
                IntStream.range(0, legs)
                        .mapToObj(i -> new Leg(1, parties("FR")))
                        .toList(),
                List.of());
    }

    private static void quotesForNine() {
        List<Participant> nine = many(9);
        Set<Party> sharers = nine.stream().map(Participant::party).collect(Collectors.toSet());
        CostItem charter = CostItem.common(
                1, "charter", CostCategory.OTHER, Money.euro(1), new Party("AA"), sharers, Key.SEPARABLE_COSTS);
        CostSharing.share(measuredBy(CostInput.of(nine, null, List.of(charter)), GroupCostBasis.QUOTES));
    }

    private static void nucleolusForSixteen() {
        List<Participant> sixteen = many(16);
        Set<Party> sharers = sixteen.stream().map(Participant::party).collect(Collectors.toSet());
        CostItem charter = CostItem.common(
                1, "charter", CostCategory.OTHER, Money.euro(1), new Party("AA"), sharers, Key.PER_CAPITA_NUCLEOLUS);
        SharedRoute route = new SharedRoute(List.of(base("A"), base("B")), List.of(new Leg(1, sharers)), List.of());
        CostSharing.share(CostInput.of(sixteen, route, List.of(charter)));
    }

    private static void otherThanConverted() throws Exception {
        YearMonth month = YearMonth.of(2016, 3);
        Conversion conversion = new ExchangeRates(
                        List.of(new ExchangeRate(GBP, new BigDecimal("0.78"), month, "assumed")))
                .toEuro(
                        new Money(78, GBP),
                        RateRule.MONTH_OF_FLIGHT,
                        RateRule.Dates.ofFlight(LocalDate.of(2016, 3, 17)));
        CostItem converted = CHARTER.converted(conversion);
        assertThat(converted.amount()).isEqualTo(Money.euro(100));
        assertThat(converted.of(Money.euro(1)).conversion()).isNull();
        CostItem other = new CostItem(
                7,
                "b",
                CostCategory.OTHER,
                Money.euro(99),
                party("FR"),
                parties("FR"),
                Key.EQUAL,
                Map.of(),
                Map.of(),
                conversion);
        throw new AssertionError(other);
    }
}
