package org.jointflights.domain.banking;

import java.time.Instant;
import org.jointflights.domain.Party;

/**
 * A statement of a party's bank that was read.
 *
 * @param hash SHA-256 of the file that it came in
 * @param number what the bank calls it, with the page where it has several
 * @param account its IBAN, or empty where the bank names the account in another way
 */
public record BankStatement(
        long id, Party party, String hash, String number, String account, String enteredBy, Instant enteredAt) {}
