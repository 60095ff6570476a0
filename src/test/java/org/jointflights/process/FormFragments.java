package org.jointflights.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What several forms show or ask for alike, one file each in {@code forms/fragments}. The forms stay whole, so that the
 * Camunda Modeler opens them; this finds the components that are, or look like, a fragment and are not what it says.
 */
final class FormFragments {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Path FORMS = Path.of("forms");

    /** Where a component stands and what the example types there is its form's affair. */
    private static final Set<String> PLACE = Set.of("id", "layout", "properties");

    private static final Pattern YES_OR_NO = Pattern.compile("(?i)(yes|no|true|false)(\\s*[,;:.–-].*)?");

    private final List<Fragment> fragments;

    private FormFragments(List<Fragment> fragments) {
        this.fragments = fragments;
    }

    static FormFragments read() {
        return new FormFragments(files(FORMS.resolve("fragments"), ".json").stream()
                .map(file -> new Fragment(name(file, ".json"), parse(file)))
                .toList());
    }

    static List<String> forms() {
        return files(FORMS, ".form").stream().map(file -> name(file, ".form")).toList();
    }

    static JsonNode form(String name) {
        return parse(FORMS.resolve(name + ".form"));
    }

    /** All components of a form, those within groups too. */
    static List<JsonNode> components(JsonNode form) {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode component : form.path("components")) {
            all.add(component);
            all.addAll(components(component));
        }
        return all;
    }

    /** In a sentence each: which component of the form differs from which fragment in what. */
    List<String> strays(String name, JsonNode form) {
        return components(form).stream()
                .flatMap(component -> stray(component).stream())
                .map(difference -> "forms/" + name + ".form: " + difference)
                .toList();
    }

    /** The fragments that the component is, word for word. */
    Stream<String> of(JsonNode component) {
        return fragments.stream()
                .filter(fragment -> fragment.resembles(component)
                        && fragment.differences(component).isEmpty())
                .map(Fragment::name);
    }

    Set<String> names() {
        return fragments.stream().map(Fragment::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<String> stray(JsonNode component) {
        List<Fragment> alike = fragments.stream()
                .filter(fragment -> fragment.resembles(component))
                .toList();
        if (alike.stream().anyMatch(fragment -> fragment.differences(component).isEmpty())) {
            return Optional.empty();
        }
        return alike.stream()
                .min(Comparator.comparing(
                        fragment -> fragment.differences(component).size()))
                .map(nearest -> "%s %s differs from forms/fragments/%s.json: %s."
                        .formatted(
                                component.path("type").asText(),
                                title(component),
                                nearest.name(),
                                String.join("; ", nearest.differences(component))));
    }

    private static String title(JsonNode component) {
        return Stream.of("label", "text", "key", "id")
                .map(property -> component.path(property).asText())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> "“" + text.lines().findFirst().orElse("") + "”")
                .orElse("without a label");
    }

    /** One file of {@code forms/fragments}: why it is there, what a form may say in its own words, and the component. */
    private record Fragment(String name, JsonNode file) {

        private JsonNode component() {
            return file.path("component");
        }

        private Set<String> own() {
            Set<String> own = new TreeSet<>(PLACE);
            file.path("own").forEach(property -> own.add(property.asText()));
            return own;
        }

        boolean resembles(JsonNode other) {
            return switch (component().path("type").asText()) {
                case "text" ->
                    other.path("text").asText().contains(file.path("mark").asText());
                case "table" -> isTableLike(other);
                default -> own().contains("key") ? asksYesOrNo(other) : isFieldLike(other);
            };
        }

        private boolean isTableLike(JsonNode other) {
            return other.path("type").asText().equals("table")
                    && (isShared("dataSource", other)
                            || isShared("label", other)
                            || columns(component()).equals(columns(other)));
        }

        private boolean isFieldLike(JsonNode other) {
            return place(other).isPresent() || (isShared("type", other) && isShared("label", other));
        }

        private boolean isShared(String property, JsonNode other) {
            return component().has(property) && component().get(property).equals(other.path(property));
        }

        /** In which of several places the field stands; empty where there is but one, nothing for a field of another name. */
        private Optional<String> place(JsonNode other) {
            String key = component().path("key").asText();
            Matcher named = Pattern.compile(key.replace("{place}", "([0-9]+)"))
                    .matcher(other.path("key").asText());
            return named.matches() ? Optional.of(named.groupCount() == 0 ? "" : named.group(1)) : Optional.empty();
        }

        List<String> differences(JsonNode other) {
            JsonNode wanted = place(other).map(this::at).orElse(component());
            Set<String> properties = new LinkedHashSet<>();
            wanted.fieldNames().forEachRemaining(properties::add);
            other.fieldNames().forEachRemaining(properties::add);
            properties.removeAll(own());
            return properties.stream()
                    .filter(property -> !wanted.path(property).equals(other.path(property)))
                    .map(property -> "in “%s” it has %s instead of %s"
                            .formatted(property, said(other.path(property)), said(wanted.path(property))))
                    .toList();
        }

        private JsonNode at(String place) {
            return parse(component().toString().replace("{place}", place));
        }
    }

    static boolean asksYesOrNo(JsonNode component) {
        return component.path("type").asText().equals("checkbox")
                || Stream.of("value", "label")
                        .flatMap(said -> component.path("values").findValuesAsText(said).stream())
                        .anyMatch(said -> YES_OR_NO.matcher(said).matches());
    }

    static Set<String> columns(JsonNode table) {
        return new TreeSet<>(table.path("columns").findValuesAsText("key"));
    }

    private static String said(JsonNode value) {
        return value.isMissingNode() ? "nothing" : value.toString();
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file, String ending) {
        String whole = file.getFileName().toString();
        return whole.substring(0, whole.length() - ending.length());
    }
}
