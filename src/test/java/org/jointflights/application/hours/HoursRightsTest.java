package org.jointflights.application.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.hours.AircraftFactor;
import org.jointflights.domain.hours.HoursExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has a say in hours: anna entered them for bernard, of France, and carla has agreed for dora, of Germany. */
class HoursRightsTest {

    private static final Instant AT = Instant.parse("2027-06-01T09:00:00Z");
    private static final Party DE = new Party("DE");
    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");
    private static final Party SE = new Party("SE");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final HoursRights rights = new HoursRights(ports.user);

    private static HoursExchange exchange() {
        HoursExchange entered = HoursExchange.entered(
                new OperationReference("JRO-2027-0001"),
                1,
                FR,
                new AircraftFactor(1, "C130", BigDecimal.ONE, LocalDate.of(2027, 1, 1), "unit", "manager1", AT),
                60,
                null,
                Map.of(FR, 1, GB, 1, DE, 1, SE, 1),
                "anna/bernard",
                AT);
        return new HoursExchange(
                1,
                entered.reference(),
                1,
                FR,
                entered.factor(),
                60,
                null,
                entered.shares(),
                null,
                null,
                FR,
                entered.enteredBy(),
                AT,
                List.of(
                        new HoursExchange.Answer(DE, null, null, "carla/dora", AT),
                        new HoursExchange.Answer(SE, HoursExchange.Cause.OTHER, "SE/1", "elsa", AT)),
                null,
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource({"anna", "bernard", "carla", "dora", "fred/anna", "fred/bernard", "fred/dora", "dora/fred"})
    void nobody_agrees_who_entered_it_or_answered_for_another(String person) {
        ports.user.is(person, "GBfinance");
        assertThat(rights.isFree(exchange())).isFalse();
        assertThatThrownBy(() -> rights.requireFree(exchange())).isInstanceOf(NotYours.class);
        ports.user.is("fred/gwen", "GBfinance");
        assertThatCode(() -> rights.requireFree(exchange())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "FRfinance, true, true",
        "SEfinance, true, true",
        "GBfinance, true, false",
        "FXfinance, false, false",
        "FRcoordinator, false, false",
        "manager, true, true",
        "auditor, true, true",
        "executive, true, true",
        "rightsOfficer, false, false"
    })
    void hours_are_read_by_their_parties_and_why_they_were_refused_by_fewer(String group, boolean reads, boolean why) {
        ports.user.is("anybody", group);
        HoursExchange exchange = exchange();
        assertThat(rights.reads(exchange)).isEqualTo(reads);
        assertThat(reads && rights.readsRefusal(exchange, exchange.refusal().orElseThrow()))
                .isEqualTo(why);
    }

    @Test
    void frontex_enters_factors_and_has_no_aircraft() {
        ports.user.is("anybody", "FXfinance");
        assertThat(rights.states()).isEmpty();
        assertThatCode(rights::requireKeeper).doesNotThrowAnyException();
        ports.user.is("anybody", "FRfinance");
        assertThat(rights.states()).containsExactly(FR);
        assertThatThrownBy(rights::requireKeeper).isInstanceOf(NotYours.class);
    }
}
