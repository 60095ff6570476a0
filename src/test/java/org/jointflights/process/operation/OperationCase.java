package org.jointflights.process.operation;

import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Flights in operation, with the people who work on them. */
@ProcessTest
abstract class OperationCase {

    @Autowired
    TasklistUsers users;

    OperationCrew crew;

    /** Not a bean of the application's tests: another import would be another context. */
    @Autowired
    void hire(AutowireCapableBeanFactory beans) {
        crew = beans.createBean(OperationCrew.class);
    }

    @BeforeEach
    void openDesk() {
        users.open();
    }
}
