package org.jointflights.application.settlement;

import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Voucher;
import org.jspecify.annotations.Nullable;

/**
 * A cost as a party enters it.
 *
 * @param budgetLine the planned item, or nothing for a cost of the party alone
 * @param category needed for a cost of the party alone; a planned item has its own
 */
public record NewClaim(
        @Nullable Integer budgetLine,
        @Nullable CostCategory category,
        String description,
        Money amount,
        @Nullable Voucher voucher) {}
