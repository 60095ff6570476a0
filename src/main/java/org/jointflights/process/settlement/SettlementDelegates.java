package org.jointflights.process.settlement;

import static org.jointflights.process.engine.FlightVariables.REFERENCE;

import java.time.Instant;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.settlement.CloseAccounts;
import org.jointflights.application.settlement.CloseClaims;
import org.jointflights.application.settlement.ComputeAccounts;
import org.jointflights.application.settlement.ConvertActuals;
import org.jointflights.application.settlement.OpenAccounts;
import org.jointflights.application.settlement.PlanTransfers;
import org.jointflights.domain.flight.Deadlines;
import org.jointflights.domain.money.RateMissing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code settlement}, by the names in the model. */
@Configuration(proxyBeanMethods = false)
class SettlementDelegates {

    @Bean
    JavaDelegate openAccountsDelegate(OpenAccounts accounts) {
        return execution -> {
            Instant due = accounts.open(REFERENCE.from(execution));
            SettlementProcess.CLAIMS_DUE.set(execution, due);
            SettlementProcess.CLAIMS_END.set(execution, Deadlines.closingClaims(due));
        };
    }

    /** At their second deadline the claims that never came are closed. */
    @Bean
    JavaDelegate closeClaimsDelegate(CloseClaims claims) {
        return execution -> claims.close(REFERENCE.from(execution));
    }

    /** Converts what was claimed in other currencies; the model asks for a rate that is missing. */
    @Bean
    JavaDelegate convertActualsDelegate(ConvertActuals claims) {
        return execution -> {
            try {
                claims.convert(REFERENCE.from(execution));
            } catch (RateMissing missing) {
                SettlementProcess.MISSING_CURRENCY.set(execution, missing.currency());
                SettlementProcess.MISSING_MONTH.set(execution, missing.month());
                throw new BpmnError(SettlementProcess.RATE_MISSING, missing.getMessage());
            }
        };
    }

    /** Makes a new statement, which nobody has signed yet. */
    @Bean
    JavaDelegate computeAccountsDelegate(ComputeAccounts accounts) {
        return execution -> {
            accounts.compute(REFERENCE.from(execution));
            SettlementProcess.EVERYBODY_SIGNED.set(execution, false);
            SettlementProcess.ARBITER_NEEDED.set(execution, false);
        };
    }

    /** Names who pays whom, and tells the model by when. */
    @Bean
    JavaDelegate planTransfersDelegate(PlanTransfers transfers) {
        return execution -> {
            Instant due = transfers.plan(REFERENCE.from(execution));
            SettlementProcess.PAYMENTS_DUE.set(execution, due);
            SettlementProcess.PAYMENTS_END.set(execution, Deadlines.givingPaymentsUp(due));
        };
    }

    @Bean
    JavaDelegate closeAccountsDelegate(CloseAccounts accounts) {
        return execution -> accounts.close(REFERENCE.from(execution));
    }
}
