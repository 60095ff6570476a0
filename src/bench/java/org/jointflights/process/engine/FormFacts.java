package org.jointflights.process.engine;

import java.lang.reflect.Field;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A task form that completes its task through whatever is put around it, so that one can note which facts it decides. */
public record FormFacts(TaskForm form, UnaryOperator<DelegateTask> around) implements TaskForm {

    @Override
    public String task() {
        return form.task();
    }

    @Override
    public Set<String> fields() {
        return form.fields();
    }

    @Override
    public Set<String> shows() {
        return form.shows();
    }

    @Override
    public Set<String> computed() {
        return form.computed();
    }

    @Override
    public void open(OpenTask task) {
        form.open(task);
    }

    @Override
    public void claimed(OpenTask task) {
        form.claimed(task);
    }

    @Override
    public void complete(CompletedTask task) {
        DelegateTask own = taskOf(task);
        DelegateTask wrapped = around.apply(own);
        form.complete(wrapped == own ? task : new CompletedTask(wrapped, form));
    }

    @Override
    public boolean prepares() {
        return form.prepares();
    }

    @Override
    public boolean isEndedByAct() {
        return form.isEndedByAct();
    }

    @Override
    public boolean worksWhileSuspended() {
        return form.worksWhileSuspended();
    }

    private static DelegateTask taskOf(CompletedTask completed) {
        try {
            Field task = CompletedTask.class.getDeclaredField("task");
            task.setAccessible(true);
            return (DelegateTask) task.get(completed);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
