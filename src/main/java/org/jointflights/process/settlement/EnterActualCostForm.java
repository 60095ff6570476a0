package org.jointflights.process.settlement;

import java.util.List;
import java.util.Set;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.settlement.EnterClaims;
import org.jointflights.application.settlement.NewClaim;
import org.jointflights.application.settlement.ReadVouchers;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.settlement.Voucher;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A party enters what it really paid, one cost at a time, or says that there is nothing. */
@Component
class EnterActualCostForm implements TaskForm {

    static final String TASK = "userTask_enterActualCost";

    private static final String OWN_COST = "OWN";
    private static final int MOST_LINES = 100_000;

    private final EnterClaims claims;
    private final AccountTables tables;
    private final ReadVouchers vouchers;
    private final FlightView view;

    EnterActualCostForm(EnterClaims claims, AccountTables tables, ReadVouchers vouchers, FlightView view) {
        this.claims = claims;
        this.tables = tables;
        this.vouchers = vouchers;
        this.view = view;
    }

    @Override
    public String task() {
        return TASK;
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "claimed",
                "item",
                "category",
                "description",
                "amount",
                "currency",
                "voucherNumber",
                "voucherDate",
                "another");
    }

    @Override
    public Set<String> shows() {
        return Set.of(
                "flightSummary",
                "seatRows",
                "partyName",
                "claimsDueText",
                "correction",
                "claimRows",
                "itemOptions",
                "voucherText",
                "doubleText");
    }

    /** The claims themselves say who entered those that count: one that was withdrawn is in no accounts. */
    @Override
    public boolean prepares() {
        return false;
    }

    @Override
    public void open(OpenTask task) {
        view.show(task);
        task.show("partyName", AccountTables.name(task.party()))
                .show("claimsDueText", AccountTables.day(task.read(SettlementProcess.CLAIMS_DUE)))
                .show("correction", tables.correction(task.reference(), task.party()))
                .show("voucherText", VoucherTexts.page(task.reference()))
                .show(
                        "doubleText",
                        VoucherTexts.twice(task.once(
                                        Doubles.class,
                                        () -> new Doubles(vouchers.doublesOf(task.reference(), task.party())))
                                .said()))
                .showRows("claimRows", tables.claims(claims.of(task.reference(), task.party())))
                .showRows("itemOptions", tables.itemOptions(task.reference(), task.party()));
    }

    /** On which other claims the party's vouchers stand. */
    private record Doubles(List<Sentence> said) {}

    @Override
    public void dueAnew(OpenTask task) {
        task.show("claimsDueText", AccountTables.day(task.read(SettlementProcess.CLAIMS_DUE)));
    }

    @Override
    public void complete(CompletedTask task) {
        TypedFields answers = task.answers();
        boolean another = false;
        if (answers.yes("claimed")) {
            another = answers.yes("another");
            claims.enter(task.reference(), task.party(), entered(answers));
        } else {
            requireNothing(answers);
        }
        if (!another) {
            claims.complete(task.reference(), task.party());
        }
        task.decideHere(SettlementProcess.ANOTHER_COST, another);
    }

    private static NewClaim entered(TypedFields answers) {
        boolean own = answers.text("item").equals(OWN_COST);
        return new NewClaim(
                own ? null : answers.wholeNumber("item", 1, MOST_LINES),
                own ? answers.choice("category", CostCategory.class) : null,
                answers.text("description"),
                answers.money("amount", answers.currencyOrEuro("currency")),
                voucher(answers));
    }

    /** Number and date, or neither: a cost without voucher can be entered, but stays with its party. */
    private static @Nullable Voucher voucher(TypedFields answers) {
        if (answers.isEmpty("voucherNumber") && answers.isEmpty("voucherDate")) {
            return null;
        }
        return new Voucher(answers.shortText("voucherNumber", 200), answers.date("voucherDate"));
    }

    private static void requireNothing(TypedFields answers) {
        for (String field : Set.of("amount", "voucherNumber")) {
            if (!answers.isEmpty(field)) {
                throw BadInput.of(field, answers.text(field), "settlement.nothing.butTyped");
            }
        }
        if (!answers.isEmpty("another") && answers.yes("another")) {
            throw BadInput.of("another", "yes", "settlement.nothing.butAnother");
        }
    }
}
