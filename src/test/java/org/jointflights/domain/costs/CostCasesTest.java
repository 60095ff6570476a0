package org.jointflights.domain.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.costs.Flights.base;
import static org.jointflights.domain.costs.Flights.item;
import static org.jointflights.domain.costs.Flights.measuredBy;
import static org.jointflights.domain.costs.Flights.parties;
import static org.jointflights.domain.costs.Flights.party;
import static org.jointflights.domain.costs.Flights.quoteOf;
import static org.jointflights.domain.costs.Flights.quoted;
import static org.jointflights.domain.costs.Flights.returning;
import static org.jointflights.domain.costs.Flights.share;
import static org.jointflights.domain.costs.Flights.under;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.SharedRoute.Leg;
import org.jointflights.domain.costs.SharedRoute.Shortcut;
import org.jointflights.domain.costs.SharedRoute.Stop;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real operations divided by the keys, against figures worked out independently ({@code cases/cost-cases.json}). */
class CostCasesTest {

    private static final String[] JANUARY_2010 = {"AT", "DE", "FR", "GB", "SE"};
    private static JsonNode cases;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream json = CostCasesTest.class.getResourceAsStream("/cases/cost-cases.json")) {
            cases = new ObjectMapper().readTree(json);
        }
    }

    @Test
    void austria_s_flight_of_january_2010_by_returnees() {
        assertThat(share(january2010(Key.PER_RETURNEE, 4_802_620), "charter")).isEqualTo(expected("R1", "expected"));
    }

    @Test
    void a_credit_note_is_the_exact_opposite() {
        assertThat(share(january2010(Key.PER_RETURNEE, -4_802_620), "charter"))
                .isEqualTo(expected("R1neg", "expected"));
    }

    @Test
    void the_same_flight_leg_by_leg() {
        assertThat(share(january2010(Key.LEG_SHARE_BY_RETURNEES, 4_802_620), "charter"))
                .isEqualTo(expected("R2", "per_head"));
        assertThat(share(january2010(Key.LEG_SHARE_BY_STATE, 4_802_620), "charter"))
                .isEqualTo(expected("R2", "per_state_Shapley"));
        assertThat(share(january2010(Key.LEG_SHARE_BY_SEATS, 4_802_620), "charter"))
                .isEqualTo(expected("R2", "per_head"));
    }

    @Test
    void the_same_flight_by_what_each_adds_to_the_route() {
        CostInput plain = january2010(Key.ROUTE_SHAPLEY, 4_802_620);
        assertThat(share(plain, "charter")).isEqualTo(expected("R3", "shapley_cents"));
        assertThat(share(january2010(Key.ROUTE_SHAPLEY_BY_RETURNEES, 4_802_620), "charter"))
                .isEqualTo(expected("R3", "head_weighted_cents"));
        List<ItemShare> postings = CostSharing.share(plain).postings();
        for (int i = 0; i < postings.size(); i++) {
            assertThat(BigFraction.of(postings.get(i).weight(), postings.get(i).totalWeight())
                            .multiply(1658))
                    .isEqualTo(BigFraction.parse(
                            cases.at("/R3/shapley_km/" + i).asText().replace("/", " / ")));
        }
    }

    @Test
    void both_route_shares_are_stable() {
        for (Key key : List.of(Key.ROUTE_SHAPLEY, Key.ROUTE_SHAPLEY_BY_RETURNEES)) {
            CostInput input = measuredBy(january2010(key, 4_802_620), GroupCostBasis.ROUTE);
            assertThat(CostSharing.share(input).guarantees())
                    .extracting(Guarantee::verdict)
                    .containsOnly(Guarantee.Verdict.KEPT);
        }
    }

    @Test
    void rome_lies_on_the_way_to_tirana_so_the_detour_costs_nothing() {
        assertThat(share(madridTirana(Key.ROUTE_SHAPLEY), "charter")).containsExactly(195_300L, 195_300L);
        assertThat(share(madridTirana(Key.LEG_SHARE_BY_STATE), "charter")).containsExactly(261_900L, 128_700L);
    }

    @Test
    void the_charter_of_march_2014_by_returnees_and_by_seats() {
        JsonNode flight = cases.get("R6_charter_2014_03_19");
        List<Participant> participants = new ArrayList<>();
        Set<Party> sharers = new LinkedHashSet<>();
        for (int i = 0; i < flight.get("parties").size(); i++) {
            int heads = flight.get("heads").get(i).asInt();
            int seats = flight.get("seats").get(i).asInt();
            Party party = party(flight.get("parties").get(i).asText());
            sharers.add(party);
            participants.add(Participant.committed(party, new Seats(heads, seats - heads, 0, 0, 0, 0)));
        }
        CostItem charter = item("charter", 19_380_000, Key.PER_RETURNEE, "IT", codes(sharers));
        assertThat(share(CostInput.of(participants, null, List.of(charter)), "charter"))
                .isEqualTo(expected("R6_charter_2014_03_19", "per_head"));
        assertThat(share(CostInput.of(participants, null, List.of(charter.by(Key.PER_SEAT))), "charter"))
                .isEqualTo(expected("R6_charter_2014_03_19", "per_seat"));
    }

    /** Scenario A: what an 80 % rate would leave of the charter, by what was committed and by what was flown. */
    @ParameterizedTest
    @CsvSource({
        "PER_SEAT, USED, 1287018, 1716023, 1838596, 398363",
        "PER_RETURNEE, USED, 1164444, 1746667, 1940741, 388148",
        "EQUAL, USED, 1310000, 1310000, 1310000, 1310000",
        "PER_RETURNEE, COMMITTED, 1128615, 1773539, 1934769, 403077",
    })
    void the_residual_of_scenario_a(Key key, WithdrawalRule rule, long fr, long gb, long es, long se) {
        List<Participant> participants = List.of(
                new Participant(party("FR"), new Seats(14, 26, 2, 1, 1, 0), new Seats(12, 26, 2, 1, 1, 0)),
                new Participant(party("GB"), new Seats(22, 38, 0, 0, 0, 0), new Seats(18, 38, 0, 0, 0, 0)),
                new Participant(party("ES"), new Seats(24, 40, 0, 0, 0, 0), new Seats(20, 40, 0, 0, 0, 0)),
                new Participant(party("SE"), new Seats(5, 9, 0, 0, 0, 0), new Seats(4, 9, 0, 0, 0, 0)));
        CostInput input = under(
                CostInput.of(
                        participants, null, List.of(item("charter", 5_240_000, key, "FR", "FR", "GB", "ES", "SE"))),
                Withdrawals.of(rule, List.of()));
        assertThat(Flights.byCode(CostSharing.share(input).totals()))
                .containsOnly(Map.entry("FR", fr), Map.entry("GB", gb), Map.entry("ES", es), Map.entry("SE", se));
    }

    /** Scenario B: 80 declared, 64 flown; an item of 40,000.00 shared by what was committed. */
    @Test
    void protection_driven_withdrawals_change_nobody_s_bill() {
        List<Participant> asDeclared = returning("GB", 50, "FR", 24, "BE", 6);
        List<Participant> asFlown = List.of(
                new Participant(party("GB"), Flights.seats(50, 0), Flights.seats(40, 0)),
                new Participant(party("FR"), Flights.seats(24, 0), Flights.seats(20, 0)),
                new Participant(party("BE"), Flights.seats(6, 0), Flights.seats(4, 0)));
        List<CostItem> items = List.of(item("national", 4_000_000, Key.PER_RETURNEE, "GB", "GB", "FR", "BE"));
        List<Long> before = share(CostInput.of(asDeclared, null, items), "national");
        assertThat(before).containsExactly(300_000L, 1_200_000L, 2_500_000L);
        assertThat(share(CostInput.of(asFlown, null, items), "national")).isEqualTo(before);
        assertThat(share(under(CostInput.of(asFlown, null, items), Withdrawals.USED), "national"))
                .containsExactly(250_000L, 1_250_000L, 2_500_000L);
    }

    /** Ten, forty and eighty alone, 105 together. */
    @Test
    void the_three_of_the_textbook() {
        CostInput input = quoted(
                CostInput.of(
                        returning("AT", 1, "BE", 1, "CZ", 1),
                        null,
                        List.of(
                                item("equal", 10_500, Key.EQUAL, "AT", "AT", "BE", "CZ"),
                                item("proportional", 10_500, Key.STAND_ALONE, "AT", "AT", "BE", "CZ"))),
                List.of(
                        quoteOf(party("AT"), Money.euro(1_000)),
                        quoteOf(party("BE"), Money.euro(4_000)),
                        quoteOf(party("CZ"), Money.euro(8_000))));
        assertThat(share(input, "equal")).containsExactly(3_500L, 3_500L, 3_500L);
        assertThat(share(input, "proportional")).containsExactly(808L, 3_231L, 6_461L);
        List<ItemShare> postings = CostSharing.share(input).postings();
        for (int i = 0; i < 3; i++) {
            assertThat(postings.get(3 + i).exact().divide(100))
                    .isEqualTo(BigFraction.parse(
                            cases.at("/abc/prop/" + i).asText().replace("/", " / ")));
        }
    }

    /** Vienna – Pristina – Tirana – Vienna, Tirana for the United Kingdom only. */
    static CostInput january2010(Key key, long cents) {
        SharedRoute route = new SharedRoute(
                List.of(
                        base("VIE"),
                        new Stop("PRN", parties("AT", "DE", "FR", "SE")),
                        new Stop("TIA", parties("GB")),
                        base("VIE")),
                List.of(
                        new Leg(706, parties(JANUARY_2010)),
                        new Leg(168, parties("GB")),
                        new Leg(784, parties(JANUARY_2010))),
                List.of(new Shortcut(0, 2, 784), new Shortcut(1, 3, 706), new Shortcut(0, 3, 0)));
        return CostInput.of(
                returning("AT", 36, "DE", 3, "FR", 1, "GB", 9, "SE", 4),
                route,
                List.of(item("charter", cents, key, "AT", JANUARY_2010)));
    }

    private static CostInput madridTirana(Key key) {
        SharedRoute route = new SharedRoute(
                List.of(base("MAD"), new Stop("FCO", parties("IT")), new Stop("TIA", parties("ES", "IT")), base("MAD")),
                List.of(
                        new Leg(1332, parties("ES")),
                        new Leg(621, parties("ES", "IT")),
                        new Leg(1953, parties("ES", "IT"))),
                List.of(new Shortcut(0, 2, 1953), new Shortcut(1, 3, 1332), new Shortcut(0, 3, 0)));
        return CostInput.of(
                returning("ES", 1, "IT", 1), route, List.of(item("charter", 390_600, key, "ES", "ES", "IT")));
    }

    private static String[] codes(Set<Party> parties) {
        return parties.stream().map(Party::code).toArray(String[]::new);
    }

    private static List<Long> expected(String name, String field) {
        return StreamSupport.stream(cases.get(name).get(field).spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
    }
}
