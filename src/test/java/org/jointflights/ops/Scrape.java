package org.jointflights.ops;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hawkular.agent.prometheus.text.TextPrometheusMetricDataParser;
import org.hawkular.agent.prometheus.types.Counter;
import org.hawkular.agent.prometheus.types.Gauge;
import org.hawkular.agent.prometheus.types.Histogram;
import org.hawkular.agent.prometheus.types.Metric;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.types.Summary;

/** What stood on the port for probes at one moment, as a parser of the text format reads it. */
record Scrape(String text, List<MetricFamily> families) {

    static Scrape of(String text) {
        var parser =
                new TextPrometheusMetricDataParser(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<MetricFamily> families = new ArrayList<>();
        try {
            for (MetricFamily family = parser.parse(); family != null; family = parser.parse()) {
                families.add(family);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return new Scrape(text, families);
    }

    /** Every name that a question to Prometheus can ask for, with the labels that it has. */
    Map<String, Set<String>> names() {
        Map<String, Set<String>> names = new TreeMap<>();
        for (MetricFamily family : families) {
            Set<String> labels = family.getMetrics().stream()
                    .flatMap(metric -> metric.getLabels().keySet().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            for (String ending : endings(family)) {
                Set<String> all = new TreeSet<>(labels);
                if (ending.equals("_bucket")) {
                    all.add("le");
                }
                names.put(family.getName() + ending, all);
            }
        }
        return names;
    }

    private static List<String> endings(MetricFamily family) {
        return switch (family.getType()) {
            case HISTOGRAM -> List.of("_bucket", "_sum", "_count");
            case SUMMARY -> List.of("", "_sum", "_count");
            default -> List.of("");
        };
    }

    double value(String name, String... labels) {
        List<Metric> found = metrics(name, labels).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + name);
        }
        return found.get(0) instanceof Gauge gauge ? gauge.getValue() : ((Counter) found.get(0)).getValue();
    }

    /** How many times it was measured; never is nought. */
    long count(String name, String... labels) {
        return metrics(name, labels)
                .mapToLong(metric -> metric instanceof Histogram histogram
                        ? histogram.getSampleCount()
                        : ((Summary) metric).getSampleCount())
                .sum();
    }

    /** The different values of that label. */
    Set<String> labels(String name, String label) {
        return metrics(name)
                .map(metric -> String.valueOf(metric.getLabels().get(label)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Metric> metrics(String name, String... labels) {
        Map<String, String> wanted = new TreeMap<>();
        for (int label = 0; label < labels.length; label += 2) {
            wanted.put(labels[label], labels[label + 1]);
        }
        return families.stream()
                .filter(family -> family.getName().equals(name))
                .flatMap(family -> family.getMetrics().stream())
                .filter(metric -> metric.getLabels().entrySet().containsAll(wanted.entrySet()));
    }
}
