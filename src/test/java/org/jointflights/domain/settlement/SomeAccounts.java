package org.jointflights.domain.settlement;

import java.util.ArrayList;
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
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.funding.GrantRule;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalAccounts.Draft;

/**
 * France paid 100.00 EUR for the aircraft, of which Frontex pays it 40 per cent, and Britain 10.00 EUR for the catering;
 * France, Britain and Sweden bear the rest in equal parts.
 */
final class SomeAccounts {

    static final OperationReference REFERENCE = new OperationReference("JRO-2027-0001");
    static final Party FR = new Party("FR");
    static final Party GB = new Party("GB");
    static final Party SE = new Party("SE");
    static final long AIRCRAFT = 1;
    static final long CATERING = 2;

    private SomeAccounts() {}

    static List<Posting> first() {
        return new Ledger(List.of()).toBecome(drafts(100_00), 1);
    }

    /** What has to stand if the aircraft costs so much. */
    static List<Draft> drafts(long centsForTheAircraft) {
        CostInput frame = CostInput.of(
                List.of(
                        Participant.committed(FR, Seats.NONE),
                        Participant.committed(GB, Seats.NONE),
                        Participant.committed(SE, Seats.NONE)),
                null,
                List.of());
        GrantRule grant = GrantRule.of(FR, Fund.FRONTEX, BigFraction.of(2, 5), Money.euro(1_000_00));
        return FinalAccounts.of(
                List.of(
                        cost(AIRCRAFT, "aircraft", CostCategory.CHARTER, centsForTheAircraft, FR),
                        cost(CATERING, "catering", CostCategory.CATERING, 10_00, GB)),
                List.of(grant),
                frame);
    }

    private static FinalCost cost(long claim, String what, CostCategory category, long cents, Party payer) {
        CostItem item = CostItem.common(claim, what, category, Money.euro(cents), payer, Set.of(FR, GB, SE), Key.EQUAL);
        return new FinalCost(item.amount(), item);
    }

    /** A posting for a claim, which shares nothing. */
    static Posting posting(int number, long claim, Fund fund, Posting.Kind kind, Party party, Money amount) {
        return new Posting(
                number, 1, claim, null, fund, kind, party, amount, "0", "", Sentence.of("common.said", "so"), null);
    }

    /** Both sides of a payment that settles transfer 7. */
    static List<Posting> payment(int number, Party debtor, Party creditor, long cents) {
        return List.of(payment(number, debtor, Money.euro(cents)), payment(number + 1, creditor, Money.euro(-cents)));
    }

    private static Posting payment(int number, Party party, Money amount) {
        return new Posting(
                number,
                1,
                null,
                7L,
                Fund.NATIONAL,
                Posting.Kind.PAYMENT,
                party,
                amount,
                "0",
                "",
                Sentence.of("settlement.reason.payment", "2027-06-01", "FT 17"),
                null);
    }

    static List<Posting> with(List<Posting> postings, List<Posting> more) {
        List<Posting> all = new ArrayList<>(postings);
        all.addAll(more);
        return all;
    }
}
