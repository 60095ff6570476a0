package org.jointflights.application.replay;

import java.util.ArrayList;
import java.util.List;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.money.Money;
import org.springframework.stereotype.Service;

/** Divides every real operation of the ledger with the engine that divides today's, and compares. Nothing is stored. */
@Service
public class ReplayLedger {

    /** Reads the ledger, divides it and reports; takes about a second. */
    public ReplayReport run() {
        return run(ReadLedger.read());
    }

    static ReplayReport run(List<LedgerOperation> operations) {
        int rows = 0;
        Money paid = Money.euro(0);
        List<String> disagreeing = new ArrayList<>();
        List<ReplayReport.PrintedWrong> printedWrong = new ArrayList<>();
        List<ReplayReport.Odd> odd = new ArrayList<>();
        List<ReplayReport.Refused> refused = new ArrayList<>();
        for (LedgerOperation operation : operations) {
            rows += operation.rows().size();
            for (Oddity oddity : Oddity.values()) {
                if (oddity.isIn(operation)) {
                    odd.add(new ReplayReport.Odd(oddity, operation.id()));
                }
            }
            // Mending changes no share of what the engine takes as it was published.
            CostShares shares;
            try {
                shares = CostSharing.share(LedgerImport.asPublished(operation));
            } catch (BadInput why) {
                refused.add(new ReplayReport.Refused(operation.id(), why));
                shares = CostSharing.share(LedgerImport.mended(operation));
            }
            Money sum = sumOfShares(shares);
            paid = paid.plus(sum);
            if (!sum.equals(operation.paid())) {
                disagreeing.add(operation.id());
            }
            Money printed = operation.printed();
            if (printed != null && !printed.equals(sum)) {
                printedWrong.add(new ReplayReport.PrintedWrong(operation.id(), operation.title(), printed, sum));
            }
        }
        return new ReplayReport(
                operations.size(),
                rows,
                paid,
                operations.size() - disagreeing.size(),
                disagreeing,
                printedWrong,
                odd,
                refused);
    }

    /** Added up from what each party was given, not taken from the input. */
    private static Money sumOfShares(CostShares shares) {
        Money sum = Money.euro(0);
        for (Money share : shares.totals().values()) {
            sum = sum.plus(share);
        }
        return sum;
    }
}
