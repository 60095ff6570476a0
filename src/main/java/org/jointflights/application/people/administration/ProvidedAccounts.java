package org.jointflights.application.people.administration;

import java.util.Optional;

/** Who signs in through a provider. */
public interface ProvidedAccounts {

    Optional<ProvidedAccount> ofPerson(String person);

    Optional<ProvidedAccount> ofSubject(String issuer, String subject);

    void add(ProvidedAccount account);
}
