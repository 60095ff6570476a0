package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.security.HttpUser.ENGINE;

import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CVE-2026-109432: whoever could ask for tasks could have the server run a program. */
@OverHttp
class ProgramsThroughExpressionsTest {

    /** {@code exec} in the report; here it touches a class of the test. */
    private static final String PROGRAM =
            "${''.getClass().forName('org.jointflights.security.Touched').getMethod('touch').invoke(null)}";

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private TasklistUsers users;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void a_task_waits() {
        users.open();
        new SomeFlights(users).proposed();
        Touched.once();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/task/count | {'orQueries':[{'dueAfterExpression':'%s'}]}",
                "/task | {'orQueries':[{'dueAfterExpression':'%s'}]}",
                "/task | {'orQueries':[{},{'orQueries':[{'assigneeExpression':'%s'}]}]}",
                "/task | {'orQueries':[{'taskOwnerExpression':'%s'}]}",
                "/task | {'assigneeExpression':'%s'}",
                "/task | {'\\u0061ssigneeExpressio\\u006e':'%s'}",
                "/task | {'orQueries':[{'due\\u0041fterExpression':'%s'}]}",
                "/task | {'orQueries':[{'DUEAFTEREXPRESSION':'%s'}]}",
                "/task | {'orQueries':[{'dueAfter_expression ':'%s'}]}",
                "/task | {'orQueries':[],'orQueries':[{'dueAfterExpression':'%s'}]}",
                "/task | {'taskVariables':[{'name':'x','operator':'eq','value':{'dueAfterExpression':'%s'}}]}",
                "/task?assigneeExpression=x | {}",
                "/filter/{filter}/list | {'orQueries':[{'dueAfterExpression':'%s'}]}",
                "/filter/{filter}/count | {'orQueries':[{'dueAfterExpression':'%s'}]}",
            })
    void no_json_reaches_the_engine_with_a_name_that_ends_in_expression(String path, String body) {
        HttpUser visitor = HttpUser.signedIn(port, "gbcoordinator");
        String filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterNameLike("To claim: United Kingdom, coordinator")
                .singleResult()
                .getId();

        HttpResponse<String> answer = visitor.send(
                "POST",
                ENGINE + path.replace("{filter}", filter),
                body.replace("'%s'", "\"" + PROGRAM + "\"").replace('\'', '"').replace("\"\"", "''"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Touched.once()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json;charset=UTF-16, UTF-16",
        "application/json, UTF-16LE",
        "application/json, UTF-32BE",
        "application/json;charset=ISO-8859-1, ISO-8859-1",
        "text/plain, UTF-8",
        "application/xml, UTF-8",
        "application/octet-stream, UTF-8",
        "'', UTF-8",
        "application/hal+json, UTF-8",
        "application/json;charset=nonsense, UTF-8",
    })
    void nor_in_another_encoding_or_under_another_type(String type, String encoding) {
        HttpUser visitor = HttpUser.signedIn(port, "gbcoordinator");
        String body = "{\"orQueries\":[{\"dueAfterExpression\":\"" + PROGRAM + "\"}]}";

        HttpResponse<String> answer =
                visitor.sendBytes("POST", ENGINE + "/task/count", type, body.getBytes(Charset.forName(encoding)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Touched.once()).isFalse();
    }

    @Test
    void a_filter_that_is_stored_with_an_expression_computes_nothing() {
        Filter filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterNameLike("To claim: United Kingdom, coordinator")
                .singleResult();
        String before = ((FilterEntity) filter).getQueryInternal();
        rewrite(filter, "{\"orQueries\":[{\"dueAfterExpression\":\"" + PROGRAM + "\"}]}");
        HttpUser visitor = HttpUser.signedIn(port, "gbcoordinator");

        HttpResponse<String> answer = visitor.send("POST", ENGINE + "/filter/" + filter.getId() + "/list", "{}");
        rewrite(filter, before);

        assertThat(answer.statusCode()).isNotEqualTo(200);
        assertThat(Touched.once()).isFalse();
    }

    private void rewrite(Filter filter, String query) {
        database.sql("update act_ru_filter set query_ = ? where id_ = ?")
                .params(query, filter.getId())
                .update();
    }

    /** Behind the filter: the engine itself gives expressions no reflection, whoever asks. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                PROGRAM,
                "${''.getClass()}",
                "${''.class.name}",
                "${execution.getProcessEngineServices()}",
                "${accounts.getClass()}",
                "${accounts.class}",
                "${accounts.hashCode()}",
                "${dateTime().toDate().getClass()}",
                "${true.getClass()}",
                "${jdbcTemplate.execute('drop table flight')}",
                "${addPartiesAndPeople.addSharedGroups()}",
                "${exampleUsers.as('admin', null)}",
                "${settlementDelegates.closeAccountsDelegate(null)}",
                "${closeAccountsDelegate.execute(null)}",
                "${environment.getProperty('spring.datasource.password')}",
            })
    void the_engines_resolver_knows_no_reflection_and_no_bean_but_those_of_the_models(String expression) {
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .dueAfterExpression(expression)
                        .endOr()
                        .count())
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("expression");
        assertThat(Touched.once()).isFalse();
    }

    /** Not even to hand it on: only delegates, listeners and model beans have names there. */
    @ParameterizedTest
    @ValueSource(strings = {"exampleUsers", "settlementDelegates", "userTaskGuard", "jdbcTemplate", "environment"})
    void the_name_of_another_bean_means_nothing_to_an_expression(String bean) {
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .dueAfterExpression("${" + bean + "}")
                        .endOr()
                        .count())
                .isInstanceOf(ProcessEngineException.class)
                .hasRootCauseMessage("Cannot resolve identifier '" + bean + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {PROGRAM, "${execution.setVariable('a', 1)}", "${task.class}"})
    void not_even_for_a_model_that_an_attacker_deployed(String expression) {
        String model = new String(
                ("<?xml version='1.0' encoding='UTF-8'?><definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'"
                                + " xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'>"
                                + "<process id='intruder' isExecutable='true' camunda:historyTimeToLive='P1D'>"
                                + "<startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='t'/>"
                                + "<serviceTask id='t' camunda:expression=\"" + expression
                                + "\"/></process></definitions>")
                        .getBytes(StandardCharsets.UTF_8),
                StandardCharsets.UTF_8);
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .addString("intruder.bpmn", model)
                .deploy()
                .getId();

        assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceByKey("intruder"))
                .isInstanceOf(ProcessEngineException.class);

        engine.getRepositoryService().deleteDeployment(deployment, true);
        assertThat(Touched.once()).isFalse();
    }
}
