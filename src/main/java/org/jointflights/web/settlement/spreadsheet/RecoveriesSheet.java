package org.jointflights.web.settlement.spreadsheet;

import java.util.List;
import java.util.Map;
import org.jointflights.application.recovery.ReadRecoveries.Looked;
import org.jointflights.application.recovery.ReadRecoveries.Owed;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.recovery.DefaultInterest;
import org.jointflights.domain.settlement.FinalAccounts.Draft;
import org.jointflights.domain.settlement.Posting;

/**
 * What recovery orders posted, beside what comes out when the accounts are worked out without what was found wrong; and the interest
 * on what came late, worked out in the sheet.
 */
final class RecoveriesSheet {

    private final SheetWriter sheet;
    private final Map<String, Boolean> checks;
    private int row = SheetWriter.FIRST;

    private RecoveriesSheet(SheetWriter sheet, Map<String, Boolean> checks) {
        this.sheet = sheet;
        this.checks = checks;
    }

    static void write(SheetWriter sheet, List<Looked> orders, Map<String, Boolean> checks) {
        sheet.title(sheet.words("sheet.recoveries"), sheet.words("recoveries.what"));
        sheet.heads(
                SheetWriter.FIRST - 1,
                "recovery",
                "claim",
                "party",
                "fund",
                "worked",
                "total.check",
                "check",
                "reason");
        RecoveriesSheet recoveries = new RecoveriesSheet(sheet, checks);
        for (Looked order : orders) {
            recoveries.postings(order);
        }
        recoveries.row++;
        sheet.heads(
                recoveries.row,
                "recovery",
                "amount",
                "party",
                "fund",
                "interest.days",
                "interest.percent",
                "check",
                "worked",
                "total.check");
        recoveries.row++;
        for (Looked order : orders) {
            for (Owed owed : order.owed()) {
                recoveries.interest(order.order().id(), owed);
            }
        }
        sheet.widths(12, 16, 8, 18, 16, 16, 10, 40, 16);
        sheet.freeze(0);
    }

    private void postings(Looked order) {
        int lines = Math.max(order.worked().size(), order.posted().size());
        for (int i = 0; i < lines; i++) {
            Draft worked = i < order.worked().size() ? order.worked().get(i) : null;
            Posting posted = i < order.posted().size() ? order.posted().get(i) : null;
            sheet.number(row, "A", order.order().id());
            if (worked != null) {
                sheet.number(row, "B", worked.claim());
                sheet.text(row, "C", worked.party().code());
                sheet.text(row, "D", fund(worked.fund()));
                sheet.money(row, "E", worked.amount());
                sheet.text(row, "H", worked.reason().in(sheet.language()));
            }
            if (posted != null) {
                sheet.money(row, "F", posted.amount());
            }
            // Figures are compared by the formula; that nobody else's stands there it cannot see.
            boolean ofAnother = worked == null
                    || posted == null
                    || !worked.party().equals(posted.party())
                    || worked.fund() != posted.fund();
            String other = ofAnother ? ",FALSE" : "";
            boolean agrees = worked != null
                    && posted != null
                    && !ofAnother
                    && worked.amount().equals(posted.amount());
            sheet.formula(row, "G", agrees, "AND(ROUND(E%1$d-F%1$d,6)=0%2$s)", row, other);
            check(agrees);
        }
    }

    /** Half a cent of rounding either way, and what a binary fraction adds to it. */
    private void interest(long order, Owed owed) {
        DefaultInterest interest = owed.interest();
        if (interest == null || owed.transfer().isOpen()) {
            return;
        }
        Money amount = owed.transfer().amount();
        sheet.number(row, "A", order);
        sheet.money(row, "B", amount);
        sheet.text(row, "C", owed.transfer().debtor().code());
        sheet.text(row, "D", fund(owed.transfer().fund()));
        sheet.number(row, "E", interest.days());
        sheet.number(row, "F", interest.percent());
        sheet.formula(row, "H", interest.amount(), "ROUND(B%1$d*F%1$d*E%1$d/36500,2)", row);
        sheet.money(row, "I", owed.posted());
        sheet.formula(row, "G", owed.agrees(), "ABS(B%1$d*F%1$d*E%1$d/36500-I%1$d)<0.0050001", row);
        check(owed.agrees());
    }

    private void check(boolean agrees) {
        checks.put(sheet.prefix() + "G" + row, agrees);
        row++;
    }

    private String fund(Fund fund) {
        return Sentence.of("settlement.fund." + fund).in(sheet.language());
    }
}
