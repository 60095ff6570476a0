package org.jointflights.application.people;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.StandingClock;
import org.jointflights.domain.Party;

/** The people's services over what is kept in memory; nobody is there yet, and no group. */
public final class PeopleServices {

    /** A password that is good enough for anybody. */
    public static final String PASSWORD = "Blue-Kettle-27";

    public final StandingClock clock = new StandingClock();
    public final SomebodySignedIn actor = new SomebodySignedIn();

    /** The names under which something was done. */
    public final Set<String> acted = new TreeSet<>();

    public final DelayWrongPasswords wrongPasswords = new DelayWrongPasswords(clock, 30);
    public final InMemoryParties parties = new InMemoryParties();
    public final InMemoryAccounts accounts = new InMemoryAccounts(acted::contains);
    public final InMemoryPeople people = new InMemoryPeople(accounts);
    public final AddPartiesAndPeople directory = new AddPartiesAndPeople(parties, people, clock);

    /** Somebody of that sign-in name, for example Anna Person, in these groups. */
    public Person add(String id, String... groups) {
        Person person = new Person(id, id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1), "Person");
        people.add(person, PASSWORD, Set.of(groups));
        return person;
    }

    /** The groups of no party, and France and the United Kingdom with theirs. */
    public PeopleServices withTwoParties() {
        directory.addSharedGroups();
        directory.addParty(new Party("FR"), "Police aux frontières");
        directory.addParty(new Party("GB"), "Home Office");
        return this;
    }
}
