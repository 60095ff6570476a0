package org.jointflights.web.signin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** The door on a free port, with the example's people, H2 in memory and the job executor off. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SignInSlice.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:door;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=1024",
            "camunda.bpm.job-execution.enabled=false",
            "camunda.bpm.deployment-resource-pattern=classpath:sign-in-slice/*.bpmn",
            "jointflights.sign-in.password-cost=4",
            // A visitor may come through a proxy on this machine, from any address.
            "server.forward-headers-strategy=native"
        })
@ActiveProfiles("example")
public @interface SignInSliceTest {}
