package org.jointflights.process;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jointflights.process.overview.OpenTasksAgree;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole application started as anybody starts the example, on H2 in memory and without the example's flights, the job
 * executor off and a clock that the test sets: the test moves every token itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@AutoConfigureMockMvc
@ActiveProfiles("example")
@TestPropertySource("classpath:test.properties")
@Import({
    AsIfSignedIn.class,
    TestClock.class,
    TasklistUsers.class,
    Statements.class,
    PathCoverage.class,
    ShownTexts.class
})
@ExtendWith({PathCoverage.class, OpenTasksAgree.class})
public @interface ProcessTest {}
