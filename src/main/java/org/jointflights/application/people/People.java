package org.jointflights.application.people;

import java.util.Optional;
import java.util.Set;

/** Who may sign in, and which groups they belong to. */
public interface People {

    Optional<Person> find(String id);

    /** First and last name; the sign-in name itself where nobody is known by it any more. */
    default String nameOf(String id) {
        return find(id).map(Person::name).orElse(id);
    }

    Set<String> groupsOf(String id);

    boolean hasMembers(String group);

    /**
     * False for a wrong password and for an unknown name, at the same cost. Throws
     * {@link org.jointflights.domain.TooOften} while a request has to wait after too many wrong ones.
     */
    boolean isPassword(String id, String password);

    /** Tells two passwords of a person apart, and nothing else about them; nothing where nobody has that name. */
    Optional<String> passwordMark(String id);

    /** Throws {@link org.jointflights.domain.Unknown} where nobody has that name. */
    void setPassword(String id, String password);

    /** Makes the groups of a party, or those of no party, with their rights, as far as they are missing. */
    void addGroups(Role role, String group, String name);

    /** Throws {@link org.jointflights.domain.BadInput} if the id is taken or the password too weak. */
    void add(Person person, String password, Set<String> groups);
}
