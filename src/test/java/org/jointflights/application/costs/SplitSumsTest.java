package org.jointflights.application.costs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

class SplitSumsTest {

    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");

    private static final List<CostItem> ITEMS = List.of(item(1, "Charter", 1001), item(2, "Handling", 500));
    private static final CostInput INPUT = CostInput.of(
            List.of(Participant.committed(FR, Seats.NONE), Participant.committed(GB, Seats.NONE)), null, ITEMS);

    @Test
    void shares_that_are_the_items_are_kept() {
        Split split = split(share(1, FR, 501), share(1, GB, 500), share(2, GB, 500));

        assertThatCode(() -> SplitCosts.requireSums(split, ITEMS)).doesNotThrowAnyException();
    }

    @Test
    void a_cent_too_few_is_not_kept() {
        Split split = split(share(1, FR, 500), share(1, GB, 500), share(2, GB, 500));

        assertThatThrownBy(() -> SplitCosts.requireSums(split, ITEMS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1 Charter");
    }

    @Test
    void a_cent_that_moved_to_another_item_is_not_kept() {
        Split split = split(share(1, FR, 1000), share(2, GB, 501));

        assertThatThrownBy(() -> SplitCosts.requireSums(split, ITEMS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the shares of item 1 Charter are");
    }

    @Test
    void an_item_without_shares_is_not_kept() {
        Split split = split(share(1, FR, 1001));

        assertThatThrownBy(() -> SplitCosts.requireSums(split, ITEMS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the shares of item 2 Handling are");
    }

    @Test
    void a_share_of_nothing_that_was_entered_is_not_kept() {
        Split split = split(share(1, FR, 1001), share(2, GB, 500), share(3, GB, 0));

        assertThatThrownBy(() -> SplitCosts.requireSums(split, ITEMS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the shares of [3] belong to no item of the budget");
    }

    private static CostItem item(long id, String description, long cents) {
        return CostItem.common(id, description, CostCategory.OTHER, Money.euro(cents), FR, Set.of(FR, GB), Key.EQUAL);
    }

    private static Share share(long item, Party party, long cents) {
        return new Share(item, party, Money.euro(cents), BigFraction.of(cents), Sentence.of("costs.anything"));
    }

    private static Split split(Share... shares) {
        return new Split(
                new OperationReference("CS-2014-001"),
                1,
                1,
                Split.Status.OPEN,
                INPUT,
                List.of(shares),
                List.of(),
                Instant.EPOCH);
    }
}
