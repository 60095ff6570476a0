package org.jointflights.application.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/** What a person does for a flight. Roles of a party have one group per party, the others one group for all. */
public enum Role {
    COORDINATOR("coordinator", true, 1),
    FINANCE("finance", true, 2),
    LEGAL("legal", true, 2),
    DOCTOR("doctor", true, 1),
    MONITOR("monitor", true, 1),
    ESCORT_LEADER("escortleader", true, 1),
    RIGHTS_OFFICER("rightsOfficer", false, 2),
    EXECUTIVE("executive", false, 2),
    MANAGER("manager", false, 2),
    AUDITOR("auditor", false, 1),
    /** The engine names this group itself. */
    ADMINISTRATOR("camunda-admin", false, 2);

    private final String word;
    private final boolean ofParty;
    private final int people;

    Role(String word, boolean ofParty, int people) {
        this.word = word;
        this.ofParty = ofParty;
        this.people = people;
    }

    /** True if every party has its own people for it. */
    public boolean isOfParty() {
        return ofParty;
    }

    /**
     * How many people the group needs at least: two where it signs, since nobody signs what they prepared, and two
     * administrators, since what concerns signers takes both.
     */
    public int people() {
        return people;
    }

    /** True if members put their names under what binds a party, or all of them. */
    public boolean signs() {
        return people > 1 && this != ADMINISTRATOR;
    }

    /** True if it takes two administrators to let somebody in, or to touch what a member signs in with. */
    public boolean isGuarded() {
        return signs() || this == ADMINISTRATOR;
    }

    /** The group of a role that every party has for itself, for example {@code FRfinance}. */
    public String groupOf(Party party) {
        if (!ofParty) {
            throw new IllegalStateException(this + " has one group for all parties");
        }
        return party.code() + word;
    }

    /** The group of a role that is nobody's in particular, for example {@code auditor}. */
    public String group() {
        if (ofParty) {
            throw new IllegalStateException(this + " has a group per party");
        }
        return word;
    }

    /** The role of a group of a party or of nobody in particular; nothing for a group that is not ours. */
    public static Optional<Role> ofGroup(String group) {
        return Stream.of(values())
                .filter(role -> role.ofParty
                        ? group.length() == 2 + role.word.length() && group.endsWith(role.word)
                        : group.equals(role.word))
                .findFirst();
    }

    /** The role's name for people. */
    public String name(Locale language) {
        return sentence().in(language);
    }

    /** What a group of this role is called: with the party's name before it where it is a party's. */
    public String nameOfGroup(@Nullable Party party, Locale language) {
        return party == null
                ? name(language)
                : party.name(language) + ", " + name(language).toLowerCase(language);
    }

    /** The role's name for people, to stand within a sentence. */
    public Sentence sentence() {
        return Sentence.of("people.role." + word);
    }

    public static List<Role> ofParties() {
        return Stream.of(values()).filter(Role::isOfParty).toList();
    }

    public static List<Role> ofNoParty() {
        return Stream.of(values()).filter(role -> !role.ofParty).toList();
    }
}
