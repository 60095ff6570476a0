package org.jointflights.process.settlement;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import org.jointflights.process.engine.Variable;

/** All that the code knows of the model {@code settlement}. */
public final class SettlementProcess {

    static final String KEY = "settlement";
    static final String RATE_MISSING = "rateMissing";

    /** Transfers of the flight were settled together with those of others. */
    static final String TRANSFERS_NETTED = "transfersNetted";

    /** When the parties' claims are due. */
    public static final Variable<Instant> CLAIMS_DUE =
            Variable.text("claimsDue").as(Instant::toString, Instant::parse);

    /** When claims that never came are not waited for any more. */
    public static final Variable<Instant> CLAIMS_END =
            Variable.text("claimsEnd").as(Instant::toString, Instant::parse);

    /** When the transfers are due. */
    public static final Variable<Instant> PAYMENTS_DUE =
            Variable.text("paymentsDue").as(Instant::toString, Instant::parse);

    /** When transfers that were never confirmed go to the manager. */
    public static final Variable<Instant> PAYMENTS_END =
            Variable.text("paymentsEnd").as(Instant::toString, Instant::parse);

    /** Whether the manager has had creditor and debtor asked again. */
    static final Variable<Boolean> PAYMENTS_OPEN = Variable.flag("paymentsOpen");

    /** Whether a party objects a second time, so that the arbiter decides. */
    static final Variable<Boolean> ARBITER_NEEDED = Variable.flag("arbiterNeeded");

    /** Whether the arbiter has the figures stand. */
    static final Variable<Boolean> FIGURES_STAND = Variable.flag("figuresStand");

    /** Whether a party has another cost to enter; local to the party's part. */
    static final Variable<Boolean> ANOTHER_COST = Variable.flag("anotherCost");

    /** Whether the newest statement carries every party's signature. */
    static final Variable<Boolean> EVERYBODY_SIGNED = Variable.flag("everybodySigned");

    /** Whether an objection has led to a claim being entered anew. */
    static final Variable<Boolean> COST_CORRECTED = Variable.flag("costCorrected");

    /** The claim or transfer that a repeated task is about. */
    static final Variable<Long> CLAIM = Variable.number("claim");

    static final Variable<Long> TRANSFER = Variable.number("transfer");

    /** The rate that is missing; the form to enter it is the one of cost sharing. */
    static final Variable<Currency> MISSING_CURRENCY =
            Variable.text("missingCurrency").as(Currency::getCurrencyCode, Currency::getInstance);

    static final Variable<YearMonth> MISSING_MONTH =
            Variable.text("missingMonth").as(YearMonth::toString, YearMonth::parse);

    private SettlementProcess() {}
}
