package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

/** The conditions on which a fund pays, each missing on its own. */
class CheckConditionsTest {

    private static final OperationReference FLIGHT = new OperationReference("JRO-2027-0001");
    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");

    private final InMemoryOwedReports reports = new InMemoryOwedReports();
    private final Decided decided = new Decided();
    private final CheckConditions conditions = new CheckConditions(reports, decided);

    @Test
    void a_fund_pays_when_both_sides_have_signed_and_no_report_is_owed() {
        decided.put(decision(100, true, true));
        assertThatCode(() -> conditions.require(FLIGHT, FR)).doesNotThrowAnyException();
        assertThat(said()).startsWith("Conditions of payment: met.");
    }

    @Test
    void each_missing_condition_is_named_and_none_is_forgiven() {
        decided.put(decision(100, true, false));
        refused("the financial decision for FR is not signed by both sides");
        decided.put(decision(100, false, true));
        refused("the financial decision for FR is not signed by both sides");
        decided.put(decision(100, true, true));
        reports.monitors.addAll(List.of(GB, FR));
        refused("the monitor’s report of FR, GB is not in");
        reports.monitors.clear();
        reports.incidents = true;
        refused("a report that the flight owes is not final");
        reports.monitors.add(GB);
        assertThat(said())
                .isEqualTo(
                        "⚠ Conditions of payment that are not met: the monitor’s report of GB is not in; a report that the"
                                + " flight owes is not final. Until they are, nothing can be found eligible.");
    }

    @Test
    void where_no_fund_pays_there_are_no_conditions() {
        reports.incidents = true;
        assertThatCode(() -> conditions.require(FLIGHT, FR)).doesNotThrowAnyException();
        decided.put(decision(0, false, false));
        assertThatCode(() -> conditions.require(FLIGHT, FR)).doesNotThrowAnyException();
        assertThat(said()).isEqualTo("Conditions of payment: none, as no fund pays FR anything for this flight.");
    }

    private void refused(String why) {
        assertThatThrownBy(() -> conditions.require(FLIGHT, FR))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining(why);
        assertThat(said()).contains(why);
    }

    private String said() {
        return conditions.sentence(FLIGHT, FR).in(Locale.ENGLISH);
    }

    private static FinancialDecision decision(int percent, boolean byFrontex, boolean byState) {
        return new FinancialDecision(
                FLIGHT,
                FR,
                Fund.FRONTEX,
                new FundingTerms(Fund.FRONTEX, percent, "frontex", false),
                Money.euro(percent),
                Map.of(),
                byFrontex,
                byState);
    }

    /** One decision, signed as the test says. */
    private static final class Decided implements FinancialDecisions {

        private final List<FinancialDecision> all = new ArrayList<>();

        @Override
        public List<FinancialDecision> of(OperationReference reference) {
            return all;
        }

        @Override
        public void put(FinancialDecision decision) {
            all.clear();
            all.add(decision);
        }

        @Override
        public void remove(OperationReference reference, Party beneficiary) {
            all.clear();
        }
    }
}
