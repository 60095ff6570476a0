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

    long countMembers(String group);

    /** False for a wrong password, an unknown name, and for a while after too many wrong ones. */
    boolean isPassword(String id, String password);

    /** Makes the groups of a party, or those of no party, with their rights, as far as they are missing. */
    void addGroups(Role role, String group, String name);

    /** Throws {@link org.jointflights.domain.BadInput} if the id is taken or the password too weak. */
    void add(Person person, String password, Set<String> groups);
}
