package org.jointflights.process.settlement;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.application.people.People;
import org.jointflights.application.settlement.EnterClaims;
import org.jointflights.application.settlement.FlightAccounts;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.application.settlement.SignStatements;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.jointflights.domain.settlement.Certification;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.domain.settlement.Voucher;
import org.jointflights.process.engine.Markdown;
import org.springframework.stereotype.Component;

/** The tables and sentences that the forms of this model show, in English. */
@Component
class AccountTables {

    private final ReadAccounts accounts;
    private final EnterClaims claims;
    private final SignStatements statements;
    private final FinancialDecisions decisions;
    private final Cancellations cancellations;
    private final People people;

    AccountTables(
            ReadAccounts accounts,
            EnterClaims claims,
            SignStatements statements,
            FinancialDecisions decisions,
            Cancellations cancellations,
            People people) {
        this.accounts = accounts;
        this.claims = claims;
        this.statements = statements;
        this.decisions = decisions;
        this.cancellations = cancellations;
        this.people = people;
    }

    static String name(Party party) {
        return party.name(Locale.ENGLISH);
    }

    static String day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    List<Map<String, Object>> claims(List<Claim> shown) {
        return shown.stream().map(this::claim).toList();
    }

    List<Map<String, Object>> allClaims(OperationReference reference) {
        return claims(
                accounts.of(reference).claims().stream().filter(Claim::counts).toList());
    }

    /** The claims that can be entered anew; the carrier's fee follows from the contract and cannot. */
    List<Map<String, Object>> claimOptions(OperationReference reference) {
        return accounts.of(reference).claims().stream()
                .filter(claim -> claim.counts() && claim.kind() == Claim.Kind.COST)
                .map(claim -> row(
                        "label",
                        claim.id() + " · " + claim.claimant() + " · " + claim.description() + " · "
                                + format(claim.amount()),
                        "value",
                        Long.toString(claim.id())))
                .toList();
    }

    /** What the party may claim: its planned items, and a cost of its own. */
    List<Map<String, Object>> itemOptions(OperationReference reference, Party party) {
        List<Map<String, Object>> options = new ArrayList<>();
        for (CostItem item : claims.plannedFor(reference, party)) {
            options.add(row(
                    "label",
                    item.label() + " · " + category(item.category()) + " · planned " + format(item.amount()) + " · "
                            + sharing(item),
                    "value",
                    Long.toString(item.id())));
        }
        options.add(row("label", "A cost of our own that was not planned", "value", "OWN"));
        return options;
    }

    /** What has to be entered anew, and why; empty the first time. */
    Markdown correction(OperationReference reference, Party party) {
        List<Claim> withdrawn = claims.withdrawn(reference, party);
        if (withdrawn.isEmpty()) {
            return Markdown.of("");
        }
        Claim last = withdrawn.get(withdrawn.size() - 1);
        return Markdown.of(
                "**To be corrected:** claim %d, %s, %s was withdrawn: %s Enter it anew as it should be.",
                last.id(), last.description(), format(last.amount()), last.withdrawnFor());
    }

    Markdown claimText(Claim claim) {
        return Markdown.of(
                "**%s** claims **%s** for “%s” (%s).",
                name(claim.claimant()), format(claim.amount()), claim.description(), category(claim.category()));
    }

    String sharedText(OperationReference reference, Claim claim) {
        CostItem item = accounts.sharedAs(reference, claim);
        return claim.voucher() == null
                ? "There is no voucher: it cannot be eligible, and it stays with the claimant."
                : "What no grant pays of it is " + sharing(item) + ".";
    }

    String decisionText(OperationReference reference, Party claimant) {
        return decisions.of(reference).stream()
                .filter(decision -> decision.beneficiary().equals(claimant))
                .findFirst()
                .map(AccountTables::decision)
                .orElse("No financial decision names %s as a beneficiary: no grant is paid.".formatted(name(claimant)));
    }

    String cancellationText(OperationReference reference) {
        return cancellations
                .of(reference)
                .map(cancelled -> "The flight was cancelled: %s. %s A cost can be eligible only if the beneficiary's "
                                .formatted(cancelled.reason(), cause(cancelled))
                        + "decision pays for a cancellation that is not attributable to it.")
                .orElse("The flight was flown.");
    }

    Markdown balanceText(OperationReference reference, Party party) {
        FlightAccounts.Line line = line(reference, party).orElse(null);
        if (line == null) {
            return Markdown.of("%s has paid nothing, bears nothing and is owed nothing.", name(party));
        }
        Markdown open = line.open().minor() > 0
                ? Markdown.of("is owed **%s**", format(line.open()))
                : line.open().minor() < 0
                        ? Markdown.of("owes **%s**", format(line.open().negated()))
                        : Markdown.of("neither owes nor is owed anything");
        return Markdown.of(
                "%s paid %s, gets grants of %s, bears %s (planned before grants: %s) and %s.",
                name(party),
                format(line.paid()),
                format(line.granted()),
                format(line.borne()),
                format(line.planned()),
                open);
    }

    /** What the party is owed; below zero, what it owes. */
    Money balance(OperationReference reference, Party party) {
        return line(reference, party).map(FlightAccounts.Line::open).orElse(Money.zero(Money.EUR));
    }

    private Optional<FlightAccounts.Line> line(OperationReference reference, Party party) {
        return accounts.of(reference).lines().stream()
                .filter(line -> line.party().equals(party))
                .findFirst();
    }

    List<Map<String, Object>> postings(OperationReference reference, Party party) {
        return accounts.of(reference).ledger().postings().stream()
                .filter(posting -> posting.party().equals(party))
                .map(AccountTables::posting)
                .toList();
    }

    List<Map<String, Object>> parties(OperationReference reference) {
        return accounts.of(reference).lines().stream()
                .map(line -> row(
                        "party", line.party().code(),
                        "paid", format(line.paid()),
                        "granted", format(line.granted()),
                        "borne", format(line.borne()),
                        "planned", format(line.planned()),
                        "open", format(line.open())))
                .toList();
    }

    List<Map<String, Object>> signatures(OperationReference reference) {
        return statements.current(reference).answers().stream()
                .map(answer -> row(
                        "party",
                        answer.party().code(),
                        "answer",
                        answer.signed() ? "signed" : "objected: " + answer.objection(),
                        "by",
                        people.nameOf(answer.by()),
                        "reply",
                        answer.reply() == null ? "" : answer.reply()))
                .toList();
    }

    List<Map<String, Object>> objections(OperationReference reference) {
        return statements.openObjections(reference).stream()
                .map(answer -> row(
                        "party", name(answer.party()),
                        "reason", answer.objection() == null ? "" : answer.objection(),
                        "by", people.nameOf(answer.by())))
                .toList();
    }

    Markdown replyText(OperationReference reference, Party party) {
        return statements.current(reference).answers().stream()
                .filter(answer -> answer.party().equals(party) && answer.reply() != null)
                .reduce((earlier, later) -> later)
                .map(Statement.Answer::reply)
                .map(reply -> Markdown.of("**The organiser's answer to your objection:** %s", reply))
                .orElse(Markdown.of(""));
    }

    Markdown transferText(Transfer transfer) {
        return Markdown.of(
                "**%s** owes **%s** to **%s**, as money of %s.",
                name(transfer.debtor()), format(transfer.amount()), name(transfer.creditor()), fund(transfer));
    }

    List<Map<String, Object>> transfers(OperationReference reference) {
        return accounts.of(reference).transfers().stream()
                .map(transfer -> row(
                        "from", transfer.debtor().code(),
                        "to", transfer.creditor().code(),
                        "amount", format(transfer.amount()),
                        "fund", fund(transfer),
                        "state", state(transfer)))
                .toList();
    }

    private Map<String, Object> claim(Claim claim) {
        Voucher voucher = claim.voucher();
        Conversion conversion = claim.conversion();
        Certification found = claim.certification();
        return row(
                "claim",
                claim.id(),
                "party",
                claim.claimant().code(),
                "description",
                claim.description() + " (" + category(claim.category()) + ")",
                "amount",
                format(claim.amount()),
                "euro",
                conversion == null ? "" : format(conversion.after()) + rates(conversion),
                "voucher",
                voucher == null ? "none" : voucher.number() + ", " + voucher.date(),
                "eligible",
                found == null ? "" : format(found.eligible()) + reason(found),
                "by",
                people.nameOf(claim.enteredBy()));
    }

    private static Map<String, Object> posting(Posting posting) {
        return row(
                "number", posting.number(),
                "amount", format(posting.amount()),
                "fund", Sentence.of("settlement.fund." + posting.fund()).in(Locale.ENGLISH),
                "reason",
                        posting.reverses() == null
                                ? posting.reasonEnglish()
                                : "Takes back posting " + posting.reverses() + ": " + posting.reasonEnglish());
    }

    private static String decision(FinancialDecision decision) {
        return "The financial decision for %s pays %s per cent up to %s, from %s; it is %s."
                .formatted(
                        name(decision.beneficiary()),
                        decision.terms().percent(),
                        format(decision.ceiling()),
                        Sentence.of("settlement.fund." + decision.fund()).in(Locale.ENGLISH),
                        decision.isSigned() ? "signed by both sides" : "not signed by both sides and so pays nothing");
    }

    private static String cause(Cancellation cancelled) {
        Party causedBy = cancelled.causedBy();
        return causedBy == null ? "No party is answerable for it." : name(causedBy) + " is answerable for it.";
    }

    private static String state(Transfer transfer) {
        if (transfer.settled() instanceof Transfer.Paid paid) {
            return "paid " + paid.valueDate();
        }
        return transfer.isOpen() ? "open" : "waived";
    }

    private static String fund(Transfer transfer) {
        return Sentence.of("settlement.fund." + transfer.fund()).in(Locale.ENGLISH);
    }

    private static String sharing(CostItem item) {
        String sharers = item.sharers().stream().map(Party::code).collect(Collectors.joining(", "));
        return item.isDirect()
                ? "borne by " + sharers + " alone"
                : "shared " + Sentence.of("costs.key." + item.key()).in(Locale.ENGLISH) + ", among " + sharers;
    }

    private static String rates(Conversion conversion) {
        return conversion.rates().stream()
                .map(rate ->
                        " at %s (%s, %s)".formatted(rate.unitsPerEuro().toPlainString(), rate.month(), rate.source()))
                .collect(Collectors.joining());
    }

    private static String reason(Certification found) {
        return found.reason().isEmpty() ? "" : ": " + found.reason();
    }

    private static String category(CostCategory category) {
        return category.label(Locale.ENGLISH);
    }

    private static String format(Money money) {
        return MoneyText.format(money, Locale.ENGLISH);
    }

    private static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return row;
    }
}
