package org.jointflights.process.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;

/** One process variable: its name, and how its value is written as a type that the engine stores natively. */
public final class Variable<T> {

    private final String name;
    private final Function<T, Object> write;
    private final Function<Object, T> read;

    private Variable(String name, Function<T, Object> write, Function<Object, T> read) {
        this.name = name;
        this.write = write;
        this.read = read;
    }

    public static Variable<String> text(String name) {
        return new Variable<>(name, text -> text, String.class::cast);
    }

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, flag -> flag, Boolean.class::cast);
    }

    public static Variable<Long> number(String name) {
        return new Variable<>(name, number -> number, value -> ((Number) value).longValue());
    }

    /** The same variable seen as another type. */
    public <U> Variable<U> as(Function<U, T> down, Function<T, U> up) {
        return new Variable<>(name, down.andThen(write), read.andThen(up));
    }

    public String name() {
        return name;
    }

    /** Throws {@link IllegalStateException} with the variable's name if it is not set. */
    public T from(VariableScope scope) {
        return find(scope).orElseThrow(() -> new IllegalStateException("process variable '" + name + "' is not set"));
    }

    public Optional<T> find(VariableScope scope) {
        return Optional.ofNullable(scope.getVariable(name)).map(read);
    }

    /** Among the variables of a process, by their names. */
    public Optional<T> in(Map<String, Object> variables) {
        return Optional.ofNullable(variables.get(name)).map(read);
    }

    public void set(VariableScope scope, T value) {
        scope.setVariable(name, write.apply(value));
    }

    /** The value as the engine stores it, for messages and starts. */
    public Object stored(T value) {
        return write.apply(value);
    }
}
