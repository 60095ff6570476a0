package org.jointflights.bare;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Camunda 7 as its starter makes it. */
@SpringBootApplication
public class BareEngine {

    public static void main(String[] arguments) {
        SpringApplication.run(BareEngine.class, arguments);
    }
}
