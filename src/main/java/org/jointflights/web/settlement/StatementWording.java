package org.jointflights.web.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.Day;
import org.jointflights.domain.Moment;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.jointflights.domain.settlement.Arbitration;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.FinalShare;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.settlement.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * Says in one language what the page's records hold; times are those of the departure airport.
 *
 * @param names the person's name to a sign-in name
 */
public record StatementWording(Locale language, ZoneId zone, Function<String, Worded> names) {

    public String money(Money amount) {
        return MoneyText.format(amount, language);
    }

    /** Without its currency, for a table that says it once. */
    public String figure(Money amount) {
        return MoneyText.figure(amount, language);
    }

    public String party(Party party) {
        return party.name(language);
    }

    public String rule(WithdrawalRule rule) {
        return Sentence.of("costs.rule." + rule).in(language);
    }

    public String fund(Fund fund) {
        return Sentence.of("settlement.fund." + fund).in(language);
    }

    public String time(Instant instant) {
        return Moment.of(instant, zone).in(language);
    }

    public String date(LocalDate day) {
        return new Day(day).in(language);
    }

    private String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", language).format(month);
    }

    /** The name of somebody who signed. */
    public String person(String signInName) {
        return names.apply(signInName).in(language);
    }

    /** The rates of a conversion; empty for euro. */
    public String rates(@Nullable Conversion conversion) {
        return conversion == null
                ? ""
                : conversion.rates().stream()
                        .map(rate -> Sentence.of(
                                        "settlement.page.rate",
                                        rate.unitsPerEuro().toPlainString() + " " + rate.currency(),
                                        month(rate.month()),
                                        rate.source())
                                .in(language))
                        .collect(Collectors.joining("; "));
    }

    public String worded(Worded words) {
        return words.in(language);
    }

    public String sentence(Sentence sentence) {
        return sentence.in(language);
    }

    public String reason(Posting posting) {
        String reason = posting.reason(language);
        Integer reverses = posting.reverses();
        return reverses == null
                ? reason
                : Sentence.of("settlement.page.reverses", reverses).in(language) + " " + reason;
    }

    public String cents(BigFraction fraction) {
        return FinalShare.fraction(fraction);
    }

    public String reason(FinalShare share) {
        return share.sentence(language);
    }

    /** What the check found, or why the claim no longer counts. */
    public String finding(Claim claim) {
        String withdrawn = claim.withdrawnFor();
        if (withdrawn != null) {
            String code = withdrawn.isEmpty() ? "settlement.page.withdrawnErased" : "settlement.page.withdrawn";
            return Sentence.of(code, withdrawn).in(language);
        }
        return claim.certification() == null
                ? ""
                : money(claim.certification().eligible()) + " "
                        + claim.certification().reason();
    }

    public String answer(Statement.Answer answer) {
        String objection = answer.objection();
        String reply = answer.reply();
        if (objection == null) {
            return Sentence.of("settlement.page.signed").in(language);
        }
        String said = Sentence.of("settlement.page.objected", objection).in(language);
        return reply == null
                ? said
                : said + " " + Sentence.of("settlement.page.reply", reply).in(language);
    }

    public String state(Transfer transfer) {
        if (transfer.settled() instanceof Transfer.Paid paid) {
            return Sentence.of("settlement.page.statePaid", date(paid.valueDate()), paid.bankReference())
                    .in(language);
        }
        if (transfer.settled() instanceof Transfer.Waived waived) {
            String code = waived.reason().isEmpty() ? "settlement.recovery.waived" : "settlement.page.stateWaived";
            return Sentence.of(code, waived.letter(), date(waived.dated()), waived.reason())
                    .in(language);
        }
        if (transfer.settled() instanceof Transfer.Netted netted) {
            return Sentence.of("settlement.page.stateNetted", netted.netting(), date(netted.valueDate()))
                    .in(language);
        }
        return transfer.netting() == null
                ? Sentence.of("settlement.page.stateOpen").in(language)
                : Sentence.of("settlement.page.stateInNetting", transfer.netting())
                        .in(language);
    }

    /** What the arbiter decided. */
    public String decision(Arbitration decided) {
        return Sentence.of("settlement.arbitration." + decided.decision()).in(language);
    }
}
