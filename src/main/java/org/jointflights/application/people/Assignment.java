package org.jointflights.application.people;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A role that somebody holds: for a party, or for none where the role belongs to no party. Ordered by party and role.
 */
public record Assignment(Role role, @Nullable Party party) implements Comparable<Assignment> {

    private static final Comparator<Assignment> ORDER = Comparator.comparing(
                    Assignment::party, Comparator.nullsFirst(Comparator.<@Nullable Party>naturalOrder()))
            .thenComparing(Assignment::role);

    /** Throws {@link BadInput} unless a role of parties comes with a party, and any other with none. */
    public Assignment {
        if (role.isOfParty() && party == null) {
            throw BadInput.of("party", "", "common.party.code");
        }
        if (!role.isOfParty() && party != null) {
            throw BadInput.of("party", party.code(), "people.party.none", role.sentence());
        }
    }

    /** What somebody chose in a form: the name of a role, and a party's code or nothing. */
    public static Assignment named(String role, String party) {
        Role chosen = Stream.of(Role.values())
                .filter(each -> each.name().equals(role))
                .findFirst()
                .orElseThrow(() -> BadInput.of("role", role, "people.role"));
        return new Assignment(chosen, party.isBlank() && !chosen.isOfParty() ? null : Party.named("party", party));
    }

    /** What the members of that group do, or nothing for a group that is none of ours. */
    public static Optional<Assignment> of(String group) {
        Party party = Viewer.partyOf(group);
        return Stream.of(Role.values())
                .filter(role -> role.isOfParty() == (party != null))
                .map(role -> new Assignment(role, party))
                .filter(each -> each.group().equals(group))
                .findFirst();
    }

    /** The id of the group whose members hold the role. */
    public String group() {
        return party == null ? role.group() : role.groupOf(party);
    }

    /**
     * How many people the group needs at least. Of Frontex's finance one enters what Frontex paid, another certifies the
     * claims, and a third signs the accounts.
     */
    public int people() {
        boolean certifies = role == Role.FINANCE && party != null && party.isFrontex();
        return role.people() + (certifies ? 1 : 0);
    }

    /** For example “Finance approver (FR)”. */
    public Sentence sentence() {
        return party == null ? role.sentence() : Sentence.of("people.role.inParty", role.sentence(), party.code());
    }

    @Override
    public int compareTo(Assignment other) {
        return ORDER.compare(this, other);
    }
}
