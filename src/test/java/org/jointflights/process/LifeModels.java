package org.jointflights.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/** What the models and tables say of a flight's life, as the wall chart asks it: who does what, after what, and by when. */
final class LifeModels {

    /** The points of time at which each of these tasks asks for gates, as the table calls them. */
    private static final Map<String, String> ASKED_AT = Map.of(
            "userTask_confirmGates", "D_.*",
            "userTask_confirmBoarding", "BOARDING",
            "userTask_confirmStopover", "STOPOVER",
            "userTask_answerLastCall", "LAST_CALL");

    private static final Map<String, String> ROLES = Map.of(
            "escortleader", "escort leader",
            "rightsOfficer", "rights officers",
            "legal", "legal verifier");

    private static final Map<String, String> WAYS_OUT = Map.of(
            "CLOSED_BY_TIME", "its time closes it",
            "MEANS_STOP", "nobody flies",
            "ACTS_IN_FLIGHT", "acts on the flight’s page",
            "CANCELLED_BY_ORGANISER", "organiser cancels",
            "MANAGER_DECIDES", "manager decides",
            "OTHERS_IN_THE_GROUP", "others of the group");

    /** One file, and what follows what in it: read once, since each question to the parsed file takes its time. */
    private record Model(Map<String, BaseElement> elements, Map<String, List<String>> next) {

        static Model of(Path file) {
            BpmnModelInstance parsed = Bpmn.readModelFromFile(file.toFile());
            Map<String, BaseElement> elements = new LinkedHashMap<>();
            Stream.of(Process.class, FlowNode.class)
                    .flatMap(type -> parsed.getModelElementsByType(type).stream())
                    .forEach(element -> elements.put(element.getId(), element));
            Map<String, List<String>> next = new LinkedHashMap<>();
            elements.forEach((id, element) -> {
                if (element instanceof FlowNode node) {
                    next.put(id, following(node, elements.values()));
                }
            });
            return new Model(elements, next);
        }

        boolean isAbout(String root) {
            BaseElement found = elements.get(root);
            return found instanceof Process || found instanceof SubProcess;
        }
    }

    private final List<Model> models = new ArrayList<>();
    private final List<List<String>> deadlines;
    private final List<List<String>> gates;
    private final List<List<String>> bases;

    private LifeModels(List<List<String>> deadlines, List<List<String>> gates, List<List<String>> bases) {
        this.deadlines = deadlines;
        this.gates = gates;
        this.bases = bases;
    }

    private LifeModels(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .forEach(file -> models.add(Model.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deadlines = rows(folder.resolve("deadlines.dmn"));
        gates = rows(folder.resolve("gates.dmn"));
        bases = rows(folder.resolve("namedBasis.dmn"));
    }

    static LifeModels of(Path folder) {
        return new LifeModels(folder);
    }

    /** The same, where two models have a step of one id, as the one says that has this process or part. */
    LifeModels asSeenBy(String root) {
        LifeModels seen = new LifeModels(deadlines, gates, bases);
        seen.models.addAll(models);
        seen.models.sort(Comparator.comparing(model -> !model.isAbout(root)));
        return seen;
    }

    /** All user tasks of all models. */
    Set<String> allTasks() {
        return ids(UserTask.class::isInstance);
    }

    /** What a message or a condition starts beside the work that is going on. */
    Set<String> startedBeside() {
        return ids(element -> element instanceof StartEvent
                && element.getParentElement() instanceof SubProcess part
                && part.triggeredByEvent());
    }

    private Set<String> ids(Predicate<BaseElement> kind) {
        return models.stream()
                .flatMap(model -> model.elements().values().stream())
                .filter(kind)
                .map(BaseElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<List<String>> rows(Path table) {
        return Dmn.readModelFromFile(table.toFile()).getModelElementsByType(Rule.class).stream()
                .map(rule -> Stream.concat(
                                rule.getInputEntries().stream()
                                        .map(entry -> entry.getText().getTextContent()),
                                rule.getOutputEntries().stream().map(LifeModels::value))
                        .toList())
                .toList();
    }

    private static String value(OutputEntry entry) {
        return entry.getText().getTextContent().replace("\"", "");
    }

    private FlowElement element(String id) {
        return (FlowElement) model(id).elements().get(id);
    }

    private Model model(String id) {
        return models.stream()
                .filter(model -> model.elements().containsKey(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No model has " + id));
    }

    String name(String id) {
        return element(id).getName().replaceAll("\\s+", " ");
    }

    boolean isTask(String id) {
        return element(id) instanceof UserTask;
    }

    /** Who needs a legal basis of their own, and from when, by the table. */
    String partiesThatNeedABasis() {
        return bases.stream()
                .filter(row -> row.get(2).equals("true"))
                .map(row -> "From " + row.get(0).replaceAll(".*\"(\\d{4})-.*", "$1") + " a legal basis is named for "
                        + row.get(1).replace("\"", "") + ", a third country: " + basis(row))
                .collect(Collectors.joining(" "));
    }

    private static String basis(List<String> row) {
        return row.get(3).isBlank()
                ? ""
                : row.get(3).substring(0, 1).toLowerCase(Locale.ROOT)
                        + row.get(3).substring(1) + ".";
    }

    /** When a task is due, who is told, and what leads on; from its row of the table. */
    List<String> clock(String task) {
        List<String> row = deadlines.stream()
                .filter(found -> found.get(1).equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No deadline for " + task));
        String unit = row.get(2).equals("HOURS") ? " h" : " wd";
        List<String> lines = new ArrayList<>();
        String date = ((UserTask) element(task)).getCamundaDueDate();
        String due = Integer.parseInt(row.get(3)) > 0
                ? "due in " + row.get(3) + unit
                : date == null ? "" : "due: date for " + words(date);
        String before = row.get(4).equals("0") ? "" : "by D − " + row.get(4) + " h";
        lines.add(Stream.of(due, before).filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
        if (!row.get(5).equals("0")) {
            lines.add("reminder " + row.get(5) + unit + " before");
        }
        if (!row.get(7).isBlank()) {
            lines.add("late" + (row.get(6).equals("0") ? "" : " by " + row.get(6) + unit) + ": "
                    + row.get(7).toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        lines.add("never: " + WAYS_OUT.get(row.get(8)));
        return lines.stream().filter(line -> !line.isEmpty()).toList();
    }

    /** A variable as words: {@code ${claimsDue}} is “claims”. */
    private static String words(String variable) {
        return variable.replaceAll("[${}]", "")
                .replaceAll("(Due|By|Ends)?(At)?$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }

    /** In which lanes a step stands, and as what; from its groups, and where these are computed from the table of gates. */
    Map<WallChart.Lane, List<String>> lanes(String step) {
        if (!(element(step) instanceof UserTask task)) {
            return Map.of(WallChart.Lane.EVERY_STATE, List.of("by itself"));
        }
        Map<WallChart.Lane, Set<String>> lanes = new TreeMap<>();
        boolean isOfInvited = model(step).isAbout("stateParticipation");
        for (String group : task.getCamundaCandidateGroups().split(",", -1)) {
            if (group.equals("${asked}")) {
                asked(step)
                        .forEach((lane, who) -> lanes.computeIfAbsent(lane, none -> new LinkedHashSet<>())
                                .addAll(who));
            } else {
                String role = group.replaceAll(".*}", "").replaceAll("^FX", "");
                lanes.computeIfAbsent(lane(group, isOfInvited), none -> new LinkedHashSet<>())
                        .add(role.isEmpty() ? "whom it concerns" : ROLES.getOrDefault(role, role));
            }
        }
        Map<WallChart.Lane, List<String>> named = new TreeMap<>();
        lanes.forEach((lane, who) -> named.put(lane, List.copyOf(who)));
        return named;
    }

    private static WallChart.Lane lane(String group, boolean isOfInvited) {
        if (group.startsWith("FX")) {
            return WallChart.Lane.FRONTEX;
        }
        if (group.startsWith("${organiser}")) {
            return WallChart.Lane.ORGANISER;
        }
        if (group.startsWith("${")) {
            return isOfInvited ? WallChart.Lane.PARTICIPATING : WallChart.Lane.EVERY_STATE;
        }
        return WallChart.Lane.OF_NO_PARTY;
    }

    private Map<WallChart.Lane, List<String>> asked(String task) {
        Map<WallChart.Lane, Map<String, Set<String>>> lanes = new TreeMap<>();
        gatesAt(task).forEach(row -> {
            WallChart.Lane lane = switch (row.get(4)) {
                case "LEAD_ESCORT" -> WallChart.Lane.ORGANISER;
                case "FRONTEX" -> WallChart.Lane.FRONTEX;
                case "RIGHTS_OFFICER" -> WallChart.Lane.OF_NO_PARTY;
                default -> WallChart.Lane.EVERY_STATE;
            };
            lanes.computeIfAbsent(lane, none -> new TreeMap<>())
                    .computeIfAbsent(
                            row.get(4).equals("FRONTEX")
                                    ? "coordinator"
                                    : row.get(4).toLowerCase(Locale.ROOT).replace('_', ' '),
                            none -> new LinkedHashSet<>())
                    .add(row.get(2));
        });
        Map<WallChart.Lane, List<String>> named = new TreeMap<>();
        lanes.forEach((lane, who) -> named.put(
                lane,
                who.entrySet().stream()
                        .map(role -> role.getKey() + " " + String.join(" ", role.getValue()))
                        .toList()));
        return named;
    }

    private List<List<String>> gatesAt(String task) {
        String points = ASKED_AT.getOrDefault(task, "none");
        return gates.stream().filter(row -> row.get(3).matches(points)).toList();
    }

    /** How long answers that a task asks for count, by the table. */
    List<String> freshness(String task) {
        Map<Integer, Set<String>> byHours = new TreeMap<>();
        gatesAt(task)
                .forEach(row -> byHours.computeIfAbsent(Integer.parseInt(row.get(7)), none -> new LinkedHashSet<>())
                        .add(row.get(2)));
        return byHours.entrySet().stream()
                .map(row -> String.join(" ", row.getValue()) + ": "
                        + (row.getKey() > 48 ? row.getKey() / 24 + " days" : row.getKey() + " h"))
                .toList();
    }

    /** The timers on a task, on what is around it and begins with it, and those that it waits for. */
    List<String> timers(String step) {
        FlowNode node = (FlowNode) element(step);
        Set<String> names = new LinkedHashSet<>();
        Set<FlowNode> hosts = new LinkedHashSet<>(List.of(node));
        if (node.getParentElement() instanceof SubProcess around
                && firstIn(around).filter(first -> first.equals(node)).isPresent()) {
            hosts.add(around);
        }
        before(node).forEach(name -> names.add(name));
        for (BaseElement element : model(step).elements().values()) {
            if (element instanceof BoundaryEvent event && hosts.contains(event.getAttachedTo()) && isTimer(event)) {
                names.add(plain(event.getName()));
            }
        }
        return List.copyOf(names);
    }

    private Optional<FlowNode> firstIn(SubProcess around) {
        return around.getChildElementsByType(UserTask.class).stream()
                .map(FlowNode.class::cast)
                .findFirst();
    }

    private static List<String> before(FlowNode node) {
        List<String> names = new ArrayList<>();
        for (SequenceFlow in : node.getIncoming()) {
            if (in.getSource() instanceof IntermediateCatchEvent event && isTimer(event)) {
                names.add(plain(event.getName()));
            }
        }
        return names;
    }

    private static boolean isTimer(BaseElement event) {
        return !event.getChildElementsByType(TimerEventDefinition.class).isEmpty();
    }

    private static String plain(String name) {
        return name.replaceAll("\\s+", " ");
    }

    /** The steps of a process, or of what an event starts, each with how many come before it at most. */
    Map<String, Integer> slots(String root, Set<String> shown) {
        Model model = models.stream()
                .filter(found -> found.isAbout(root))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No model has " + root));
        Deque<String> done = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        model.elements()
                .get(root)
                .getChildElementsByType(StartEvent.class)
                .forEach(start -> visit(model, start.getId(), seen, done));
        List<String> order = List.copyOf(done);
        Map<String, Integer> before = new LinkedHashMap<>();
        Map<String, Integer> slots = new LinkedHashMap<>();
        for (String node : order) {
            int here = before.getOrDefault(node, 0);
            boolean isStep = model.elements().get(node) instanceof UserTask || shown.contains(node);
            if (isStep) {
                slots.put(node, here);
            }
            for (String next : model.next().get(node)) {
                if (order.indexOf(next) > order.indexOf(node)) {
                    before.merge(next, here + (isStep ? 1 : 0), Math::max);
                }
            }
        }
        return slots;
    }

    /** Each before those that follow it, but for the ways back. */
    private static void visit(Model model, String node, Set<String> seen, Deque<String> done) {
        if (seen.add(node)) {
            model.next().get(node).forEach(next -> visit(model, next, seen, done));
            done.addFirst(node);
        }
    }

    /** The steps that follow one, with nothing of theirs in between. */
    Set<String> nextSteps(String step, Collection<String> steps) {
        Model model = model(step);
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(model.next().get(step));
        while (!open.isEmpty()) {
            String node = open.poll();
            if (seen.add(node)) {
                if (steps.contains(node)) {
                    found.add(node);
                } else if (!(model.elements().get(node) instanceof UserTask)) {
                    open.addAll(model.next().get(node));
                }
            }
        }
        return found;
    }

    /** Into a part and out of it, over links, and where an event leads away. */
    private static List<String> following(FlowNode node, Collection<BaseElement> all) {
        List<String> next = new ArrayList<>();
        if (node instanceof SubProcess part) {
            part.getChildElementsByType(StartEvent.class).forEach(start -> next.add(start.getId()));
        } else {
            next.addAll(leaving(node, all));
        }
        if (node instanceof EndEvent
                && node.getParentElement() instanceof SubProcess part
                && !part.triggeredByEvent()) {
            next.addAll(leaving(part, all));
        }
        Set<String> links = links(node);
        if (node instanceof IntermediateThrowEvent) {
            all.stream()
                    .filter(other -> other instanceof IntermediateCatchEvent
                            && links(other).stream().anyMatch(links::contains))
                    .forEach(caught -> next.add(caught.getId()));
        }
        return next;
    }

    private static Set<String> links(BaseElement event) {
        return event.getChildElementsByType(LinkEventDefinition.class).stream()
                .map(LinkEventDefinition::getName)
                .collect(Collectors.toSet());
    }

    private static List<String> leaving(FlowNode node, Collection<BaseElement> all) {
        List<String> next = new ArrayList<>();
        node.getOutgoing().forEach(flow -> next.add(flow.getTarget().getId()));
        all.stream()
                .filter(other -> other instanceof BoundaryEvent event
                        && event.getAttachedTo().getId().equals(node.getId()))
                .forEach(event -> next.add(event.getId()));
        return next;
    }
}
