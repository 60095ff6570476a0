package org.jointflights.web.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jointflights.application.recovery.ReadRecoveries;
import org.jointflights.application.settlement.FlightAccounts;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.jointflights.domain.sampling.SampleFinding;
import org.jointflights.domain.settlement.Arbitration;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.settlement.Transfer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The statement as data: what the page shows, amounts in smallest units, every figure as it is stored. */
@RestController
@RequestMapping(path = "/api/flights", produces = MediaType.APPLICATION_JSON_VALUE)
class StatementApi {

    private final ReadAccounts accounts;
    private final ReadRecoveries recoveries;

    StatementApi(ReadAccounts accounts, ReadRecoveries recoveries) {
        this.accounts = accounts;
        this.recoveries = recoveries;
    }

    /**
     * {@code statement} is nothing before the accounts are computed, {@code plan} where no signed version stands;
     * {@code sha256} is of what the parties sign, {@code arbitration} what was decided where they did not agree, {@code faults}
     * say where what they sign is not what is posted.
     */
    record Accounts(
            String reference,
            @Nullable Plan plan,
            @Nullable Integer statement,
            @Nullable Instant computedAt,
            @Nullable String sha256,
            @Nullable Arbitrated arbitration,
            List<String> faults,
            List<Line> parties,
            List<Share> shares,
            List<Entry> postings,
            List<Recovery> recoveries,
            boolean addsUpToZero) {}

    /** {@code content} is where the bytes are to be had that the hash is of. */
    record Plan(
            int version,
            String sha256,
            String content,
            Instant frozen,
            @Nullable Instant committed) {}

    /** {@code claim} is one that has to be entered anew, nothing where the figures stand; {@code content} is where the signed bytes are. */
    record Arbitrated(
            Arbitration.Decision decision,
            @Nullable Long claim,
            List<String> objectors,
            String by,
            Instant at,
            String sha256,
            String content) {}

    record Line(String party, long paidMinor, long grantedMinor, long borneMinor, long plannedMinor, long openMinor) {}

    record Share(long claim, String party, long postedMinor, String currency, String exactMinor) {}

    record Entry(
            int number,
            int statement,
            @Nullable Long claim,
            @Nullable Long transfer,
            Fund fund,
            Posting.Kind kind,
            String party,
            long amountMinor,
            String currency,
            String exactMinor,
            String weights,
            String reason,
            @Nullable Integer reverses) {}

    /**
     * An order that was issued: its postings are those from the first to the last number, {@code agrees} says whether they are as
     * they are worked out.
     */
    record Recovery(
            long order,
            RecoveryOrder.State state,
            long claim,
            long errorMinor,
            SampleFinding.Cause cause,
            LocalDate due,
            int firstPosting,
            int lastPosting,
            List<RecoveredTransfer> transfers,
            boolean agrees) {}

    /** {@code interestMinor} is what was posted when it was paid. */
    record RecoveredTransfer(
            long transfer,
            String debtor,
            String creditor,
            Fund fund,
            long amountMinor,
            long interestMinor,
            String currency,
            boolean open) {}

    @GetMapping("/{reference}/statement")
    Accounts statement(@PathVariable("reference") String typed, Locale language) {
        OperationReference named = OperationReference.named(typed);
        FlightAccounts known = accounts.forReader(named);
        PlanVersion plan = known.plan();
        Statement statement = known.statement();
        return new Accounts(
                known.reference().value(),
                plan == null
                        ? null
                        : new Plan(
                                plan.number(),
                                plan.hash(),
                                "/signed/" + plan.hash() + ".json",
                                plan.frozen(),
                                plan.committed()),
                statement == null ? null : statement.version(),
                statement == null ? null : statement.computedAt(),
                statement == null ? null : statement.signed().hash(),
                statement == null ? null : arbitrated(statement.arbitration()),
                known.faults().stream().map(fault -> fault.sentence(language)).toList(),
                known.lines().stream().map(StatementApi::line).toList(),
                known.ledger().shares().stream()
                        .map(share -> new Share(
                                share.claim(),
                                share.party().code(),
                                share.posted().minor(),
                                code(share.posted()),
                                share.exact().getNumerator() + "/"
                                        + share.exact().getDenominator()))
                        .toList(),
                known.ledger().postings().stream()
                        .map(posting -> entry(posting, language))
                        .toList(),
                recoveries.issued(named).stream().map(StatementApi::recovery).toList(),
                known.ledger().sums().isEmpty());
    }

    static @Nullable Arbitrated arbitrated(@Nullable Arbitration decided) {
        return decided == null
                ? null
                : new Arbitrated(
                        decided.decision(),
                        decided.claim(),
                        decided.objectors().stream().map(Party::code).toList(),
                        decided.by(),
                        decided.at(),
                        decided.signed().hash(),
                        "/signed/" + decided.signed().hash() + ".json");
    }

    private static Recovery recovery(ReadRecoveries.Looked looked) {
        RecoveryOrder order = looked.order();
        RecoveryOrder.Decision issued = Objects.requireNonNull(order.decision());
        return new Recovery(
                order.id(),
                order.state(),
                order.finding().claim(),
                order.finding().error().minor(),
                order.finding().cause(),
                order.due(),
                issued.firstPosting(),
                issued.lastPosting(),
                looked.owed().stream().map(StatementApi::recovered).toList(),
                looked.agrees());
    }

    private static RecoveredTransfer recovered(ReadRecoveries.Owed owed) {
        Transfer transfer = owed.transfer();
        return new RecoveredTransfer(
                transfer.id(),
                transfer.debtor().code(),
                transfer.creditor().code(),
                transfer.fund(),
                transfer.amount().minor(),
                owed.posted().minor(),
                code(transfer.amount()),
                transfer.isOpen());
    }

    private static Line line(FlightAccounts.Line line) {
        return new Line(
                line.party().code(),
                line.paid().minor(),
                line.granted().minor(),
                line.borne().minor(),
                line.planned().minor(),
                line.open().minor());
    }

    private static Entry entry(Posting posting, Locale language) {
        return new Entry(
                posting.number(),
                posting.statement(),
                posting.claim(),
                posting.transfer(),
                posting.fund(),
                posting.kind(),
                posting.party().code(),
                posting.amount().minor(),
                code(posting.amount()),
                posting.exact(),
                posting.weights(),
                posting.reason(language),
                posting.reverses());
    }

    private static String code(Money amount) {
        return amount.currency().getCurrencyCode();
    }
}
