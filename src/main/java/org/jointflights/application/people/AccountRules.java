package org.jointflights.application.people;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jointflights.application.people.StoredAccounts.StoredAccount;
import org.jointflights.domain.Sentence;
import org.springframework.core.env.PropertyResolver;

/** What must hold in production for the accounts of a database, and for those that are about to be made in it. */
public final class AccountRules {

    private final List<StoredAccount> stored;
    private final boolean mayBeExample;
    private final PasswordRules passwords;
    private final PropertyResolver settings;

    public AccountRules(StoredAccounts accounts, PasswordRules passwords, PropertyResolver settings) {
        this.stored = accounts.all();
        // To compare one password takes up to a second: done once, and again when the example has been there.
        this.mayBeExample = accounts.origin().filter(Origin.PRODUCTION::equals).isEmpty();
        this.passwords = passwords;
        this.settings = settings;
    }

    /** Why the application must not start on this database; empty if it may. */
    public List<Sentence> reasons() {
        List<Sentence> reasons = new ArrayList<>();
        addExample(reasons);
        addAdministrators(reasons);
        return reasons;
    }

    private void addExample(List<Sentence> reasons) {
        if (!mayBeExample) {
            return;
        }
        Set<String> example = ExamplePeople.read().stream()
                .flatMap(place -> place.members().stream())
                .map(member -> member.person().id())
                .collect(toUnmodifiableSet());
        String found = stored.stream()
                .filter(account -> example.contains(account.id()))
                .filter(account -> passwords.fits(account, ExamplePeople.PASSWORD))
                .map(StoredAccount::id)
                .sorted()
                .collect(joining(", "));
        if (!found.isEmpty()) {
            reasons.add(Sentence.of("start.accounts", found));
        }
    }

    private void addAdministrators(List<Sentence> reasons) {
        Set<String> taken = stored.stream().map(StoredAccount::id).collect(toUnmodifiableSet());
        long administrators =
                stored.stream().filter(StoredAccount::administrator).count();
        Set<String> given = new HashSet<>();
        for (Person person : FirstAdministrators.missing(administrators, taken::contains)) {
            String variable = FirstAdministrators.variable(person);
            String password = settings.getProperty(FirstAdministrators.setting(person), "");
            if (password.isBlank()) {
                reasons.add(Sentence.of("start.password.unset", person.id(), variable));
            } else if (ExamplePeople.isPublished(password)) {
                reasons.add(Sentence.of("start.password.published", variable));
            } else if (!passwords.allow(person, password)) {
                reasons.add(Sentence.of(
                        "start.password.weak", variable, person.id(), person.firstName(), person.lastName()));
            } else if (!given.add(password) || isOfAnAdministrator(password)) {
                reasons.add(Sentence.of("start.password.same", variable));
            }
        }
    }

    private boolean isOfAnAdministrator(String password) {
        return stored.stream()
                .filter(StoredAccount::administrator)
                .anyMatch(account -> passwords.fits(account, password));
    }
}
