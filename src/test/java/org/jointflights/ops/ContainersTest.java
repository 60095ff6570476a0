package org.jointflights.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The files for containers name what there is: a variable that nobody reads would be believed to be set. */
class ContainersTest {

    private static final Path OPS = Path.of("ops");
    private static final List<String> NODES = List.of("node1", "node2");

    private final Map<String, Map<String, Object>> services = services();

    @Test
    void every_variable_of_a_node_is_one_that_production_reads() throws IOException {
        Set<String> read = new TreeSet<>();
        Matcher named = Pattern.compile("\\$\\{(JOINTFLIGHTS_[A-Z0-9_]+)")
                .matcher(Files.readString(Path.of("src/main/resources/application-postgres.yaml")));
        while (named.find()) {
            read.add(named.group(1));
        }
        for (String node : NODES) {
            assertThat(read)
                    .as(node)
                    .containsAll(map(service(node).get("environment")).keySet());
        }
    }

    @Test
    void a_node_is_nobodys_root_and_writes_to_its_temporary_folder_alone() throws IOException {
        assertThat(Files.readString(OPS.resolve("Dockerfile"))).contains("distroless/java17-debian12:nonroot");
        for (String node : NODES) {
            assertThat(service(node))
                    .containsEntry("read_only", true)
                    .containsEntry("tmpfs", List.of("/tmp"))
                    .containsEntry("cap_drop", List.of("ALL"))
                    .doesNotContainKey("ports");
        }
    }

    @Test
    void the_nodes_believe_the_proxy_alone_and_it_leads_to_both() throws IOException {
        Object address =
                map(map(service("proxy").get("networks")).get("inside")).get("ipv4_address");
        String leads = Files.readString(OPS.resolve("Caddyfile"));
        for (String node : NODES) {
            assertThat(map(service(node).get("environment"))).containsEntry("JOINTFLIGHTS_PROXY", address);
            assertThat(leads).contains(node + ":8080");
        }
    }

    private Map<String, Object> service(String name) {
        return map(services.get(name));
    }

    private static Map<String, Map<String, Object>> services() {
        try {
            Map<String, Map<String, Map<String, Object>>> file =
                    new Yaml().load(Files.readString(OPS.resolve("compose.yaml")));
            return file.getOrDefault("services", Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
