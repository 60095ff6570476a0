package org.jointflights.benchmarks.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.EmptyTargetSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The engine alone, with the same models, people and rights, full history and authorization. The beans that the models name
 * do no work: they write the process variables that ours wrote in the same place. What people type it keeps as it comes
 * through the form; nothing checks it.
 */
final class Bare {

    private final Facts facts;
    private final Engine engine;
    private Facts.Replayed now;
    private int flights;

    Bare(Database database, Facts facts, ProcessEngine ours) throws Exception {
        this.facts = facts;
        this.now = facts.replay("");
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.user());
        pool.setPassword(database.password());
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(new CountedStatements(pool));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setAuthorizationEnabled(true);
        configuration.setJobExecutorActivate(false);
        // As Camunda's starter has it; the default of the engine alone asks the database for numbers from time to time.
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setBeans(beans());
        // The engine adds its own to them.
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                ((UserTaskActivityBehavior) activity.getActivityBehavior())
                        .getTaskDefinition()
                        .addTaskListener(
                                TaskListener.EVENTNAME_COMPLETE,
                                task -> now.write("form", task.getTaskDefinitionKey(), task.getExecution()));
            }
        })));
        ProcessEngine services = configuration.buildProcessEngine();
        engine = new Engine(services);
        deploy(services.getRepositoryService());
        copyPeople(ours.getIdentityService(), services.getIdentityService());
        copyRights(ours.getAuthorizationService(), services.getAuthorizationService());
    }

    private Map<Object, Object> beans() {
        Map<Object, Object> beans = new HashMap<>();
        facts.beans().forEach((name, type) -> beans.put(name, bean(name, type)));
        return beans;
    }

    private Object bean(String name, Class<?> type) {
        if (type == JavaDelegate.class) {
            return (JavaDelegate) execution -> now.write(name, execution.getCurrentActivityId(), execution);
        }
        if (type == ExecutionListener.class) {
            return (ExecutionListener) execution -> now.write(name, execution.getCurrentActivityId(), execution);
        }
        ProxyFactory factory = new ProxyFactory();
        factory.setTargetSource(EmptyTargetSource.forClass(type, true));
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) call -> now.returned(name, call.getMethod().getName()));
        return factory.getProxy(type.getClassLoader());
    }

    private static void deploy(RepositoryService models) throws Exception {
        DeploymentBuilder deployment = models.createDeployment().name("bare");
        PathMatchingResourcePatternResolver files = new PathMatchingResourcePatternResolver();
        for (String pattern : List.of("classpath*:bpmn/*.bpmn", "classpath*:bpmn/*.dmn", "classpath*:forms/*.form")) {
            for (Resource file : files.getResources(pattern)) {
                deployment.addInputStream(Objects.requireNonNull(file.getFilename()), file.getInputStream());
            }
        }
        deployment.deploy();
    }

    private static void copyPeople(IdentityService from, IdentityService to) {
        for (Group group : from.createGroupQuery().unlimitedList()) {
            to.saveGroup(to.newGroup(group.getId()));
        }
        for (User user : from.createUserQuery().unlimitedList()) {
            to.saveUser(to.newUser(user.getId()));
            from.createGroupQuery()
                    .groupMember(user.getId())
                    .unlimitedList()
                    .forEach(group -> to.createMembership(user.getId(), group.getId()));
        }
    }

    private static void copyRights(AuthorizationService from, AuthorizationService to) {
        to.createAuthorizationQuery().unlimitedList().forEach(own -> to.deleteAuthorization(own.getId()));
        for (Authorization right : from.createAuthorizationQuery().unlimitedList()) {
            Authorization copy = to.createNewAuthorization(right.getAuthorizationType());
            if (right.getGroupId() != null) {
                copy.setGroupId(right.getGroupId());
            } else {
                copy.setUserId(right.getUserId());
            }
            copy.setResourceType(right.getResourceType());
            copy.setResourceId(right.getResourceId());
            ((AuthorizationEntity) copy).setPermissions(((AuthorizationEntity) right).getPermissions());
            to.saveAuthorization(copy);
        }
    }

    /** As the engine's own task list submits forms: what is typed becomes process variables and stays in the history. */
    Side keepingWhatIsTyped() {
        return new Player(false);
    }

    /** The same, but nothing that is typed is stored. */
    Side forgettingWhatIsTyped() {
        return new Player(true);
    }

    private final class Player implements Side {

        private final boolean forgetting;
        private int step;

        private Player(boolean forgetting) {
            this.forgetting = forgetting;
        }

        @Override
        public String name() {
            return forgetting ? "bare, nothing typed is stored" : "bare";
        }

        @Override
        public Engine engine() {
            return engine;
        }

        @Override
        public void at(int number) {
            step = number;
            now.at(number);
        }

        @Override
        public String start(Map<String, Object> typed) {
            flights++;
            String reference = "JRO-2027-%04d".formatted(flights);
            now = facts.replay(reference);
            now.at(step);
            Map<String, Object> fields = kept(typed, facts.written(step));
            return engine.services()
                    .getFormService()
                    .submitStartForm(engine.startForm(), reference, fields)
                    .getBusinessKey();
        }

        @Override
        public Map<String, Object> typed(Step.Completed completed, String task, String reference) {
            return kept(Facts.filled(completed.typed(), reference), facts.written(step));
        }

        /** A field that has the name of a variable which is written in the same step becomes that variable in any case. */
        private Map<String, Object> kept(Map<String, Object> typed, List<String> written) {
            if (!forgetting) {
                return typed;
            }
            Map<String, Object> fields = new HashMap<>();
            typed.forEach((name, value) -> {
                if (!written.contains(name)) {
                    fields.put(name, Variables.untypedValue(value, true));
                }
            });
            return fields;
        }

        @Override
        public void ended() {
            now.requireAllAsked();
        }
    }

    void close() {
        engine.services().close();
    }
}
