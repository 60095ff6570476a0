package org.jointflights.process.system;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a step, told by the kinds of the exceptions in its stack trace alone: their messages may quote what
 * people typed. A name counts only if it is that of an exception which the program has.
 */
final class StepFault {

    private static final Pattern EXCEPTION = Pattern.compile("(?m)^(?:Caused by: )?([\\w.$]+)(?=[:\\s]|$)");

    private enum Cause {
        DATABASE("java\\.sql\\.|org\\.springframework\\.dao\\.|org\\.apache\\.ibatis\\."),
        TABLE("org\\.camunda\\.bpm\\.dmn\\."),
        EXPRESSION("org\\.camunda\\.bpm\\.impl\\.juel\\.|jakarta\\.el\\.");

        private final Pattern packages;

        Cause(String packages) {
            this.packages = Pattern.compile(packages);
        }

        /** Whether the exception or something that it extends comes from there. */
        boolean isOf(Class<?> exception) {
            return Stream.<Class<?>>iterate(exception, Objects::nonNull, Class::getSuperclass)
                    .anyMatch(type -> packages.matcher(type.getName()).lookingAt());
        }
    }

    private StepFault() {}

    static Sentence of(@Nullable String stackTrace) {
        List<Class<?>> exceptions = exceptions(stackTrace == null ? "" : stackTrace);
        if (exceptions.isEmpty()) {
            return Sentence.of("system.fault.UNKNOWN");
        }
        String kind = exceptions.get(exceptions.size() - 1).getSimpleName();
        if (exceptions.stream().anyMatch(Refusal.class::isAssignableFrom)) {
            return Sentence.of("system.fault.RULE", kind);
        }
        for (Cause cause : Cause.values()) {
            if (exceptions.stream().anyMatch(cause::isOf)) {
                return Sentence.of("system.fault." + cause, kind);
            }
        }
        return Sentence.of("system.fault.PROGRAM", kind);
    }

    private static List<Class<?>> exceptions(String stackTrace) {
        return EXCEPTION
                .matcher(stackTrace)
                .results()
                .map(StepFault::exception)
                .<Class<?>>flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Class<?>> exception(MatchResult line) {
        try {
            Class<?> named = Class.forName(line.group(1), false, StepFault.class.getClassLoader());
            return Throwable.class.isAssignableFrom(named) ? Optional.of(named) : Optional.empty();
        } catch (ClassNotFoundException | LinkageError noneOfOurs) {
            return Optional.empty();
        }
    }
}
