package org.jointflights.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.jointflights.application.deadlines.DeadlineTable;
import org.jointflights.application.notice.Reminder;
import org.jointflights.application.work.PreparingTasks;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.annual.LeftOfYear;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.deadlines.TaskDeadline;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.process.engine.Computed;
import org.jointflights.process.engine.ModelBean;
import org.jointflights.process.engine.TaskForm;
import org.jointflights.process.engine.Variable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;

/** Holds models, forms and code to one another: what one side names, the other has. */
@ProcessTest
class BpmnContractTest {

    private static final Path MODELS = Path.of("bpmn");
    private static final Path FORMS = Path.of("forms");
    private static final Pattern BEAN = Pattern.compile("\\$\\{([a-z][A-Za-z]*)}");
    /** A variable, or some days before it. */
    private static final Pattern DEADLINE =
            Pattern.compile("\\$\\{(?:reminderDates\\.before\\()?([a-z][A-Za-z]*)(?:, reference\\))?}");

    private static final Pattern BEAN_CALL =
            Pattern.compile("\\$\\{([a-z][A-Za-z]*)\\.([a-z][A-Za-z]*)\\(([a-zA-Z, ]*)\\)}");
    private static final Pattern FLAG = Pattern.compile("\\$\\{!?([a-z][A-Za-z]*)}");
    private static final Pattern CHOSEN_ID = Pattern.compile(
            "(startEvent|endEvent|event|boundaryEvent|userTask|serviceTask|businessRuleTask|callActivity|subProcess|gateway)"
                    + "_[a-z][A-Za-z0-9]*");
    private static final Pattern SHOWN = Pattern.compile("\\{\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}}");
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What no task's code shows: the engine's form service says it of every task, when somebody opens it. */
    private static final String FOUND_OUT_AT_OPENING = "whenAndWhatIf";

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    List<TaskForm> taskForms;

    @Autowired
    PreparingTasks preparing;

    @Autowired
    DeadlineTable deadlines;

    static List<Path> models() {
        return files(MODELS, ".bpmn");
    }

    static List<Path> forms() {
        return files(FORMS, ".form");
    }

    @Test
    void the_processes_and_decisions_are_there() {
        assertThat(models())
                .extracting(file -> file.getFileName().toString())
                .contains(
                        "jointFlight.bpmn",
                        "flightPlanning.bpmn",
                        "stateParticipation.bpmn",
                        "costSharing.bpmn",
                        "flightApproval.bpmn",
                        "flightOperation.bpmn",
                        "settlement.bpmn",
                        "monitorReport.bpmn",
                        "restraint.bpmn");
        assertThat(files(MODELS, ".dmn"))
                .extracting(file -> file.getFileName().toString())
                .contains("approvalRoute.dmn", "coFinancing.dmn");
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_holds_one_process_named_like_its_file(Path file) {
        Collection<Process> processes = model(file).getModelElementsByType(Process.class);

        assertThat(processes).singleElement().satisfies(process -> {
            assertThat(file.getFileName()).hasToString(process.getId() + ".bpmn");
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isEqualTo("P180D");
            assertThat(process.isCamundaStartableInTasklist())
                    .isEqualTo(process.getId().equals("jointFlight"));
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_step_has_a_chosen_id_and_a_name(Path file) {
        assertThat(model(file).getModelElementsByType(FlowNode.class)).allSatisfy(node -> {
            assertThat(node.getId()).matches(CHOSEN_ID);
            boolean join =
                    node instanceof ExclusiveGateway && node.getOutgoing().size() == 1;
            boolean parallel = node.getElementType().getTypeName().equals("parallelGateway");
            boolean compensation = node.getOutgoing().isEmpty() && node.getId().startsWith("boundaryEvent_");
            boolean nameless = join || parallel || compensation;
            if (!nameless) {
                assertThat(node.getName()).as(node.getId()).isNotBlank();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void everything_is_drawn(Path file) {
        BpmnModelInstance model = model(file);
        Set<String> drawn = new HashSet<>();
        model.getModelElementsByType(BpmnShape.class)
                .forEach(shape -> drawn.add(shape.getBpmnElement().getId()));
        model.getModelElementsByType(BpmnEdge.class)
                .forEach(edge -> drawn.add(edge.getBpmnElement().getId()));

        assertThat(model.getModelElementsByType(FlowNode.class))
                .extracting(FlowNode::getId)
                .allMatch(drawn::contains);
        assertThat(model.getModelElementsByType(SequenceFlow.class))
                .extracting(SequenceFlow::getId)
                .allMatch(drawn::contains);
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_service_task_is_a_delegate_behind_a_save_point(Path file) {
        assertThat(model(file).getModelElementsByType(ServiceTask.class)).allSatisfy(task -> {
            assertThat(beanType(task.getCamundaDelegateExpression())).isAssignableTo(JavaDelegate.class);
            // The engine ignores a save point on a compensation handler.
            assertThat(task.isCamundaAsyncBefore()).as(task.getId()).isEqualTo(!task.isForCompensation());
        });
        assertThat(model(file).getModelElementsByType(CamundaExecutionListener.class))
                .allSatisfy(listener -> assertThat(beanType(listener.getCamundaDelegateExpression()))
                        .isAssignableTo(ExecutionListener.class));
        assertThat(model(file).getModelElementsByType(ScriptTask.class)).isEmpty();
    }

    /** Nobody waits in silence: each task has a row of the table, and where the table tells nobody, its model does. */
    @ParameterizedTest
    @MethodSource("models")
    void every_user_task_has_a_clock_a_voice_and_a_way_out(Path file) {
        BpmnModelInstance model = model(file);
        LocalDate today = LocalDate.of(2027, 1, 1);
        assertThat(model.getModelElementsByType(UserTask.class)).allSatisfy(task -> {
            TaskDeadline row = deadlines.of(task.getId(), today);
            Set<FlowElement> itself = new HashSet<>(Set.of(task));
            if (task.getParentElement() instanceof SubProcess around) {
                itself.add(around);
            }
            List<TimerEventDefinition> timers = model.getModelElementsByType(BoundaryEvent.class).stream()
                    .filter(event -> itself.contains(event.getAttachedTo()))
                    .flatMap(event -> event.getChildElementsByType(TimerEventDefinition.class).stream())
                    .toList();
            assertThat(row.isSetByModel())
                    .as("%s: its model sets a date, or the table does", task.getId())
                    .isEqualTo(task.getCamundaDueDate() != null || !timers.isEmpty());
            assertThat(row.told().isEmpty() && timers.isEmpty())
                    .as("%s: nobody is told when nobody does it", task.getId())
                    .isFalse();
            assertThat(row.remind() == 0 && timers.isEmpty())
                    .as("%s: nobody is reminded of it", task.getId())
                    .isFalse();
            if (row.wayOut() == TaskDeadline.WayOut.CLOSED_BY_TIME) {
                assertThat(model.getModelElementsByType(BoundaryEvent.class))
                        .as("%s: something closes it", task.getId())
                        .anyMatch(event -> itself.contains(event.getAttachedTo())
                                && event.cancelActivity()
                                && !event.getChildElementsByType(TimerEventDefinition.class)
                                        .isEmpty());
            }
        });
    }

    /**
     * What the head of a form says of a timer is written down beside the model's step that follows it: a model in which another
     * step follows, or a timer that is drawn anew, wants another sentence.
     */
    @Test
    void what_a_form_says_of_time_is_what_the_timers_of_its_model_do() {
        Map<String, String> ends = new TreeMap<>();
        Map<String, String> tells = new TreeMap<>();
        Set<String> closed = new TreeSet<>();
        for (Path file : models()) {
            for (BoundaryEvent event : model(file).getModelElementsByType(BoundaryEvent.class)) {
                if (event.getChildElementsByType(TimerEventDefinition.class).isEmpty()) {
                    continue;
                }
                Activity attachedTo = event.getAttachedTo();
                assertThat(attachedTo)
                        .as("%s: the form service looks for timers within one process", event.getId())
                        .isNotInstanceOf(CallActivity.class);
                Map<String, String> sentences = event.cancelActivity() ? ends : tells;
                assertThat(sentences.put(
                                event.getId(),
                                event.getSucceedingNodes().singleResult().getId()))
                        .as("another timer is called %s, and one sentence cannot be of both", event.getId())
                        .isNull();
                if (event.cancelActivity()) {
                    closed.addAll(
                            attachedTo instanceof UserTask
                                    ? Set.of(attachedTo.getId())
                                    : attachedTo.getChildElementsByType(UserTask.class).stream()
                                            .map(UserTask::getId)
                                            .toList());
                }
            }
        }
        Set<String> heads = Collections.list(
                        ResourceBundle.getBundle("messages/head", Locale.ROOT).getKeys())
                .stream()
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(after("head.ends.", heads)).isEqualTo(ends.keySet());
        assertThat(after("head.tells.", heads)).isEqualTo(tells.keySet());
        assertThat(ends)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "boundaryEvent_deadline", "serviceTask_closeAnswer",
                        "boundaryEvent_withdrawalNotedByTime", "serviceTask_noteWithdrawal",
                        "boundaryEvent_lastCallOver", "serviceTask_keepAboard",
                        "boundaryEvent_claimsClosed", "serviceTask_closeClaims",
                        "boundaryEvent_paymentsEnd", "userTask_decidePayment",
                        "boundaryEvent_answerGivenUp", "serviceTask_goOnWithoutAnswer",
                        "boundaryEvent_formalReportGivenUp", "serviceTask_goOnWithoutReport"));
        assertThat(tells.values()).allMatch(step -> step.matches("serviceTask_(remind|tell)[A-Z]\\w*"));

        LocalDate today = LocalDate.of(2027, 1, 1);
        Set<String> dated = new TreeSet<>();
        for (TaskForm form : taskForms) {
            TaskDeadline row = deadlines.of(form.task(), today);
            if (row.isSetByModel()) {
                dated.add(form.task());
            }
            assertThat(Set.of(TaskDeadline.WayOut.CLOSED_BY_TIME, TaskDeadline.WayOut.MANAGER_DECIDES)
                            .contains(row.wayOut()))
                    .as("%s: nothing happens by itself, unless a timer ends it", form.task())
                    .isEqualTo(closed.contains(form.task()));
        }
        assertThat(after("head.from.", heads))
                .as("where a date comes from that the table does not set")
                .isEqualTo(dated);
    }

    private static Set<String> after(String start, Set<String> keys) {
        return keys.stream()
                .filter(key -> key.startsWith(start))
                .map(key -> key.substring(start.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void the_table_of_deadlines_names_no_task_that_is_not_there_and_tells_nobody_of_what_is_confidential()
            throws IOException {
        String table = Files.readString(MODELS.resolve("deadlines.dmn"));
        Set<String> named = new TreeSet<>();
        Matcher task = Pattern.compile("\"(userTask_[A-Za-z]+)\"").matcher(table);
        while (task.find()) {
            assertThat(named.add(task.group(1)))
                    .as("%s stands once", task.group(1))
                    .isTrue();
        }

        assertThat(named)
                .isEqualTo(models().stream()
                        .flatMap(file -> model(file).getModelElementsByType(UserTask.class).stream())
                        .map(UserTask::getId)
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(taskForms)
                .filteredOn(TaskForm::isConfidential)
                .isNotEmpty()
                .allSatisfy(form -> assertThat(deadlines
                                .of(form.task(), LocalDate.of(2027, 1, 1))
                                .told())
                        .as(form.task())
                        .isEmpty());
    }

    @Test
    void every_delegate_and_listener_is_used_by_some_model() {
        Set<String> used = new TreeSet<>();
        for (Path file : models()) {
            Matcher matcher =
                    Pattern.compile("elegateExpression=\"\\$\\{([A-Za-z]+)}").matcher(read(file));
            while (matcher.find()) {
                used.add(matcher.group(1));
            }
        }
        List<String> ours = Stream.of(
                        beans.getBeanNamesForType(JavaDelegate.class),
                        beans.getBeanNamesForType(ExecutionListener.class))
                .flatMap(Stream::of)
                .filter(name -> beans.getType(name) != null
                        && beans.getType(name).getPackageName().startsWith("org.jointflights"))
                .toList();
        assertThat(used).containsAll(ours);
    }

    @Test
    void every_step_that_reminds_somebody_has_a_reminder_of_its_name_and_the_reverse() {
        Set<String> steps = models().stream()
                .flatMap(file -> model(file).getModelElementsByType(ServiceTask.class).stream())
                .filter(task -> "${remindDelegate}".equals(task.getCamundaDelegateExpression()))
                .map(task -> task.getId().replace("serviceTask_", ""))
                .collect(Collectors.toSet());

        assertThat(steps).containsExactlyInAnyOrder(beans.getBeanNamesForType(Reminder.class));
    }

    @ParameterizedTest
    @MethodSource("models")
    void repeated_steps_ask_a_model_bean(Path file) {
        assertThat(model(file).getModelElementsByType(MultiInstanceLoopCharacteristics.class))
                .allSatisfy(loop -> {
                    Matcher call = BEAN_CALL.matcher(loop.getCamundaCollection());
                    assertThat(call.matches()).as(loop.getCamundaCollection()).isTrue();
                    Class<?> type = beans.getType(call.group(1));
                    assertThat(type).isAssignableTo(ModelBean.class);
                    assertThat(Stream.of(type.getMethods()).map(method -> method.getName()))
                            .contains(call.group(2));
                    assertThat(Modifier.isPublic(type.getModifiers()))
                            .as("%s is public", type)
                            .isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_user_task_has_a_form_a_group_and_code(Path file) {
        Map<String, TaskForm> byTask = byTask();
        assertThat(model(file).getModelElementsByType(UserTask.class)).allSatisfy(task -> {
            assertThat(byTask).as("code of " + task.getId()).containsKey(task.getId());
            assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNotBlank();
            assertThat(task.getCamundaCandidateUsers()).isNull();
            assertThat(task.getCamundaAssignee()).isNull();
            assertThat(FORMS.resolve(formOf(task) + ".form")).exists();
            assertThat(task.getAttributeValueNs(CAMUNDA, "formRefBinding")).isEqualTo("deployment");
        });
    }

    @Test
    void every_task_form_belongs_to_a_user_task() {
        Set<String> drawn = models().stream()
                .flatMap(file -> model(file).getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getId)
                .collect(Collectors.toSet());
        assertThat(taskForms).extracting(TaskForm::task).doesNotHaveDuplicates().allMatch(drawn::contains);
    }

    @Test
    void every_form_asks_and_shows_what_its_code_declares() {
        Map<String, TaskForm> byTask = byTask();
        for (Path file : models()) {
            for (UserTask task : model(file).getModelElementsByType(UserTask.class)) {
                TaskForm code = byTask.get(task.getId());
                Form form = form(FORMS.resolve(formOf(task) + ".form"));
                assertThat(form.fields()).as("fields of " + task.getId()).isEqualTo(new TreeSet<>(code.fields()));
                assertThat(form.shows())
                        .as("by when, and what if not: " + task.getId())
                        .contains(FOUND_OUT_AT_OPENING);
                form.shows().remove(FOUND_OUT_AT_OPENING);
                assertThat(form.shows()).as("shown by " + task.getId()).isEqualTo(new TreeSet<>(code.shows()));
            }
        }
    }

    @Test
    void whoever_signs_reads_first_what_they_sign_in_a_part_that_no_typed_value_can_reach() {
        Map<String, TaskForm> signing = byTask();
        signing.values().removeIf(form -> form.computed().isEmpty());
        assertThat(signing.keySet())
                .containsExactlyInAnyOrder(
                        "userTask_acceptShare",
                        "userTask_signDecisionForFrontex",
                        "userTask_signDecisionForState",
                        "userTask_signPlan",
                        "userTask_confirmLegalBasis",
                        "userTask_giveRightsOpinion",
                        "userTask_signAsManager",
                        "userTask_giveGo",
                        "userTask_signStatement",
                        "userTask_decideDispute");
        for (Path file : models()) {
            for (UserTask task : model(file).getModelElementsByType(UserTask.class)) {
                TaskForm code = signing.get(task.getId());
                if (code != null) {
                    JsonNode first = parse(FORMS.resolve(formOf(task) + ".form"))
                            .path("components")
                            .path(0);
                    assertThat(first.path("type").asText()).isEqualTo("text");
                    assertThat(first.has("conditional")).as(task.getId()).isFalse();
                    assertThat(shownIn(first.path("text").asText()))
                            .as("shown first by " + task.getId())
                            .isEqualTo(new TreeSet<>(code.computed()))
                            .contains("reference");
                }
            }
        }
    }

    @Test
    void whoever_completes_a_task_prepares_what_is_signed_unless_they_only_answer_or_carry_it_out() {
        assertThat(taskForms)
                .filteredOn(form -> !form.prepares())
                .extracting(TaskForm::task)
                .containsExactlyInAnyOrder(
                        "userTask_acceptShare",
                        "userTask_signDecisionForFrontex",
                        "userTask_signDecisionForState",
                        "userTask_signPlan",
                        "userTask_confirmLegalBasis",
                        "userTask_giveRightsOpinion",
                        "userTask_signAsManager",
                        "userTask_giveGo",
                        "userTask_confirmGates",
                        "userTask_confirmBoarding",
                        "userTask_confirmStopover",
                        "userTask_answerLastCall",
                        "userTask_adviseOnResuming",
                        "userTask_resumeFlight",
                        "userTask_enterActualCost",
                        "userTask_certifyClaim",
                        "userTask_signStatement",
                        "userTask_decideDispute",
                        "userTask_deliverReport",
                        "userTask_assessIncident",
                        "userTask_reportFormally",
                        "userTask_concludeIncident",
                        "userTask_acknowledgeComplaint",
                        "userTask_decideAdmissibility",
                        "userTask_answerComplaint",
                        "userTask_closeComplaint",
                        "userTask_reviewRestraint");
        assertThat(preparing.prepares("userTask_acceptShare")).isFalse();
        assertThat(preparing.prepares("userTask_chooseCarrier")).isTrue();
        assertThat(preparing.prepares("userTask_ofAnotherModel"))
                .as("a task that nobody knows any more")
                .isTrue();
    }

    @Test
    void nothing_that_was_typed_can_become_a_computed_value() {
        assertThat(Stream.of(Computed.class.getMethods())
                        .filter(method -> Modifier.isStatic(method.getModifiers()))
                        .flatMap(method -> Stream.of(method.getParameterTypes())))
                .containsOnly(
                        Money.class,
                        Party.class,
                        OperationReference.class,
                        PlanVersion.class,
                        LeftOfYear.class,
                        Statement.class,
                        long.class);
        assertThat(Computed.class.getConstructors()).isEmpty();
    }

    /** Fields and rows hold values as they are, which the escape of shown texts has not seen. */
    @ParameterizedTest
    @MethodSource("forms")
    void markdown_shows_whole_texts_and_neither_fields_nor_rows_nor_expressions(Path file) {
        Set<String> raw = new TreeSet<>(form(file).fields());
        Set<String> shown = new TreeSet<>();
        walk(parse(file), component -> {
            String text = component.path("text").asText();
            shown.addAll(shownIn(text));
            assertThat(SHOWN.matcher(text).replaceAll("")).doesNotContain("{", "}");
            raw.add(component.path("dataSource").asText().replaceFirst("^=", ""));
            raw.add(component.path("valuesKey").asText());
            assertThat(component.path("type").asText())
                    .isIn("text", "table", "select", "textfield", "textarea", "number", "checkbox", "datetime");
            return null;
        });
        assertThat(shown).doesNotContainAnyElementsOf(raw);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void labels_and_descriptions_are_no_markdown_and_show_codes_alone(Path file) {
        walk(parse(file), component -> {
            assertThat(shownIn(component.path("label").asText()
                            + component.path("description").asText()))
                    .allMatch(name -> name.matches("rateCurrency|rateMonth|needsTold|gate[0-9]|title[0-9]"));
            return null;
        });
    }

    /** A label is shown as it is, so that a sign written as a number would be seen as one. */
    @ParameterizedTest
    @EnumSource(Gate.class)
    void the_title_of_a_gate_is_words_and_nothing_else(Gate gate) {
        assertThat(gate.title().in(Locale.ENGLISH)).matches("\\p{L}+((, |[ ’-])\\p{L}+)*");
        assertThat(gate.title().in(Locale.FRENCH)).matches("\\p{L}+((, |[ ’-])\\p{L}+)*");
    }

    @Test
    void what_has_several_lines_in_a_form_is_read_as_a_remark_and_all_else_as_one_line() throws IOException {
        Set<String> areas = new TreeSet<>();
        forms().forEach(file -> walk(parse(file), component -> {
            if (component.path("type").asText().equals("textarea")) {
                areas.add(component.path("key").asText().replaceFirst("[0-9]+$", ""));
            }
            return null;
        }));
        Set<String> remarks = new TreeSet<>();
        Set<String> lines = new TreeSet<>();
        Pattern read = Pattern.compile(
                "(?:(?<remark>r|optionalR)emark|(?:t|optionalT|shortT)ext)\\(\\s*\"(?<field>[A-Za-z]+)\"");
        try (Stream<Path> code = Files.walk(Path.of("src/main/java/org/jointflights/process"))) {
            code.filter(file -> file.toString().matches(".*(Task|Form|Fields|Answers?|Listener)\\.java"))
                    .forEach(file -> {
                        Matcher found = read.matcher(read(file));
                        while (found.find()) {
                            (found.group("remark") == null ? lines : remarks).add(found.group("field"));
                        }
                    });
        }
        assertThat(remarks).isEqualTo(areas);
        assertThat(lines)
                .contains("monitor", "carrier", "destination", "bankReference")
                .doesNotContainAnyElementsOf(areas);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_is_named_like_its_file_and_used(Path file) {
        String id = parse(file).get("id").asText();
        assertThat(file.getFileName()).hasToString(id + ".form");
        boolean used = models().stream().anyMatch(model -> read(model).contains("formRef=\"" + id + "\""));
        assertThat(used).as(id + " is used by a model").isTrue();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_has_no_component_that_tasklist_cannot_submit_and_no_ready_made_yes(Path file) {
        walk(parse(file), component -> {
            assertThat(component.path("type").asText()).isNotEqualTo("dynamiclist");
            if (component.path("type").asText().matches("select|radio|checkbox")) {
                assertThat(component.has("defaultValue"))
                        .as(component.path("key").asText())
                        .isFalse();
            }
            return null;
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void conditions_read_one_declared_flag_and_every_gateway_has_a_default(Path file) {
        BpmnModelInstance model = model(file);
        Set<String> declared = declaredVariables();
        assertThat(model.getModelElementsByType(ConditionExpression.class)).allSatisfy(condition -> {
            Matcher flag = FLAG.matcher(condition.getTextContent());
            assertThat(flag.matches()).as(condition.getTextContent()).isTrue();
            assertThat(declared).contains(flag.group(1));
        });
        assertThat(model.getModelElementsByType(ExclusiveGateway.class))
                .filteredOn(gateway -> gateway.getOutgoing().size() > 1)
                .allSatisfy(gateway -> {
                    assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
                    assertThat(gateway.getDefault())
                            .as("default of " + gateway.getId())
                            .isNotNull();
                    assertThat(gateway.getOutgoing())
                            .filteredOn(flow -> !flow.equals(gateway.getDefault()))
                            .allMatch(flow -> flow.getConditionExpression() != null);
                    assertThat(gateway.getOutgoing()).allMatch(flow -> flow.getName() != null);
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void deadlines_read_one_declared_variable(Path file) {
        Set<String> declared = declaredVariables();
        assertThat(model(file).getModelElementsByType(TimeDate.class)).allSatisfy(date -> {
            Matcher read = DEADLINE.matcher(date.getTextContent());
            assertThat(read.matches()).as(date.getTextContent()).isTrue();
            assertThat(declared).contains(read.group(1));
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_task_is_called_the_same_in_tasklist_and_on_our_pages(Path file) {
        assertThat(model(file).getModelElementsByType(UserTask.class))
                .allSatisfy(task -> assertThat(task.getName().replaceAll("\\s+", " "))
                        .isEqualTo(Sentence.of("step." + task.getId()).in(Locale.ENGLISH)));
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_step_that_people_wait_for_has_a_name_in_each_language(Path file) {
        assertThat(Stream.of(UserTask.class, IntermediateCatchEvent.class, CallActivity.class)
                        .flatMap(kind -> model(file).getModelElementsByType(kind).stream())
                        .map(step -> ((FlowElement) step).getId()))
                .isNotNull()
                .allSatisfy(step -> {
                    assertThat(Sentence.of("step." + step).in(Locale.ENGLISH)).isNotBlank();
                    assertThat(Sentence.of("step." + step).in(Locale.FRENCH)).isNotBlank();
                });
        assertThat(Sentence.of("step."
                                + model(file)
                                        .getModelElementsByType(Process.class)
                                        .iterator()
                                        .next()
                                        .getId())
                        .in(Locale.FRENCH))
                .isNotBlank();
    }

    /** Only these can wait for an administrator; the page of the system names them. */
    @ParameterizedTest
    @MethodSource("models")
    void every_step_that_can_fail_has_a_name_in_each_language_which_is_the_models_in_english(Path file) {
        assertThat(Stream.of(ServiceTask.class, BoundaryEvent.class)
                        .flatMap(kind -> model(file).getModelElementsByType(kind).stream())
                        .map(FlowNode.class::cast)
                        .filter(step -> step.isCamundaAsyncBefore()
                                || !step.getChildElementsByType(TimerEventDefinition.class)
                                        .isEmpty()))
                .isNotNull()
                .allSatisfy(step -> {
                    assertThat(Sentence.of("step." + step.getId()).in(Locale.ENGLISH))
                            .isEqualTo(step.getName().replaceAll("\\s+", " "));
                    assertThat(Sentence.of("step." + step.getId()).in(Locale.FRENCH))
                            .isNotBlank();
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void due_dates_of_tasks_read_one_declared_variable(Path file) {
        Set<String> declared = declaredVariables();
        assertThat(model(file).getModelElementsByType(UserTask.class))
                .filteredOn(task -> task.getCamundaDueDate() != null)
                .allSatisfy(task -> {
                    Matcher variable = FLAG.matcher(task.getCamundaDueDate());
                    assertThat(variable.matches()).as(task.getCamundaDueDate()).isTrue();
                    assertThat(declared).contains(variable.group(1));
                });
    }

    @ParameterizedTest
    @MethodSource("models")
    void errors_and_messages_are_constants_of_the_code(Path file) {
        Set<String> constants = constants();
        assertThat(model(file).getModelElementsByType(Error.class))
                .extracting(Error::getErrorCode)
                .allMatch(constants::contains);
        assertThat(model(file).getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .allMatch(constants::contains);
    }

    @ParameterizedTest
    @MethodSource("models")
    void called_processes_exist_and_map_their_variables_one_by_one(Path file) {
        Set<String> declared = declaredVariables();
        assertThat(model(file).getModelElementsByType(CallActivity.class)).allSatisfy(call -> {
            assertThat(MODELS.resolve(call.getCalledElement() + ".bpmn")).exists();
            assertThat(call.getCamundaCalledElementBinding()).isEqualTo("deployment");
            List<CamundaIn> in = call.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaIn.class)
                    .list();
            List<CamundaOut> out = call.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaOut.class)
                    .list();
            assertThat(in).noneMatch(mapping -> mapping.getCamundaVariables() != null);
            assertThat(out).noneMatch(mapping -> mapping.getCamundaVariables() != null);
            assertThat(in).anyMatch(mapping -> mapping.getCamundaBusinessKey() != null);
            assertThat(in)
                    .filteredOn(mapping -> mapping.getCamundaTarget() != null)
                    .extracting(CamundaIn::getCamundaTarget)
                    .allMatch(declared::contains);
            assertThat(out).extracting(CamundaOut::getCamundaSource).allMatch(declared::contains);
        });
        assertThat(model(file).getModelElementsByType(BusinessRuleTask.class)).allSatisfy(rule -> {
            assertThat(MODELS.resolve(rule.getCamundaDecisionRef() + ".dmn")).exists();
            assertThat(rule.getCamundaDecisionRefBinding()).isEqualTo("deployment");
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void no_error_ends_silently_and_every_path_ends_in_a_named_state(Path file) {
        assertThat(model(file).getModelElementsByType(EndEvent.class))
                .extracting(EndEvent::getName)
                .noneMatch(name -> name == null || name.isBlank());
        assertThat(model(file).getModelElementsByType(StartEvent.class)).isNotEmpty();
        assertThat(model(file).getModelElementsByType(Activity.class)).isNotEmpty();
    }

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private record Form(Set<String> fields, Set<String> shows) {}

    private static Form form(Path file) {
        Set<String> fields = new TreeSet<>();
        Set<String> shows = new TreeSet<>();
        walk(parse(file), component -> {
            String type = component.path("type").asText();
            if (component.has("key") && !type.equals("text") && !type.equals("table") && !type.equals("group")) {
                fields.add(component.get("key").asText());
            }
            if (component.has("dataSource")) {
                shows.add(component.get("dataSource").asText().substring(1));
            }
            if (component.has("valuesKey")) {
                shows.add(component.get("valuesKey").asText());
            }
            Matcher asked = IDENTIFIER.matcher(
                    component.path("conditional").path("hide").asText().replaceAll("\"[^\"]*\"", ""));
            while (asked.find()) {
                shows.add(asked.group());
            }
            for (String spoken : List.of("text", "label", "description")) {
                Matcher shown = SHOWN.matcher(component.path(spoken).asText());
                while (shown.find()) {
                    shows.add(shown.group(1));
                }
            }
            return null;
        });
        shows.removeAll(fields);
        shows.removeAll(Set.of("or", "and", "null", "count"));
        return new Form(fields, shows);
    }

    private static Set<String> shownIn(String text) {
        return SHOWN.matcher(text)
                .results()
                .map(shown -> shown.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void walk(JsonNode parent, Function<JsonNode, Void> visit) {
        for (JsonNode component : parent.path("components")) {
            visit.apply(component);
            walk(component, visit);
        }
    }

    private static String formOf(UserTask task) {
        String form = task.getAttributeValueNs(CAMUNDA, "formRef");
        return form == null ? fail(task.getId() + " has no form") : form;
    }

    private Map<String, TaskForm> byTask() {
        return taskForms.stream().collect(Collectors.toMap(TaskForm::task, Function.identity()));
    }

    private Class<?> beanType(String expression) {
        Matcher bean = BEAN.matcher(String.valueOf(expression));
        assertThat(bean.matches()).as(expression).isTrue();
        return beans.getType(bean.group(1));
    }

    /** The names of all {@link Variable} constants of the process packages. */
    private static Set<String> declaredVariables() {
        return constantsOf(Variable.class).stream()
                .map(variable -> ((Variable<?>) variable).name())
                .collect(Collectors.toSet());
    }

    private static Set<String> constants() {
        return constantsOf(String.class).stream().map(String.class::cast).collect(Collectors.toSet());
    }

    private static List<Object> constantsOf(Class<?> type) {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*(Process|Variables)")));
        List<Object> values = new ArrayList<>();
        try {
            for (BeanDefinition found : scan.findCandidateComponents("org.jointflights.process")) {
                for (Field field : Class.forName(found.getBeanClassName()).getDeclaredFields()) {
                    if (Modifier.isStatic(field.getModifiers()) && field.getType() == type) {
                        field.setAccessible(true);
                        values.add(field.get(null));
                    }
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }

    private static BpmnModelInstance model(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
