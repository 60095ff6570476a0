package org.jointflights.process.operation;

import org.jointflights.application.operation.AnswerGates;
import org.jointflights.application.operation.CountHeads;
import org.jointflights.application.operation.ExpectLanding;
import org.jointflights.application.operation.RecordProgress;
import org.jointflights.process.engine.TaskForm;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done before the aircraft leaves is done alike at the start and at each stop-over, as tasks of their own. */
@Configuration(proxyBeanMethods = false)
class LeavingForms {

    @Bean
    TaskForm confirmBoarding(FlightLine flight, AnswerGates keeping, GateSheet sheet) {
        return new BoardingGatesForm("userTask_confirmBoarding", flight, keeping, sheet);
    }

    @Bean
    TaskForm confirmStopover(FlightLine flight, AnswerGates keeping, GateSheet sheet) {
        return new BoardingGatesForm("userTask_confirmStopover", flight, keeping, sheet);
    }

    @Bean
    TaskForm countAboard(FlightLine flight, AboardFields aboard) {
        return new CountAboardForm("userTask_countAboard", flight, aboard);
    }

    @Bean
    TaskForm countAboardAtStop(FlightLine flight, AboardFields aboard) {
        return new CountAboardForm("userTask_countAboardAtStop", flight, aboard);
    }

    @Bean
    TaskForm clearDeparture(FlightLine flight, CountHeads people, RecordProgress progress, ExpectLanding landings) {
        return new ClearToLeaveForm("userTask_clearDeparture", "gateway_departed", flight, people, progress, landings);
    }

    @Bean
    TaskForm clearOnward(FlightLine flight, CountHeads people, RecordProgress progress, ExpectLanding landings) {
        return new ClearToLeaveForm(
                "userTask_clearOnward", "gateway_onwardCleared", flight, people, progress, landings);
    }
}
