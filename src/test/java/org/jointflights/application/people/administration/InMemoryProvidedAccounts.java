package org.jointflights.application.people.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

public final class InMemoryProvidedAccounts implements ProvidedAccounts {

    private final List<ProvidedAccount> all = new ArrayList<>();

    @Override
    public Optional<ProvidedAccount> ofPerson(String person) {
        return all.stream().filter(account -> account.person().equals(person)).findFirst();
    }

    @Override
    public Optional<ProvidedAccount> ofSubject(String issuer, String subject) {
        return all.stream()
                .filter(account ->
                        account.issuer().equals(issuer) && account.subject().equals(subject))
                .findFirst();
    }

    @Override
    public void add(ProvidedAccount account) {
        all.add(account);
    }
}
