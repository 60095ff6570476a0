package org.jointflights.domain.settlement;

import java.time.LocalDate;

/** The invoice or receipt that shows a payment: its number and its date. The paper itself stays with the claimant. */
public record Voucher(String number, LocalDate date) {}
