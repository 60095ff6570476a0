package org.jointflights.application.course;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Party;

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

    /**
     * The groups whose members decide it: what offers it and what checks it both ask here.
     *
     * @param party the organiser; of a withdrawal, the party that leaves
     */
    public Set<String> groups(Party party) {
        return switch (this) {
            case CLOSE_ANSWERS, CHANGE_PLAN, POSTPONE, WITHDRAW -> Set.of(Role.COORDINATOR.groupOf(party));
            case SUSPEND -> Set.of(Role.RIGHTS_OFFICER.group(), Role.EXECUTIVE.group());
            case CANCEL -> Set.of(Role.COORDINATOR.groupOf(party), Role.MANAGER.group(), Role.EXECUTIVE.group());
        };
    }

    boolean isFor(CurrentUser actor, Party party) {
        return groups(party).stream().anyMatch(actor::isIn);
    }

    /** The last part of its address, and its name in JSON: {@code change-plan}. */
    @JsonValue
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Act> ofPath(String path) {
        return Stream.of(values()).filter(act -> act.path().equals(path)).findFirst();
    }
}
