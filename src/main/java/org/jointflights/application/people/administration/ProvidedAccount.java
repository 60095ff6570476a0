package org.jointflights.application.people.administration;

/** Whom a provider means, by what it never gives to somebody else, and who that is here, by sign-in name. */
public record ProvidedAccount(String person, String issuer, String subject) {}
