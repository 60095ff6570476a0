package org.jointflights.application.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.ParisToLagos.DEPARTURE;
import static org.jointflights.application.ParisToLagos.ES;
import static org.jointflights.application.ParisToLagos.FR;
import static org.jointflights.application.ParisToLagos.GB;
import static org.jointflights.application.ParisToLagos.ROUTE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.people.Parties.Member;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Participation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of flight on their days, by the tables as they stand. */
class CheckKindTest {

    private static final Party SE = new Party("SE");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final PlanningServices services = new PlanningServices(ports);

    private int flights;

    @BeforeEach
    void who_takes_part_in_the_system() {
        for (Party party : Set.of(FR, GB, ES, SE, Party.FRONTEX)) {
            services.parties.add(new Member(party, "authority of " + party, Instant.EPOCH));
        }
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "JRO | 2004-08-06 | ",
                "JRO | 2004-08-07 | 2004/573/EC; 2007/2004 Art. 9",
                "JRO | 2011-12-11 | 2004/573/EC; 2007/2004 Art. 9",
                "JRO | 2011-12-12 | 2004/573/EC; 2007/2004 Art. 9 as amended by 1168/2011",
                "JRO | 2016-10-06 | 2004/573/EC; 2016/1624 Art. 28",
                "JRO | 2019-12-04 | 2004/573/EC; 2019/1896 Art. 50",
                "CRO | 2012-12-31 | ",
                "CRO | 2016-10-05 | 2007/2004 Art. 9 as amended by 1168/2011; no explicit basis yet",
                "CRO | 2016-10-06 | 2016/1624 Art. 28(3)",
                "CRO | 2019-12-04 | 2019/1896 Art. 50(3)",
                "NRO | 2006-01-01 | National law; 2008/115/EC Art. 8",
                "FRONTEX | 2019-12-03 | ",
                "FRONTEX | 2019-12-04 | 2019/1896 Art. 50(1) and 50(2)",
                "VOLUNTARY | 2019-12-03 | ",
                "VOLUNTARY | 2019-12-04 | 2019/1896 Art. 48(1)",
                "BILATERAL | 2025-08-05 | ",
                "BILATERAL | 2025-08-06 | A treaty between the two states, to be named",
            })
    void each_kind_exists_on_its_days_by_its_law(FlightType kind, LocalDate day, @Nullable String basis) {
        Proposal proposal = ofKind(kind);

        if (basis == null) {
            assertThat(refused("planning.kind.notThen", proposal, day).field()).isEqualTo("type");
        } else {
            assertThat(proposed(proposal, day).basis()).isEqualTo(basis);
        }
    }

    @Test
    void a_national_flight_is_of_one_state() {
        BadInput refused = refused(
                "planning.kind.oneState", proposal(FR, FlightType.NRO, null, null, ES), LocalDate.of(2026, 5, 1));

        assertThat(refused.field()).isEqualTo("invited");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FRONTEX")
    void frontex_organises_no_other_kind(FlightType kind) {
        refused("planning.kind.byFrontex", proposal(Party.FRONTEX, kind, "named", null, ES), LocalDate.of(2026, 5, 1));
    }

    @Test
    void a_state_organises_none_of_frontex_s() {
        refused("planning.kind.byState", proposal(FR, FlightType.FRONTEX, null, null, ES), LocalDate.of(2026, 5, 1));
    }

    @Test
    void frontex_organises_its_kind_and_is_asked_for_no_seats() {
        ports.user.is("fxcoordinator", "FXcoordinator");

        Flight flight = services.propose.propose(proposal(Party.FRONTEX, FlightType.FRONTEX, null, null, ES, SE));

        assertThat(flight.organiser()).isEqualTo(Party.FRONTEX);
        assertThat(ports.participations.of(flight.reference()))
                .extracting(Participation::party)
                .containsExactly(ES, SE);
    }

    @Test
    void a_bilateral_flight_goes_to_another_state_of_the_system() {
        LocalDate day = LocalDate.of(2026, 5, 1);

        assertThat(proposed(bilateral("Treaty of 6 August 2025", ES), day))
                .isEqualTo(
                        new FlightKind("A treaty between the two states, to be named", "Treaty of 6 August 2025", ES));
        refused("planning.kind.destination.unknown", bilateral("Treaty", null), day);
        refused("planning.kind.destination.unknown", bilateral("Treaty", Party.FRONTEX), day);
        refused("planning.kind.destination.unknown", bilateral("Treaty", new Party("NG")), day);
        refused("planning.kind.destination.sends", bilateral("Treaty", FR), day);
        refused("planning.kind.destination.notAsked", proposal(FR, FlightType.JRO, null, ES, SE), day);
        refused("planning.kind.oneState", proposal(FR, FlightType.BILATERAL, "Treaty", ES, SE), day);
        assertThat(refused("planning.kind.basis.ofKind", bilateral(null, ES), day)
                        .field())
                .isEqualTo("legalBasis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"JRO", "CRO", "VOLUNTARY"})
    void when_gb_takes_part_after_2020_the_legal_basis_must_be_named(FlightType kind) {
        LocalDate last = LocalDate.of(2020, 12, 31);

        assertThat(proposed(proposal(FR, kind, null, null, GB), last).named()).isNull();
        BadInput refused = refused("planning.kind.basis.ofState", proposal(FR, kind, null, null, GB), last.plusDays(1));
        assertThat(refused.field()).isEqualTo("legalBasis");
        assertThat(proposed(proposal(FR, kind, "Treaty", null, GB), last.plusDays(1))
                        .named())
                .isEqualTo("Treaty");
        assertThat(proposed(proposal(FR, kind, null, null, SE), last.plusDays(1))
                        .named())
                .isNull();
    }

    @Test
    void nobody_is_invited_later_whom_the_kind_leaves_out() {
        OperationReference joint = services.propose
                .propose(proposal(FR, FlightType.JRO, null, null, ES))
                .reference();
        assertThat(refusal(
                                BadInput.class,
                                "planning.kind.basis.notNamed",
                                () -> services.consolidate.invite(joint, Set.of(GB)))
                        .field())
                .isEqualTo("invited");
        services.consolidate.invite(joint, Set.of(SE));

        OperationReference bilateral =
                services.propose.propose(bilateral("Treaty", ES)).reference();
        refusal(BadInput.class, "planning.kind.oneState", () -> services.consolidate.invite(bilateral, Set.of(ES)));
        assertThat(ports.participations.of(bilateral)).hasSize(1);
    }

    @Test
    void a_new_day_brings_its_own_law() {
        OperationReference flight = new OperationReference("RO-2019-001");
        services.propose.propose(proposal(FR, FlightType.CRO, null, null, GB), flight, LocalDate.of(2019, 11, 1), null);

        services.check.keepFor(flight, LocalDate.of(2020, 1, 7));
        assertThat(ports.kinds.of(flight).orElseThrow().basis()).isEqualTo("2019/1896 Art. 50(3)");

        BadInput refused = refusal(
                BadInput.class,
                "planning.kind.basis.thenNeeded",
                () -> services.check.keepFor(flight, LocalDate.of(2021, 1, 7)));
        assertThat(refused.field()).isEqualTo("departure");
        refusal(
                BadInput.class,
                "planning.kind.notThen",
                () -> services.check.keepFor(flight, LocalDate.of(2004, 1, 7)));
        assertThat(ports.kinds.of(flight).orElseThrow().basis()).isEqualTo("2019/1896 Art. 50(3)");
    }

    private static Proposal ofKind(FlightType kind) {
        return switch (kind) {
            case NRO -> proposal(FR, kind, null, null);
            case FRONTEX -> proposal(Party.FRONTEX, kind, null, null, ES, SE);
            case BILATERAL -> bilateral("Treaty", ES);
            default -> proposal(FR, kind, null, null, ES);
        };
    }

    private static Proposal bilateral(@Nullable String basis, @Nullable Party destination) {
        return proposal(FR, FlightType.BILATERAL, basis, destination);
    }

    private static Proposal proposal(
            Party organiser, FlightType kind, @Nullable String basis, @Nullable Party destination, Party... invited) {
        return new Proposal(organiser, kind, "Nigeria", ROUTE, DEPARTURE, 180, Set.of(invited), basis, destination);
    }

    private FlightKind proposed(Proposal proposal, LocalDate day) {
        ports.user.is("coordinator", proposal.organiser() + "coordinator");
        OperationReference reference = new OperationReference("RO-2015-%03d".formatted(++flights));
        services.propose.propose(proposal, reference, day, null);
        return ports.kinds.of(reference).orElseThrow();
    }

    private BadInput refused(String code, Proposal proposal, LocalDate day) {
        int before = ports.flights.all().size();
        BadInput refused = refusal(BadInput.class, code, () -> proposed(proposal, day));
        assertThat(ports.flights.all()).hasSize(before);
        return refused;
    }

    @BeforeEach
    void the_organisers_coordinator() {
        ports.user.is("frcoordinator", "FRcoordinator");
    }
}
