package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.application.ParisToLagos.BRITISH;
import static org.jointflights.application.ParisToLagos.CAPACITY;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.FRENCH;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.REFERENCE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.ParisToLagos;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.GroupCostBasis;
import org.jointflights.domain.costs.Guarantee;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.Quote;
import org.jointflights.domain.costs.SharedRoute;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.flight.WithdrawalCause;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssembleCostInputTest {

    private final InMemoryPorts ports = new InMemoryPorts();
    private final AssembleCostInput inputs = new CostServices(ports).inputs;

    @BeforeEach
    void a_flight() {
        ParisToLagos.at(Stage.COST_SHARING, ports);
    }

    @Test
    void who_takes_part_counts_with_its_seats() {
        assertThat(inputs.takingPart(REFERENCE)).isEqualTo(Map.of(FR, FRENCH, GB, BRITISH));
        assertThat(inputs.of(REFERENCE, List.of()).participants())
                .containsExactly(Participant.committed(FR, FRENCH), Participant.committed(GB, BRITISH));
    }

    @Test
    void who_only_pays_or_bears_a_cost_of_its_own_stands_there_without_seats() {
        leaves(FR);
        Party se = new Party("SE");
        CostItem item = CostItem.direct(1, "Buses", CostCategory.OTHER, Money.euro(1), Party.FRONTEX, se);

        assertThat(inputs.of(REFERENCE, List.of(item)).participants())
                .containsExactly(
                        Participant.committed(FR, Seats.NONE),
                        Participant.committed(Party.FRONTEX, Seats.NONE),
                        Participant.committed(GB, BRITISH),
                        Participant.committed(se, Seats.NONE));
    }

    @Test
    void on_every_leg_count_those_aboard_and_on_the_way_back_all() {
        assertThat(route().legs())
                .containsExactly(
                        new SharedRoute.Leg(362, Set.of(FR)),
                        new SharedRoute.Leg(5047, Set.of(FR, GB)),
                        new SharedRoute.Leg(4718, Set.of(FR, GB)));
    }

    @Test
    void a_leg_that_is_flown_to_fetch_people_counts_for_all() {
        leaves(FR);

        assertThat(route().legs().get(0)).isEqualTo(new SharedRoute.Leg(362, Set.of(GB)));
    }

    @Test
    void who_names_no_airport_boards_where_the_flight_starts() {
        ports.participations.put(new Participation(
                REFERENCE, GB, Participation.Status.DECLARED, BRITISH, null, null, null, ports.clock.instant(), null));

        assertThat(route().legs().get(0)).isEqualTo(new SharedRoute.Leg(362, Set.of(FR, GB)));
    }

    @Test
    void a_flight_that_nobody_takes_part_in_is_its_organisers() {
        leaves(FR);
        leaves(GB);

        assertThat(route().legs()).extracting(SharedRoute.Leg::aboard).containsOnly(Set.of(FR));
    }

    @Test
    void a_stop_is_needed_by_those_who_board_or_leave_there() {
        ports.flights.put(ports.flights
                .get(REFERENCE)
                .planned(
                        new Route(List.of(
                                new Stop("CDG", Stop.Purpose.START, 0),
                                new Stop("STN", Stop.Purpose.PICK_UP, 362),
                                new Stop("ACC", Stop.Purpose.DESTINATION, 5146),
                                new Stop("LOS", Stop.Purpose.DESTINATION, 399),
                                new Stop("CDG", Stop.Purpose.RETURN, 4718))),
                        DEPARTURE.getZone(),
                        CAPACITY));
        ports.participations.put(
                ports.participations.get(REFERENCE, GB).declared(BRITISH, "STN", "ACC", ports.clock.instant()));

        assertThat(route().stops())
                .containsExactly(
                        new SharedRoute.Stop("CDG", Set.of(FR, GB)),
                        new SharedRoute.Stop("STN", Set.of(GB)),
                        new SharedRoute.Stop("ACC", Set.of(GB)),
                        new SharedRoute.Stop("LOS", Set.of(FR)),
                        new SharedRoute.Stop("CDG", Set.of(FR, GB)));
    }

    @Test
    void distances_that_nobody_flies_are_there_where_a_key_asks_for_them() {
        List<SharedRoute.Shortcut> all = List.of(
                new SharedRoute.Shortcut(0, 2, 4718),
                new SharedRoute.Shortcut(0, 3, 0),
                new SharedRoute.Shortcut(1, 3, 362));

        assertThat(route().shortcuts()).isEmpty();
        assertThat(inputs.withDistances(REFERENCE, List.of()).route().shortcuts())
                .isEqualTo(all);
        CostItem item = CostItem.common(
                1, "Charter", CostCategory.CHARTER, Money.euro(1), FR, Set.of(FR, GB), Key.ROUTE_SHAPLEY_BY_SEATS);
        assertThat(inputs.of(REFERENCE, List.of(item)).route().shortcuts()).isEqualTo(all);
        assertThat(inputs.of(REFERENCE, List.of(item.by(Key.LEG_SHARE_BY_SEATS)))
                        .route()
                        .shortcuts())
                .isEmpty();
    }

    @Test
    void what_the_plan_says_about_empty_seats_goes_with_it() {
        ports.rules.put(REFERENCE, WithdrawalRule.TAPERED);

        assertThat(inputs.of(REFERENCE, List.of()).withdrawals().rule()).isEqualTo(WithdrawalRule.TAPERED);
    }

    /** Frontex pays for the escorts' tickets and bears nothing: it has no flight of its own to be quoted for. */
    @Test
    void a_flight_that_is_quoted_to_all_who_fly_is_measured_by_quotes_whoever_pays_for_it() {
        ports.budgets.putQuotes(
                REFERENCE,
                List.of(new Quote(Set.of(FR), Money.euro(100_000_00)), new Quote(Set.of(GB), Money.euro(90_000_00))));
        List<CostItem> paidByFrontex = List.of(
                CostItem.common(
                        1, "Charter", CostCategory.CHARTER, Money.euro(150_000_00), FR, Set.of(FR, GB), Key.PER_SEAT),
                CostItem.common(
                        2, "Tickets", CostCategory.OTHER, Money.euro(1_00), Party.FRONTEX, Set.of(FR, GB), Key.EQUAL));

        CostInput input = inputs.of(REFERENCE, paidByFrontex);
        assertThat(input.yardstick()).isEqualTo(GroupCostBasis.QUOTES);
        CostShares shares = CostSharing.share(input);
        assertThat(shares.alone())
                .isEqualTo(Map.of(FR, Money.euro(100_000_00), GB, Money.euro(90_000_00), Party.FRONTEX, Money.euro(0)));
        assertThat(shares.guarantees())
                .filteredOn(guarantee -> guarantee.verdict() == Guarantee.Verdict.NOT_CHECKED)
                .extracting(Guarantee::promise)
                .containsExactly(Guarantee.Promise.JOINING);
        // What all who fly pay together needs no quote: Frontex is not one of them.
        List<CostItem> byShapley =
                paidByFrontex.stream().map(item -> item.by(Key.SHAPLEY)).toList();
        assertThat(CostSharing.share(input.with(byShapley)).totals())
                .isEqualTo(Map.of(FR, Money.euro(80_000_50), GB, Money.euro(70_000_50), Party.FRONTEX, Money.euro(0)));
        // Frontex stands between the two by its code; whom a group names does not go by its place.
        ports.budgets.putQuotes(
                REFERENCE,
                List.of(new Quote(Set.of(FR), Money.euro(100_000_00)), new Quote(Set.of(GB), Money.euro(1_00))));
        assertThat(CostSharing.share(inputs.of(REFERENCE, paidByFrontex)).guarantees())
                .filteredOn(guarantee -> guarantee.promise() == Guarantee.Promise.CORE)
                .flatExtracting(Guarantee::witnesses)
                .extracting(Guarantee.Witness::parties)
                .containsExactly(Set.of(GB));
        // Whoever bears a cost of its own is one of those that have to be quoted.
        CostItem own = CostItem.direct(3, "Buses", CostCategory.OTHER, Money.euro(1), FR, Party.FRONTEX);
        assertThat(inputs.of(REFERENCE, List.of(own)).yardstick()).isEqualTo(GroupCostBasis.LEGS);
    }

    private SharedRoute route() {
        return inputs.of(REFERENCE, List.of()).route();
    }

    private void leaves(Party party) {
        ports.participations.put(ports.participations
                .get(REFERENCE, party)
                .withdrawn(WithdrawalCause.LEGAL, "why", ports.clock.instant(), DEPARTURE));
    }
}
