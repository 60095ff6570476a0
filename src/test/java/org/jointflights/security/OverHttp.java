package org.jointflights.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** The whole application on a free port, with its own H2 in memory and the example's people; jobs are run by the test. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "spring.datasource.url=jdbc:h2:mem:security;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024")
@ActiveProfiles("example")
@TestPropertySource("classpath:test.properties")
@Import({TestClock.class, TasklistUsers.class})
public @interface OverHttp {}
