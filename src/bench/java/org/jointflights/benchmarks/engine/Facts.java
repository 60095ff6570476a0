package org.jointflights.benchmarks.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/**
 * What our beans answered to the models on one flight: which variables they wrote, in order, and what their methods returned.
 * The flight's reference stands in it as a gap.
 */
final class Facts {

    private static final String FLIGHT = "{flight}";

    /** A call: in which step of the flight, of which bean, from which activity or with which method. */
    record Key(int step, String bean, String at) {}

    /** A variable that was written, in the nearest scope that knows it or in the very one. */
    record Written(boolean local, String name, @Nullable Object value) {}

    /** What came of a call. */
    record Answer(List<Written> written, @Nullable Object returned, @Nullable String error) {}

    private final Map<Key, List<Answer>> answers = new LinkedHashMap<>();
    private final Map<String, Class<?>> beans = new HashMap<>();

    void note(Key key, Answer answer) {
        answers.computeIfAbsent(key, none -> new ArrayList<>()).add(answer);
    }

    /** A bean that models name. */
    void bean(String name, Class<?> type) {
        beans.put(name, type);
    }

    Map<String, Class<?>> beans() {
        return beans;
    }

    void leaveGapFor(String reference) {
        answers.replaceAll((key, all) -> all.stream()
                .map(answer -> new Answer(
                        answer.written().stream()
                                .map(one -> new Written(one.local(), one.name(), withGap(one.value(), reference)))
                                .toList(),
                        answer.returned(),
                        answer.error()))
                .toList());
    }

    /** Puts the gap where the reference stands. */
    static @Nullable Object withGap(@Nullable Object value, String reference) {
        return value instanceof String text ? text.replace(reference, FLIGHT) : value;
    }

    private static @Nullable Object filled(@Nullable Object value, String reference) {
        return value instanceof String text ? text.replace(FLIGHT, reference) : value;
    }

    static Map<String, Object> filled(Map<String, Object> typed, String reference) {
        Map<String, Object> fields = new HashMap<>(typed);
        fields.replaceAll((name, value) -> filled(value, reference));
        return fields;
    }

    /** The same answers once more, for one flight on the bare engine: each is given once. */
    Replayed replay(String reference) {
        return new Replayed(reference);
    }

    /** The names of all variables that are written in that step. */
    List<String> written(int step) {
        return answers.entrySet().stream()
                .filter(entry -> entry.getKey().step() == step)
                .flatMap(entry -> entry.getValue().stream())
                .flatMap(answer -> answer.written().stream())
                .map(Written::name)
                .toList();
    }

    final class Replayed {

        private final String reference;
        private final Map<Key, Deque<Answer>> left = new HashMap<>();
        private int step;

        private Replayed(String reference) {
            this.reference = reference;
            answers.forEach((key, all) -> left.put(key, new ArrayDeque<>(all)));
        }

        void at(int now) {
            step = now;
        }

        /** Writes what ours wrote there; throws what ours threw. */
        void write(String bean, String at, VariableScope scope) {
            Answer answer = next(bean, at);
            for (Written one : answer.written()) {
                Object value = filled(one.value(), reference);
                if (one.local()) {
                    scope.setVariableLocal(one.name(), value);
                } else {
                    scope.setVariable(one.name(), value);
                }
            }
            if (answer.error() != null) {
                throw new BpmnError(answer.error());
            }
        }

        /** Returns what ours returned there. */
        @Nullable Object returned(String bean, String method) {
            return next(bean, method).returned();
        }

        private Answer next(String bean, String at) {
            Deque<Answer> answer = left.get(new Key(step, bean, at));
            if (answer == null || answer.isEmpty()) {
                throw new IllegalStateException(
                        "in step %d the bare engine calls %s at %s, which ours did not".formatted(step, bean, at));
            }
            return answer.remove();
        }

        /** Throws unless every answer has been asked for. */
        void requireAllAsked() {
            left.values().removeIf(Deque::isEmpty);
            if (!left.isEmpty()) {
                throw new IllegalStateException("the bare engine did not ask for " + left.keySet());
            }
        }
    }
}
