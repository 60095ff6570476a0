package org.jointflights.process.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.jointflights.domain.approval.ApprovalRoute;
import org.jointflights.domain.funding.Fund;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalDecisionsTest {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest
    @CsvSource({
        "0, ONE_FINANCE",
        "5999999, ONE_FINANCE",
        "6000000, ONE_FINANCE_AND_MANAGER",
        "24999999, ONE_FINANCE_AND_MANAGER",
        "25000000, TWO_FINANCE_AND_MANAGER",
        "9223372036854775807, TWO_FINANCE_AND_MANAGER"
    })
    void the_total_decides_who_signs(long cents, ApprovalRoute route) throws IOException {
        String decided = engine.evaluateDecisionTable(read("approvalRoute"), Map.of("totalCents", cents))
                .getSingleEntry();

        assertThat(ApprovalRoute.valueOf(decided)).isEqualTo(route);
    }

    @ParameterizedTest
    @CsvSource({
        "2016, FR, FRONTEX, FRONTEX, 100, frontex",
        "2027, FR, FRONTEX, FRONTEX, 100, frontex",
        "2016, GB, FRONTEX, FRONTEX, 100, frontex",
        "2017, GB, FRONTEX, FRONTEX, 100, frontex",
        "2018, GB, FRONTEX, NATIONAL, 0, noMoneyAfter2017",
        "2018, IE, FRONTEX, FRONTEX, 100, frontex",
        "2008, NL, PREPARATORY_ACTION, NATIONAL, 0, preparatoryActionOver",
        "2009, NL, PREPARATORY_ACTION, PREPARATORY_ACTION, 70, preparatoryAction",
        "2009, GB, PREPARATORY_ACTION, PREPARATORY_ACTION, 70, preparatoryAction",
        "2010, NL, PREPARATORY_ACTION, NATIONAL, 0, preparatoryActionOver",
        "2007, NL, RETURN_FUND, NATIONAL, 0, returnFundOver",
        "2008, NL, RETURN_FUND, RETURN_FUND, 0, returnFund",
        "2013, GB, RETURN_FUND, RETURN_FUND, 0, returnFund",
        "2014, GB, RETURN_FUND, NATIONAL, 0, returnFundOver",
        "2013, NL, AMIF, NATIONAL, 0, amifNotYet",
        "2013, GB, AMIF, NATIONAL, 0, amifNotYet",
        "2014, NL, AMIF, AMIF, 0, amif",
        "2027, NL, AMIF, AMIF, 0, amif",
        "2014, GB, AMIF, AMIF, 0, amif",
        "2020, GB, AMIF, AMIF, 0, amif",
        "2021, GB, AMIF, NATIONAL, 0, amifNotThere",
        "2014, DK, AMIF, NATIONAL, 0, amifNotThere",
        "2016, ES, NATIONAL, NATIONAL, 0, nationallyFinanced",
        "2027, GB, NATIONAL, NATIONAL, 0, nationallyFinanced"
    })
    void the_fund_declared_the_state_and_the_year_decide_what_is_paid(
            int year, String party, String declared, Fund fund, int percent, String basis) throws IOException {
        DmnDecisionRuleResult row = engine.evaluateDecisionTable(
                        read("coFinancing"), Map.of("lawYear", year, "party", party, "declared", declared))
                .getSingleResult();

        assertThat(Fund.valueOf(row.<String>getEntry("fund"))).isEqualTo(fund);
        assertThat(row.<Number>getEntry("percent").intValue()).isEqualTo(percent);
        assertThat(row.<String>getEntry("basis")).isEqualTo(basis);
        assertThat(row.<Boolean>getEntry("assumed")).isTrue();
    }

    private DmnDecision read(String decision) throws IOException {
        try (InputStream table =
                Objects.requireNonNull(ApprovalDecisionsTest.class.getResourceAsStream("/bpmn/" + decision + ".dmn"))) {
            return engine.parseDecision(decision, table);
        }
    }
}
