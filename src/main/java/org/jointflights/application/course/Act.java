package org.jointflights.application.course;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What people may decide about a flight from its page. */
public enum Act {
    CLOSE_ANSWERS,
    CHANGE_PLAN,
    POSTPONE,
    WITHDRAW,
    SUSPEND,
    CANCEL;

    /** The fields that it asks for, in the order of the form. */
    public List<String> fields() {
        return switch (this) {
            case CLOSE_ANSWERS -> List.of();
            case CHANGE_PLAN -> List.of("embarkations", "destinations", "capacity", "reason");
            case POSTPONE -> List.of("departure", "reason");
            case WITHDRAW -> List.of("party", "reason");
            case SUSPEND -> List.of("reason");
            case CANCEL -> List.of("causedBy", "reason");
        };
    }

    /** The last part of its address: {@code change-plan}. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Act> ofPath(String path) {
        return Stream.of(values()).filter(act -> act.path().equals(path)).findFirst();
    }
}
