package org.jointflights.application.people;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointflights.domain.Actor;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;

/** Who may sign in, and which groups they belong to. Rights are asked for by whoever calls. */
public interface People {

    /** Somebody who may sign in, or could once. */
    Optional<Person> find(String id);

    /** Everybody who may sign in, by sign-in name. */
    List<Person> all();

    /** First and last name; the sign-in name itself where nobody is known by it any more. */
    default String nameOf(String id) {
        return find(id).map(Person::name).orElse(id);
    }

    /** The name of who did something, for whomever they did it ({@link Actor}): “Anna for Bernard”. */
    default Worded named(String actor) {
        String name = nameOf(Actor.account(actor));
        return Actor.absent(actor)
                .<Worded>map(absent -> Sentence.of("people.absence.for", name, nameOf(absent)))
                .orElse(language -> name);
    }

    /** The names of several by sign-in name, each as {@link #nameOf} says it. */
    default Map<String, String> namesOf(Collection<String> ids) {
        return ids.stream().distinct().collect(Collectors.toMap(Function.identity(), this::nameOf));
    }

    /** In which the person may act now: those of whomever they act for, or else their own. */
    Set<String> groupsOf(String id);

    /** Those that the person belongs to, whomever they act for. */
    default Set<String> ownGroupsOf(String id) {
        return groupsOf(id);
    }

    /** By sign-in name. */
    List<Person> membersOf(String group);

    /** Groups to which nobody belongs, in their order. */
    List<String> emptyGroups();

    /** How many people belong to each group, in the order of the groups; those to which nobody does, too. */
    SortedMap<String, Integer> sizes();

    /** Those, and whoever may act for one of them now. */
    default List<Person> actingMembersOf(String group) {
        return membersOf(group);
    }

    /**
     * False for a wrong password and for an unknown name, at the same cost. Throws
     * {@link org.jointflights.domain.TooOften} while a request has to wait after too many wrong ones.
     */
    boolean isPassword(String id, String password);

    PasswordState passwordOf(String id);

    /** Whether the password is hard enough to guess for that person. */
    boolean isStrong(Person person, String password);

    /** Has the database say who started with its people last. */
    void startedBy(Origin origin);

    /** Tells two passwords of a person apart, and nothing else about them; nothing where nobody has that name. */
    Optional<String> passwordMark(String id);

    /** A group, what its members do, and what it is called. */
    record NewGroup(Role role, String group, Worded name) {}

    /** Makes these groups with their rights, as far as they are missing; what is there is read once for all of them. */
    void addGroups(Collection<NewGroup> groups);

    /** Makes the one group with its rights, as far as they are missing. */
    default void addGroups(Role role, String group, Worded name) {
        addGroups(List.of(new NewGroup(role, group, name)));
    }

    /** Throws {@link org.jointflights.domain.BadInput} if the id is taken or the password too weak. */
    void add(Person person, String password, Set<String> groups);

    void join(String id, String group);

    void leave(String id, String group);

    /**
     * Sets the password, ends the sessions that began with an earlier one, and lets a locked person try again. A one-time
     * password is changed before anything else is done. Throws {@link org.jointflights.domain.BadInput} if it is too weak.
     */
    void setPassword(Person person, String password, boolean oneTime);

    /** The person with another mail address. */
    void setMail(Person person);

    /** Takes groups, password and mail address away for good; the name is kept, and goes to nobody else. */
    void remove(Person person, Instant at);
}
