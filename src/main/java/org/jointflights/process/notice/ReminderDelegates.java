package org.jointflights.process.notice;

import static org.jointflights.process.engine.FlightVariables.PARTY;
import static org.jointflights.process.engine.FlightVariables.REFERENCE;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jointflights.application.notice.Reminder;
import org.jointflights.application.notice.SendReminders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step behind every timer that reminds somebody, in whichever model. */
@Configuration(proxyBeanMethods = false)
class ReminderDelegates {

    private static final String STEP = "serviceTask_";

    /** Sends the reminder that has the name of the step. */
    @Bean
    JavaDelegate remindDelegate(Map<String, Reminder> reminders, SendReminders sending) {
        return execution -> {
            String name = execution.getCurrentActivityId().substring(STEP.length());
            Reminder reminder = Objects.requireNonNull(reminders.get(name), () -> "no reminder " + name);
            sending.send(
                    reminder, REFERENCE.from(execution), PARTY.find(execution).orElse(null));
        };
    }
}
