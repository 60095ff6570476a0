package org.jointflights.application.people;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * The invented people of the example profile: one for each role of each party, two where a group signs. Production knows
 * their names and password too, in order to refuse them.
 */
public final class ExamplePeople {

    /** Told to everybody; the example holds nothing that is worth a secret. */
    public static final String PASSWORD = "Joint-2026!";

    private static final String NO_PARTY = "*";

    /** One party and its people; {@code party} is null for those who work for none. */
    public record Place(@Nullable Party party, String authority, List<Member> members) {}

    /** Somebody, and what they do. */
    public record Member(Person person, Role role) {}

    private ExamplePeople() {}

    /** True for the one password that everybody may know. */
    public static boolean isPublished(String password) {
        return PASSWORD.equals(password);
    }

    /** Everybody, by the place they work in. */
    public static List<Place> read() {
        try {
            return new ClassPathResource("data/example-people.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("party;"))
                    .map(ExamplePeople::place)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Place place(String line) {
        String[] cells = line.split(";", -1);
        String[] first = cells[2].split(" ", -1);
        String[] last = cells[3].split(" ", -1);
        boolean nobodys = cells[0].equals(NO_PARTY);
        Party party = nobodys ? null : new Party(cells[0]);
        List<Member> members = new ArrayList<>();
        for (Role role : nobodys ? Role.ofNoParty() : Role.ofParties()) {
            for (int number = 1; number <= new Assignment(role, party).people(); number++) {
                int turn = members.size();
                // As many family names as people give everybody of a party a name of their own.
                String family = last[turn % last.length];
                members.add(
                        new Member(new Person(id(cells[0], role, number), first[turn % first.length], family), role));
            }
        }
        return new Place(party, cells[1], members);
    }

    private static String id(String party, Role role, int number) {
        if (role == Role.ADMINISTRATOR) {
            return number == 1 ? "admin" : "admin" + number;
        }
        String word = role.isOfParty() ? role.groupOf(new Party(party)) : role.group();
        return (word + (role.people() > 1 ? number : "")).toLowerCase(Locale.ROOT);
    }
}
