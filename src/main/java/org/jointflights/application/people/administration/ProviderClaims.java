package org.jointflights.application.people.administration;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of somebody who signs in through it.
 *
 * @param subject whom it means, which it never gives to somebody else
 * @param name the sign-in name here
 * @param groups of these only the ones count that there are here
 */
public record ProviderClaims(
        String issuer,
        String subject,
        String name,
        String firstName,
        String lastName,
        @Nullable String mail,
        Set<String> groups) {

    public ProviderClaims {
        groups = Set.copyOf(groups);
    }
}
