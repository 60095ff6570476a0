package org.jointflights.application.annual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.people.InMemoryParties;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.annual.ClosedYear;
import org.jointflights.domain.annual.ClosedYear.Balance;
import org.jointflights.domain.annual.YearEnd;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Ledger;
import org.junit.jupiter.api.Test;

/** Who closes a year, in which order, and what keeps it open. It is 2027. */
class CloseYearTest {

    private static final Ledger.Pot NATIONAL = new Ledger.Pot(Fund.NATIONAL, Money.EUR);

    private final InMemoryPorts ports = new InMemoryPorts();
    private final Years years = new Years();
    private final CloseYear closing =
            new CloseYear(years, ports.user, ports.clock, ports.notices, new InMemoryParties());

    @Test
    void two_people_close_it_and_neither_acts_for_the_other() {
        ports.user.is("anna/bernard", "FXfinance");
        closing.ask(2026);
        for (String same : List.of("anna", "bernard", "carla/anna", "bernard/dora")) {
            ports.user.is(same, "manager");
            assertThatThrownBy(() -> closing.confirm(2026)).as(same).isInstanceOf(NotYours.class);
        }
        ports.user.is("carla", "FXfinance");
        assertThatThrownBy(() -> closing.confirm(2026)).isInstanceOf(NotYours.class);
        ports.user.is("carla", "manager");
        assertThatThrownBy(() -> closing.ask(2026)).isInstanceOf(NotYours.class);
        assertThat(closing.confirm(2026).isClosed()).isTrue();
        assertThatThrownBy(() -> closing.confirm(2026)).isInstanceOf(Conflict.class);
    }

    @Test
    void years_are_closed_one_after_the_other_and_not_before_they_are_over() {
        years.first = 2025;
        ports.user.is("anna", "FXfinance");
        assertThatThrownBy(() -> closing.ask(2027)).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> closing.ask(2026))
                .isInstanceOf(Conflict.class)
                .hasMessage("The accounts of 2025 are open. Close them before those of 2026.");
        closing.ask(2025);
        assertThatThrownBy(() -> closing.ask(2026))
                .as("asked for is not closed")
                .isInstanceOf(Conflict.class);
        ports.user.is("carla", "manager");
        closing.confirm(2025);
        ports.user.is("anna", "FXfinance");
        assertThat(closing.ask(2026).isClosed()).isFalse();
    }

    @Test
    void postings_that_do_not_add_up_or_are_no_longer_the_same_keep_it_open() {
        ports.user.is("anna", "FXfinance");
        years.end = new YearEnd(
                2,
                "a",
                List.of(
                        new Balance(new Party("FR"), NATIONAL, Money.euro(5)),
                        new Balance(new Party("GB"), NATIONAL, Money.euro(-4))));
        assertThatThrownBy(() -> closing.ask(2026))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("add up to 0.01 EUR and not to zero");
        years.end = new YearEnd(2, "a", List.of());
        closing.ask(2026);
        ports.user.is("carla", "manager");
        years.end = new YearEnd(3, "b", List.of());
        assertThatThrownBy(() -> closing.confirm(2026))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("2 postings then, 3 now");
        assertThatThrownBy(() -> closing.confirm(2024)).isInstanceOf(Conflict.class);
    }

    /** Without a database; its postings are what a test says. */
    private static final class Years implements ClosedYears {

        private final Map<Integer, ClosedYear> all = new TreeMap<>();
        private YearEnd end = new YearEnd(0, "", List.of());
        private int first = 2026;

        @Override
        public Optional<ClosedYear> find(int year) {
            return Optional.ofNullable(all.get(year));
        }

        @Override
        public YearEnd read(int year) {
            return end;
        }

        @Override
        public boolean isClosedSince(int year) {
            return all.values().stream().anyMatch(one -> one.isClosed() && one.year() >= year);
        }

        @Override
        public Optional<Integer> firstPosted() {
            return Optional.of(first);
        }

        @Override
        public void ask(ClosedYear year) {
            all.put(year.year(), year);
        }

        @Override
        public void confirm(ClosedYear year) {
            all.put(year.year(), year);
        }
    }
}
