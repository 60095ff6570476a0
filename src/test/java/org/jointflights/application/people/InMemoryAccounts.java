package org.jointflights.application.people;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

public final class InMemoryAccounts implements Accounts {

    private final Map<String, PasswordState> passwords = new HashMap<>();
    private final Map<String, Person> former = new HashMap<>();
    private final Map<String, Instant> left = new HashMap<>();
    private final Predicate<String> acted;

    /** {@code acted} knows what is written elsewhere about who did what. */
    public InMemoryAccounts(Predicate<String> acted) {
        this.acted = acted;
    }

    @Override
    public PasswordState passwordOf(String id) {
        return passwords.getOrDefault(id, PasswordState.FIRST);
    }

    @Override
    public void passwordSet(String id, boolean oneTime) {
        passwords.put(id, new PasswordState(passwordOf(id).version() + 1, oneTime));
    }

    @Override
    public Optional<Person> former(String id) {
        return Optional.ofNullable(former.get(id));
    }

    @Override
    public void addFormer(Person person, Instant at) {
        former.put(person.id(), new Person(person.id(), person.firstName(), person.lastName()));
        left.put(person.id(), at);
    }

    @Override
    public boolean hasActed(String id) {
        return acted.test(id);
    }

    /** When the person's account ended. */
    public Optional<Instant> leftAt(String id) {
        return Optional.ofNullable(left.get(id));
    }
}
