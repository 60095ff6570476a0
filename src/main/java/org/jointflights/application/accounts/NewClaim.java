package org.jointflights.application.accounts;

import org.jointflights.domain.accounts.Voucher;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A cost as a party enters it.
 *
 * @param budgetLine the planned item, or nothing for a cost of the party alone
 * @param category needed for a cost of the party alone; a planned item has its own
 */
public record NewClaim(
        @Nullable Integer budgetLine,
        @Nullable String category,
        String description,
        Money amount,
        @Nullable Voucher voucher) {}
