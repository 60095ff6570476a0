package org.jointflights.application.example;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.desk.DeskTasks;
import org.jointflights.application.people.ExamplePeople;
import org.jointflights.application.people.ExamplePeople.Place;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who may sign in and with what, where that is no secret: first those for whom something waits. */
@Component
@Profile("example")
public class ShowSignInHint {

    private static final Party SHOWN = new Party("FR");

    /** Nothing waits for them as a rule: their first page shows what they watch over. */
    private static final List<Role> WATCHING = List.of(Role.MANAGER, Role.AUDITOR, Role.ADMINISTRATOR);

    private final DeskTasks tasks;

    ShowSignInHint(DeskTasks tasks) {
        this.tasks = tasks;
    }

    /** The one password of the example. */
    public String password() {
        return ExamplePeople.PASSWORD;
    }

    /** The names of one state's people and of those of no state; the other states' differ in the first two letters. */
    public List<String> names() {
        return ExamplePeople.read().stream()
                .filter(place -> place.party() == null || SHOWN.equals(place.party()))
                .map(Place::members)
                .flatMap(List::stream)
                .map(member -> member.person().id())
                .toList();
    }

    /** Somebody of each role for whom a task waits at this moment, if possible of one state; empty where nothing waits. */
    public List<String> waitedFor() {
        Set<String> groups = tasks.groupsWaitedFor();
        List<String> names = new ArrayList<>();
        for (Role role : Role.values()) {
            people(role)
                    .filter(one -> groups.contains(one.group()))
                    .min(Comparator.comparing(one -> !SHOWN.equals(one.party())))
                    .ifPresent(one -> names.add(one.name()));
        }
        return names;
    }

    /** Those who watch over all flights, the accounts and the application, as far as no task waits for them. */
    public List<String> watching() {
        Set<String> groups = tasks.groupsWaitedFor();
        return WATCHING.stream()
                .filter(role -> !groups.contains(role.group()))
                .map(role -> people(role).findFirst())
                .flatMap(Optional::stream)
                .map(Somebody::name)
                .toList();
    }

    private record Somebody(
            String name, String group, @Nullable Party party) {}

    private static Stream<Somebody> people(Role role) {
        return ExamplePeople.read().stream()
                .flatMap(place -> place.members().stream()
                        .filter(member -> member.role() == role)
                        .map(member -> new Somebody(member.person().id(), group(role, place.party()), place.party())));
    }

    private static String group(Role role, @Nullable Party party) {
        return party == null ? role.group() : role.groupOf(party);
    }
}
