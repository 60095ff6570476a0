package org.jointflights.application.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.costs.Share;
import org.jointflights.application.costs.Split;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.FundingTerms;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.picture.MoneyFlow;
import org.junit.jupiter.api.Test;

class ReadMoneyFlowTest {

    private static final OperationReference FLIGHT = new OperationReference("JRO-2027-0001");
    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");

    @Test
    void frances_charter_is_paid_by_a_fund_in_part_and_the_rest_is_shared() {
        Split split = split(
                List.of(FR, GB),
                CostItem.common(
                        1, "Charter", CostCategory.CHARTER, Money.euro(100_000_01), FR, Set.of(FR, GB), Key.PER_SEAT),
                CostItem.direct(2, "Escorts", CostCategory.CHARTER, Money.euro(5_000_00), GB, GB));

        MoneyFlow flow = ReadMoneyFlow.planned(split, List.of(decision(FR, 70, Money.euro(60_000_00))));

        assertThat(flow.total()).isEqualTo(Money.euro(105_000_01));
        assertThat(flow.direct()).isEqualTo(Money.euro(5_000_00));
        assertThat(flow.granted()).isEqualTo(Money.euro(60_000_00));
        assertThat(flow.grants()).containsOnlyKeys(Fund.FRONTEX);
        assertThat(flow.borne()).isEqualTo(Money.euro(45_000_01));
        assertThat(flow.parties()).hasEntrySatisfying(GB, gb -> {
            assertThat(gb.direct()).isEqualTo(Money.euro(5_000_00));
            assertThat(gb.before()).isEqualTo(split.totalOf(GB));
        });
        assertThat(flow.addsUp()).isTrue();
        assertThat(flow.reliefAddsUp()).isTrue();
    }

    @Test
    void no_cent_appears_or_vanishes_whoever_shares_and_whatever_is_granted() {
        Random random = new Random(13);
        for (int run = 0; run < 300; run++) {
            List<Party> parties = new ArrayList<>();
            for (char second = 'A'; second < 'A' + 1 + random.nextInt(26); second++) {
                parties.add(new Party("M" + second));
            }
            CostItem[] items = new CostItem[1 + random.nextInt(6)];
            for (int i = 0; i < items.length; i++) {
                Party payer = parties.get(random.nextInt(parties.size()));
                Money amount = Money.euro(1 + random.nextInt(50_000_000));
                items[i] = random.nextBoolean()
                        ? CostItem.direct(i + 1L, "own", CostCategory.CHARTER, amount, payer, payer)
                        : CostItem.common(
                                i + 1L,
                                "all",
                                CostCategory.CHARTER,
                                amount,
                                payer,
                                new TreeSet<>(parties),
                                Key.PER_SEAT);
            }
            List<FinancialDecision> decisions = parties.stream()
                    .filter(party -> random.nextBoolean())
                    .map(party -> decision(party, 1 + random.nextInt(100), Money.euro(random.nextInt(40_000_000))))
                    .toList();

            Split split = split(parties, items);
            MoneyFlow flow = ReadMoneyFlow.planned(split, decisions);

            assertThat(flow.addsUp()).isTrue();
            assertThat(flow.reliefAddsUp()).isTrue();
            assertThat(flow.total()).isEqualTo(split.total());
        }
    }

    @Test
    void figures_that_do_not_add_up_are_told_from_those_that_do() {
        MoneyFlow.Gathered gathered = new MoneyFlow.Gathered()
                .paid(Money.euro(100), false)
                .granted(Fund.FRONTEX, Money.euro(40))
                .borne(FR, Money.euro(60), false)
                .withoutGrants(FR, Money.euro(100));
        assertThat(gathered.flow().addsUp()).isTrue();
        assertThat(gathered.flow().reliefAddsUp()).isTrue();

        assertThat(gathered.borne(GB, Money.euro(1), true).flow().addsUp()).isFalse();
        assertThat(gathered.withoutGrants(GB, Money.euro(3)).flow().reliefAddsUp())
                .isFalse();
    }

    private static Split split(List<Party> parties, CostItem... items) {
        List<Participant> participants = new ArrayList<>();
        for (Party party : parties) {
            participants.add(Participant.committed(party, new Seats(participants.size() + 3, 2, 0, 0, 0, 0)));
        }
        CostInput input = CostInput.of(participants, null, List.of(items));
        List<Share> shares = CostSharing.share(input).postings().stream()
                .map(posting -> new Share(
                        posting.item().id(), posting.party(), posting.posted(), posting.exact(), posting.reason()))
                .toList();
        return new Split(FLIGHT, 1, 1, Split.Status.AGREED, input, shares, List.of(), Instant.EPOCH);
    }

    private static FinancialDecision decision(Party party, int percent, Money ceiling) {
        return FinancialDecision.unsigned(
                FLIGHT, party, Fund.FRONTEX, new FundingTerms(Fund.FRONTEX, percent, "test", true), ceiling);
    }
}
