package org.jointflights.benchmarks.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jointflights.benchmarks.engine.Facts.Answer;
import org.jointflights.benchmarks.engine.Facts.Key;
import org.jointflights.benchmarks.engine.Facts.Written;
import org.jointflights.process.engine.FormFacts;
import org.jointflights.process.engine.ModelBean;
import org.jointflights.process.engine.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Notes, while one flight is played on ours, what people and jobs do and what our beans answer to the models. Otherwise it
 * passes everything on.
 */
final class Recorder implements BeanPostProcessor {

    private static final Set<String> WRITES = Set.of("setVariable", "setVariableLocal");

    private final List<Step> script = new ArrayList<>();
    private final Facts facts = new Facts();
    private boolean recording;

    void record(Runnable flight) {
        recording = true;
        try {
            flight.run();
        } finally {
            recording = false;
        }
    }

    List<Step> script() {
        return List.copyOf(script);
    }

    Facts facts() {
        return facts;
    }

    /** Puts the gap into all that was noted. */
    void leaveGapFor(String reference) {
        script.replaceAll(step -> step instanceof Step.Completed done
                ? new Step.Completed(done.user(), done.groups(), done.place(), withGap(done.typed(), reference))
                : step);
        facts.leaveGapFor(reference);
    }

    private static Map<String, Object> withGap(Map<String, Object> typed, String reference) {
        Map<String, Object> fields = new HashMap<>(typed);
        fields.replaceAll((name, value) -> Facts.withGap(value, reference));
        return fields;
    }

    void passed(Instant until) {
        script.add(new Step.Passed(until));
    }

    /** The form service, whose user is noted. */
    FormService noting(FormService forms, Engine engine) {
        return proxy(FormService.class, (proxy, method, arguments) -> {
            if (method.getName().equals("submitStartForm")) {
                Authentication user = engine.services().getIdentityService().getCurrentAuthentication();
                script.add(new Step.Started(user.getUserId(), user.getGroupIds(), typed(arguments[1])));
            } else if (method.getName().equals("submitTaskForm")) {
                Authentication user = engine.services().getIdentityService().getCurrentAuthentication();
                engine.services().getIdentityService().clearAuthentication();
                Place place = engine.placeOf(engine.services()
                        .getTaskService()
                        .createTaskQuery()
                        .taskId((String) arguments[0])
                        .singleResult());
                engine.services().getIdentityService().setAuthentication(user.getUserId(), user.getGroupIds());
                script.add(new Step.Completed(user.getUserId(), user.getGroupIds(), place, typed(arguments[1])));
            }
            return call(forms, method, arguments);
        });
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> typed(Object fields) {
        return new HashMap<>((Map<String, Object>) fields);
    }

    ManagementService noting(ManagementService management, Engine engine) {
        return proxy(ManagementService.class, (proxy, method, arguments) -> {
            if (method.getName().equals("executeJob")) {
                script.add(new Step.Executed(engine.placeOf(management
                        .createJobQuery()
                        .jobId((String) arguments[0])
                        .singleResult())));
            }
            return call(management, method, arguments);
        });
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof DataSource source) {
            return new CountedStatements(source);
        }
        if (bean instanceof JavaDelegate delegate) {
            facts.bean(name, JavaDelegate.class);
            return (JavaDelegate) execution -> delegated(delegate, name, execution);
        }
        if (bean instanceof ExecutionListener listener) {
            facts.bean(name, ExecutionListener.class);
            return (ExecutionListener) execution -> listened(listener, name, execution);
        }
        if (bean instanceof ModelBean) {
            facts.bean(name, bean.getClass());
            return asked(bean, name);
        }
        if (bean instanceof TaskForm form) {
            return new FormFacts(form, this::completed);
        }
        return bean;
    }

    private void delegated(JavaDelegate delegate, String name, DelegateExecution execution) throws Exception {
        if (!recording) {
            delegate.execute(execution);
            return;
        }
        List<Written> written = new ArrayList<>();
        String error = null;
        try {
            delegate.execute(noting(DelegateExecution.class, execution, written));
        } catch (BpmnError thrown) {
            error = thrown.getErrorCode();
            throw thrown;
        } finally {
            note(name, execution.getCurrentActivityId(), new Answer(written, null, error));
        }
    }

    private void listened(ExecutionListener listener, String name, DelegateExecution execution) throws Exception {
        if (!recording) {
            listener.notify(execution);
            return;
        }
        List<Written> written = new ArrayList<>();
        listener.notify(noting(DelegateExecution.class, execution, written));
        note(name, execution.getCurrentActivityId(), new Answer(written, null, null));
    }

    private DelegateTask completed(DelegateTask task) {
        if (!recording) {
            return task;
        }
        List<Written> written = new ArrayList<>();
        note("form", task.getTaskDefinitionKey(), new Answer(written, null, null));
        DelegateExecution execution = noting(DelegateExecution.class, task.getExecution(), written);
        return proxy(DelegateTask.class, (proxy, method, arguments) -> {
            if (WRITES.contains(method.getName())) {
                throw new IllegalStateException("a form writes to its task, which is not foreseen here");
            }
            return method.getName().equals("getExecution") ? execution : call(task, method, arguments);
        });
    }

    private Object asked(Object bean, String name) {
        ProxyFactory factory = new ProxyFactory(bean);
        factory.setProxyTargetClass(true);
        factory.addAdvice((MethodInterceptor) call -> {
            Object answer = call.proceed();
            if (recording) {
                note(name, call.getMethod().getName(), new Answer(List.of(), answer, null));
            }
            return answer;
        });
        return factory.getProxy(Recorder.class.getClassLoader());
    }

    private void note(String bean, String at, Answer answer) {
        facts.note(new Key(script.size() - 1, bean, at), answer);
    }

    private static <T> T noting(Class<T> type, T scope, List<Written> written) {
        return proxy(type, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("setVariable")) {
                if (!WRITES.contains(name) || arguments.length != 2) {
                    throw new IllegalStateException(name + " is not foreseen here");
                }
                written.add(new Written(name.endsWith("Local"), (String) arguments[0], arguments[1]));
            }
            return call(scope, method, arguments);
        });
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(Recorder.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
