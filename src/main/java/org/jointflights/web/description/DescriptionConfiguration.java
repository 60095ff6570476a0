package org.jointflights.web.description;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.jointflights.application.flight.acts.FlightAct;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** What springdoc is told about us; it works when the description is first asked for, and not before. */
@Configuration(proxyBeanMethods = false)
class DescriptionConfiguration {

    /** The server is the one that was asked, whatever the request calls it. */
    @Bean
    OpenAPI descriptionOfThisServer() {
        return new OpenAPI(SpecVersion.V31).servers(List.of(new Server().url("/")));
    }

    /** Registered first and so asked last, after springdoc's own. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    RecordSchemas recordSchemas(ObjectMapper json) {
        return new RecordSchemas(json);
    }

    @Bean
    WrittenPart writtenPart(List<FlightAct> acts) {
        return new WrittenPart(acts);
    }
}
