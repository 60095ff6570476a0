package org.jointflights.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The example's people on PostgreSQL, with the connections that production has. */
final class ProductionSettings {

    private ProductionSettings() {}

    /** Arguments of the application for that database. */
    static List<String> on(Map<String, String> environment, String... more) {
        YamlPropertiesFactoryBean file = new YamlPropertiesFactoryBean();
        file.setResources(new ClassPathResource("application-postgres.yaml"));
        Properties production = file.getObject();
        List<String> arguments = new ArrayList<>(Kills.arguments(
                environment.get("JOINTFLIGHTS_DATABASE_URL"),
                environment.get("JOINTFLIGHTS_DATABASE_USER"),
                environment.get("JOINTFLIGHTS_DATABASE_PASSWORD"),
                "--camunda.bpm.database.type=postgres"));
        // Numbers among them are no texts, which the names of texts leave out.
        production.keySet().stream()
                .map(String::valueOf)
                .filter(name -> name.startsWith("spring.datasource.hikari."))
                .map(name -> "--" + name + "=" + production.getProperty(name))
                .forEach(arguments::add);
        arguments.addAll(List.of(more));
        return List.copyOf(arguments);
    }
}
