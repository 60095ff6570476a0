package org.jointflights.application.people;

import org.jointflights.application.people.StoredAccounts.StoredAccount;

/** What is true of a password before anybody can sign in. Asking counts as no try to sign in. */
public interface PasswordRules {

    /** True if it is this account's password. */
    boolean fits(StoredAccount account, String password);

    /** True if this person could be given it. */
    boolean allow(Person person, String password);
}
