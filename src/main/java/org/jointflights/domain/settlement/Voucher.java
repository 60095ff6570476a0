package org.jointflights.domain.settlement;

import java.time.LocalDate;

/** The invoice or receipt that shows a payment: its number and its date, as typed. Files of it are {@link VoucherFile}s. */
public record Voucher(String number, LocalDate date) {}
