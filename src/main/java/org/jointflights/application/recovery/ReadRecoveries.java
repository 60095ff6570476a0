package org.jointflights.application.recovery;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jointflights.application.costs.EnterRateFile;
import org.jointflights.application.settlement.CorrectedAccounts;
import org.jointflights.application.settlement.Postings;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.recovery.DefaultInterest;
import org.jointflights.domain.recovery.FoundError;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.jointflights.domain.recovery.ReferenceRate;
import org.jointflights.domain.settlement.FinalAccounts.Draft;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Transfer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The recovery orders, for those who have a say in them and those who watch over all flights. */
@Service
@Transactional(readOnly = true)
public class ReadRecoveries {

    private final Recoveries recoveries;
    private final ReferenceRates rates;
    private final RecoveryRights rights;
    private final CorrectedAccounts accounts;
    private final Postings postings;
    private final EnterRateFile rateRights;
    private final Clock clock;

    ReadRecoveries(
            Recoveries recoveries,
            ReferenceRates rates,
            RecoveryRights rights,
            CorrectedAccounts accounts,
            Postings postings,
            EnterRateFile rateRights,
            Clock clock) {
        this.recoveries = recoveries;
        this.rates = rates;
        this.rights = rights;
        this.accounts = accounts;
        this.postings = postings;
        this.rateRights = rateRights;
        this.clock = clock;
    }

    /**
     * An order with its figures.
     *
     * @param recovered what another order recovered of the claim while this one was announced, where that is as much: there is nothing
     *     to work out, and it can only be dropped
     * @param worked what has to be posted, worked out anew; of an order that is not issued, what would be
     * @param posted what is posted; nothing before it is issued
     * @param owed of each transfer
     */
    public record Looked(
            RecoveryOrder order, @Nullable Money recovered, List<Draft> worked, List<Posting> posted, List<Owed> owed) {

        public Looked {
            worked = List.copyOf(worked);
            posted = List.copyOf(posted);
            owed = List.copyOf(owed);
        }

        /** Whether it is posted as it is worked out; true before it is issued. */
        public boolean agrees() {
            if (!order.isIssued()) {
                return true;
            }
            // Figures decide, not the words that explain them: those are as the version of the day put them.
            List<String> stored = posted.stream()
                    .map(posting -> figures(posting.claim(), posting.fund(), posting.party(), posting.amount()))
                    .toList();
            List<String> anew = worked.stream()
                    .map(draft -> figures(draft.claim(), draft.fund(), draft.party(), draft.amount()))
                    .toList();
            return anew.equals(stored) && owed.stream().allMatch(Owed::agrees);
        }

        private static String figures(@Nullable Long claim, Fund fund, Party party, Money amount) {
            return claim + " " + fund + " " + party + " " + amount;
        }
    }

    /**
     * A transfer of an order.
     *
     * @param interest worked out: of one that is paid on its value date, of an open one if it were paid today; nothing where that
     *     cannot be said because the reference rate is not on record
     * @param posted the interest that is posted
     * @param mayCollect whether whoever is signed in may say that it has arrived
     */
    public record Owed(Transfer transfer, @Nullable DefaultInterest interest, Money posted, boolean mayCollect) {

        /** Whether the interest is posted as it is worked out; true before it is paid. */
        public boolean agrees() {
            return transfer.isOpen() || (interest != null && interest.amount().equals(posted));
        }

        /** What is to be paid, or was; nothing where it cannot be said. */
        public @Nullable Money total() {
            return interest == null ? null : transfer.amount().plus(interest.amount());
        }
    }

    /** What whoever is signed in may do on the page of all orders. */
    public record Acts(boolean open, boolean enterRates) {}

    /** What whoever is signed in may do with one order. */
    public record OrderActs(boolean answer, boolean decide) {}

    /** The ones that are open to the reader, the newest first; throws {@link NotYours} for whoever has nothing to do with them. */
    public List<RecoveryOrder> all() {
        requireReader();
        return recoveries.all().stream().filter(rights::reads).toList();
    }

    /** The findings from which no order follows yet; none for those who do not read all orders. */
    public List<FoundError> toRecover() {
        return rights.readsAll() ? recoveries.toRecover() : List.of();
    }

    /** The reference rates on record. */
    public List<ReferenceRate> referenceRates() {
        return rates.all();
    }

    public Acts acts() {
        return new Acts(rights.mayOpen(), rateRights.mayEnter());
    }

    public OrderActs acts(RecoveryOrder order) {
        boolean open = order.state() == RecoveryOrder.State.ANNOUNCED;
        return new OrderActs(open && order.answer() == null && rights.mayAnswer(order), open && rights.mayDecide());
    }

    /** One; throws {@link NotYours} for whoever it does not concern, and {@link org.jointflights.domain.Unknown} if there is none. */
    public Looked order(long id) {
        requireReader();
        RecoveryOrder order = recoveries.get(id);
        if (!rights.reads(order)) {
            throw NotYours.of("recovery.other", id);
        }
        return looked(order, recoveries.of(order.reference()));
    }

    /** What was issued of a flight, in the order of its postings; whoever asks has checked that its accounts are open to the reader. */
    public List<Looked> issued(OperationReference reference) {
        List<RecoveryOrder> all = recoveries.of(reference);
        return all.stream()
                .filter(RecoveryOrder::isIssued)
                .map(order -> looked(order, all))
                .toList();
    }

    /** The order that follows from the newest finding with one, by claim. */
    public Map<Long, RecoveryOrder> ofSample(long sample) {
        Map<Long, RecoveryOrder> byClaim = new HashMap<>();
        recoveries.all().stream()
                .filter(order -> order.finding().sample() == sample)
                .forEach(order -> byClaim.putIfAbsent(order.finding().claim(), order));
        return byClaim;
    }

    /** Throws {@link NotYours} for whoever is of no finance and watches over nothing. */
    public void requireReader() {
        if (!rights.readsAll()) {
            rights.requireFinance();
        }
    }

    private Looked looked(RecoveryOrder order, List<RecoveryOrder> all) {
        RecoveryOrder.Decision decision = order.decision();
        boolean dropped = order.state() == RecoveryOrder.State.DROPPED;
        // Two can be announced of one claim; whichever is issued first leaves the other only what is beyond it.
        Money recovered = decision == null ? order.recovered(all).orElse(null) : null;
        List<Draft> worked = dropped || recovered != null
                ? List.of()
                : accounts.drafts(order.reference(), order.before(all), order.after(all));
        List<Posting> booked = postings.of(order.reference());
        List<Posting> posted = decision == null || dropped
                ? List.of()
                : booked.stream()
                        .filter(posting -> posting.number() >= decision.firstPosting()
                                && posting.number() <= decision.lastPosting())
                        .toList();
        List<Owed> owed = new ArrayList<>();
        for (Transfer transfer : order.transfers()) {
            owed.add(new Owed(
                    transfer,
                    interest(order, transfer),
                    posted(transfer, booked),
                    transfer.isOpen() && rights.mayCollect(transfer.creditor())));
        }
        return new Looked(order, recovered, worked, posted, owed);
    }

    private @Nullable DefaultInterest interest(RecoveryOrder order, Transfer transfer) {
        LocalDate paid = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (transfer.settled() instanceof Transfer.Paid settled) {
            paid = settled.valueDate();
        }
        boolean waived = transfer.settled() instanceof Transfer.Waived;
        if (waived || !DefaultInterest.accrues(order.due(), paid)) {
            return DefaultInterest.none(transfer.amount());
        }
        ReferenceRate rate = rates.find(YearMonth.from(order.due())).orElse(null);
        return rate == null ? null : DefaultInterest.of(transfer.amount(), order.due(), paid, rate);
    }

    private static Money posted(Transfer transfer, List<Posting> booked) {
        return booked.stream()
                .filter(posting -> posting.kind() == Posting.Kind.INTEREST
                        && Objects.equals(posting.transfer(), transfer.id())
                        && posting.party().equals(transfer.creditor()))
                .map(Posting::amount)
                .reduce(Money.zero(transfer.amount().currency()), Money::plus);
    }

    /** How an amount is paid late, in words. */
    public Sentence interestRule() {
        return Sentence.of("recovery.interest.rule", DefaultInterest.POINTS.toPlainString());
    }
}
