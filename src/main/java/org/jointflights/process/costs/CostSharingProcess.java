package org.jointflights.process.costs;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import org.jointflights.process.engine.Variable;

/** All that the code knows of the model {@code costSharing}. */
public final class CostSharingProcess {

    static final String KEY = "costSharing";

    static final String PLAN_CHANGED = "costSharingPlanChanged";
    static final String RATE_MISSING = "rateMissing";
    static final String CANNOT_DIVIDE = "cannotDivide";

    /** After so many rounds the manager decides. */
    static final long MOST_ROUNDS = 3;

    /** The round of answers that runs, from 1; a change of plan begins the same round anew. */
    static final Variable<Long> ROUND = Variable.number("round");

    /** Whether the coordinator has entered all items. */
    static final Variable<Boolean> BUDGET_COMPLETE = Variable.flag("budgetComplete");

    /** Whether a carrier under contract has to name a new price, because the plan has changed since it named the last. */
    static final Variable<Boolean> NEW_PRICE_ASKED = Variable.flag("newPriceAsked");

    /** The currency of the rate that is missing. */
    static final Variable<Currency> MISSING_CURRENCY =
            Variable.text("missingCurrency").as(Currency::getCurrencyCode, Currency::getInstance);

    /** The month of the rate that is missing. */
    static final Variable<YearMonth> MISSING_MONTH =
            Variable.text("missingMonth").as(YearMonth::toString, YearMonth::parse);

    /** Why the costs could not be divided, as a code with its gaps; empty where they were. */
    static final Variable<String> NOT_DIVIDED = Variable.text("notDivided");

    /** Whether the manager fixed the key, so that nobody is asked any more. */
    static final Variable<Boolean> KEY_FIXED = Variable.flag("keyFixed");

    /** By when the parties should have answered; those that have not are reminded then. */
    public static final Variable<Instant> ANSWERS_DUE =
            Variable.text("answersDue").as(Instant::toString, Instant::parse);

    /** Whether the shares stand: the outcome, too. */
    static final Variable<Boolean> SHARES_AGREED = Variable.flag("sharesAgreed");

    /** Whether another round may follow. */
    static final Variable<Boolean> ROUNDS_LEFT = Variable.flag("roundsLeft");

    /** Whether the coordinator wants to change items or keys after an objection. */
    static final Variable<Boolean> BUDGET_TO_CHANGE = Variable.flag("budgetToChange");

    private CostSharingProcess() {}
}
