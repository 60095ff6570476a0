package org.jointflights.application.people;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointflights.application.people.Parties.Member;
import org.jointflights.application.people.People.NewGroup;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.PlainText;
import org.jointflights.domain.Unknown;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds states and people, each with the groups and rights that belong to them. */
@Service
@Transactional
public class AddPartiesAndPeople {

    private static final Pattern SIGN_IN_NAME = Pattern.compile("[a-z][a-z0-9]{1,39}");

    /** One plain address, as a mail server takes it: no name beside it, no list. */
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private static final int LONGEST_MAIL = 200;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_AUTHORITY = 200;

    private final Parties parties;
    private final People people;
    private final Clock clock;

    AddPartiesAndPeople(Parties parties, People people, Clock clock) {
        this.parties = parties;
        this.people = people;
        this.clock = clock;
    }

    /** The groups that belong to no party, with their rights; does nothing where they exist. */
    public void addSharedGroups() {
        people.addGroups(sharedGroups());
    }

    /** Those, and the groups of all parties: a newer version may give known parties what an older one had not. */
    void addAllGroups() {
        List<NewGroup> groups = new ArrayList<>(sharedGroups());
        parties.all().forEach(member -> groups.addAll(groupsOf(member.party())));
        people.addGroups(groups);
    }

    private static List<NewGroup> sharedGroups() {
        return Role.ofNoParty().stream()
                .map(role -> new NewGroup(role, role.group(), role::name))
                .toList();
    }

    private static List<NewGroup> groupsOf(Party party) {
        return Role.ofParties().stream()
                .map(role -> new NewGroup(role, role.groupOf(party), language -> role.nameOfGroup(party, language)))
                .toList();
    }

    /** A state, its six groups and their rights. Throws {@link Conflict} if it takes part already. */
    public void addParty(Party party, String authority) {
        if (parties.contains(party)) {
            throw Conflict.of("people.party.known", party);
        }
        String text = required("authority", authority, LONGEST_AUTHORITY);
        parties.add(new Member(party, text, clock.instant().truncatedTo(ChronoUnit.SECONDS)));
        people.addGroups(groupsOf(party));
    }

    /** Another authority acts for the party from now on: the one before. */
    public String correctAuthority(Party party, String authority) {
        Member before = parties.all().stream()
                .filter(member -> member.party().equals(party))
                .findFirst()
                .orElseThrow(() -> Unknown.of("people.party.unknown", party.code()));
        parties.correct(party, required("authority", authority, LONGEST_AUTHORITY));
        return before.authority();
    }

    /** Somebody who works for a party. */
    public void addPerson(Person person, String password, Role role, Party party) {
        if (!parties.contains(party)) {
            throw Unknown.of("people.party.unknown", party.code());
        }
        add(person, password, role.groupOf(party));
    }

    /** Somebody who works for no party. */
    public void addPerson(Person person, String password, Role role) {
        add(person, password, role.group());
    }

    private void add(Person person, String password, String group) {
        people.add(checked(person), password, Set.of(group));
    }

    /** The person as they are kept. Throws {@link BadInput} if a name or the mail address cannot be taken. */
    public Person checked(Person typed) {
        PlainText.requireLine("signInName", typed.id());
        if (ReservedNames.contains(typed.id())) {
            throw BadInput.of("signInName", typed.id(), "people.id.system");
        }
        if (!SIGN_IN_NAME.matcher(typed.id()).matches()) {
            throw BadInput.of("signInName", typed.id(), "people.signInName");
        }
        return new Person(
                typed.id(),
                required("firstName", typed.firstName(), LONGEST_NAME),
                required("lastName", typed.lastName(), LONGEST_NAME),
                checkedMail(typed.mail()));
    }

    /** The mail address as it is kept. Throws {@link BadInput} unless it is one address, or nothing. */
    public @Nullable String checkedMail(@Nullable String typed) {
        String mail = typed == null ? "" : typed.strip();
        if (mail.isEmpty()) {
            return null;
        }
        if (mail.length() > LONGEST_MAIL || !MAIL.matcher(mail).matches()) {
            throw BadInput.of("mail", mail, "people.mail");
        }
        return mail;
    }

    private static String required(String field, String value, int longest) {
        PlainText.requireLine(field, value);
        String text = value.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw BadInput.of(field, text, "people.text", longest);
        }
        return text;
    }
}
