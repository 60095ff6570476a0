package org.jointflights.process.settlement;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jointflights.application.flight.Cancellations;
import org.jointflights.application.funding.FinancialDecisions;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.application.settlement.EnterClaims;
import org.jointflights.application.settlement.FlightAccounts;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.application.settlement.SignStatements;
import org.jointflights.domain.Day;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.flight.Cancellation;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Certification;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.domain.settlement.Voucher;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.Markdown;
import org.springframework.stereotype.Component;

/** The tables and sentences that the forms of this model show. */
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
        return FormLanguage.name(party);
    }

    static String day(Instant instant) {
        return FormLanguage.say(new Day(instant.atZone(ZoneOffset.UTC).toLocalDate()));
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
                        FormLanguage.say(
                                "settlement.form.claim.choice",
                                claim.id(),
                                claim.claimant(),
                                claim.described(),
                                claim.amount()),
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
                    FormLanguage.say(
                            "settlement.form.item.choice",
                            item.label(),
                            category(item.category()),
                            item.amount(),
                            sharing(item)),
                    "value",
                    Long.toString(item.id())));
        }
        options.add(row("label", FormLanguage.say("settlement.form.item.own"), "value", "OWN"));
        return options;
    }

    /** What has to be entered anew, and why; empty the first time. */
    Markdown correction(OperationReference reference, Party party) {
        List<Claim> withdrawn = claims.withdrawn(reference, party);
        if (withdrawn.isEmpty()) {
            return Markdown.nothing();
        }
        Claim last = withdrawn.get(withdrawn.size() - 1);
        return Markdown.of(
                "settlement.form.correction", last.id(), last.described(), last.amount(), last.withdrawnFor());
    }

    Markdown claimText(Claim claim) {
        return Markdown.of(
                "settlement.form.claim",
                name(claim.claimant()),
                claim.amount(),
                claim.described(),
                category(claim.category()));
    }

    Sentence sharedText(OperationReference reference, Claim claim) {
        return claim.voucher() == null
                ? Sentence.of("settlement.form.shared.noVoucher")
                : Sentence.of("settlement.form.shared", sharing(accounts.sharedAs(reference, claim)));
    }

    Sentence decisionText(OperationReference reference, Party claimant) {
        return decisions.of(reference).stream()
                .filter(decision -> decision.beneficiary().equals(claimant))
                .findFirst()
                .map(AccountTables::decision)
                .orElseGet(() -> Sentence.of("settlement.form.decision.none", name(claimant)));
    }

    Sentence cancellationText(OperationReference reference) {
        return cancellations
                .of(reference)
                .map(cancelled -> Sentence.of("settlement.form.cancelled", cancelled.reason(), cause(cancelled)))
                .orElseGet(() -> Sentence.of("settlement.form.flown"));
    }

    Markdown balanceText(OperationReference reference, Party party) {
        FlightAccounts.Line line = line(reference, party).orElse(null);
        if (line == null) {
            return Markdown.of("settlement.form.balance.none", name(party));
        }
        Markdown open = line.open().minor() > 0
                ? Markdown.of("settlement.form.balance.owed", line.open())
                : line.open().minor() < 0
                        ? Markdown.of(
                                "settlement.form.balance.owes", line.open().negated())
                        : Markdown.of("settlement.form.balance.even");
        return Markdown.of(
                "settlement.form.balance",
                name(party),
                line.paid(),
                line.granted(),
                line.borne(),
                line.planned(),
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
                        "paid", line.paid(),
                        "granted", line.granted(),
                        "borne", line.borne(),
                        "planned", line.planned(),
                        "open", line.open()))
                .toList();
    }

    List<Map<String, Object>> signatures(OperationReference reference) {
        List<Statement.Answer> answers = statements.current(reference).answers();
        Map<String, String> names =
                people.namesOf(answers.stream().map(Statement.Answer::by).collect(Collectors.toSet()));
        return answers.stream()
                .map(answer -> row(
                        "party",
                        answer.party().code(),
                        "answer",
                        said(answer),
                        "by",
                        Objects.requireNonNull(names.get(answer.by())),
                        "reply",
                        answer.reply() == null ? "" : answer.reply()))
                .toList();
    }

    List<Map<String, Object>> objections(OperationReference reference) {
        return statements.openObjections(reference).stream()
                .map(answer -> row(
                        "party", name(answer.party()),
                        "reason", answer.objection() == null ? "" : answer.objection(),
                        "by", FormLanguage.say(people.named(answer.by()))))
                .toList();
    }

    Markdown replyText(OperationReference reference, Party party) {
        return statements.current(reference).answers().stream()
                .filter(answer -> answer.party().equals(party) && answer.reply() != null)
                .reduce((earlier, later) -> later)
                .map(Statement.Answer::reply)
                .map(reply -> Markdown.of("settlement.form.reply", reply))
                .orElse(Markdown.nothing());
    }

    Markdown transferText(Transfer transfer) {
        if (transfer.netting() != null) {
            return Markdown.of(
                    "settlement.form.transferNetted",
                    name(transfer.debtor()),
                    transfer.amount(),
                    name(transfer.creditor()),
                    fund(transfer.fund()),
                    transfer.netting());
        }
        return Markdown.of(
                "settlement.form.transfer",
                name(transfer.debtor()),
                transfer.amount(),
                name(transfer.creditor()),
                fund(transfer.fund()));
    }

    List<Map<String, Object>> transfers(OperationReference reference) {
        return accounts.of(reference).transfers().stream()
                .map(transfer -> row(
                        "from", transfer.debtor().code(),
                        "to", transfer.creditor().code(),
                        "amount", transfer.amount(),
                        "fund", fund(transfer.fund()),
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
                Sentence.of("settlement.form.described", claim.described(), category(claim.category())),
                "amount",
                claim.amount(),
                "euro",
                conversion == null ? "" : converted(conversion),
                "voucher",
                voucher == null
                        ? Sentence.of("settlement.form.noVoucher")
                        : Sentence.of("settlement.form.voucher", claim.evidence(), new Day(voucher.date())),
                "eligible",
                found == null ? "" : eligible(found),
                "by",
                FormLanguage.say(by(claim.enteredBy())));
    }

    private static Map<String, Object> posting(Posting posting) {
        return row(
                "number", posting.number(),
                "amount", posting.amount(),
                "fund", fund(posting.fund()),
                "reason",
                        posting.reverses() == null
                                ? posting.reason(FormLanguage.spoken())
                                : Sentence.of(
                                        "settlement.form.reverses",
                                        posting.reverses(),
                                        posting.reason(FormLanguage.spoken())));
    }

    private static Sentence said(Statement.Answer answer) {
        String objection = answer.objection();
        return objection == null
                ? Sentence.of("settlement.page.signed")
                : Sentence.of("settlement.page.objected", objection);
    }

    private static Sentence decision(FinancialDecision decision) {
        return Sentence.of(
                decision.isSigned() ? "settlement.form.decision.signed" : "settlement.form.decision.notSigned",
                name(decision.beneficiary()),
                decision.terms().percent(),
                decision.ceiling(),
                fund(decision.fund()));
    }

    private static Sentence cause(Cancellation cancelled) {
        Party causedBy = cancelled.causedBy();
        return causedBy == null
                ? Sentence.of("settlement.form.cause.nobody")
                : Sentence.of("settlement.form.cause", name(causedBy));
    }

    private static Sentence state(Transfer transfer) {
        if (transfer.settled() instanceof Transfer.Paid paid) {
            return Sentence.of("settlement.form.paid", new Day(paid.valueDate()));
        }
        if (transfer.netting() != null) {
            return transfer.settled() instanceof Transfer.Netted netted
                    ? Sentence.of("settlement.form.netted", netted.valueDate(), netted.netting())
                    : Sentence.of("settlement.form.inNetting", transfer.netting());
        }
        return Sentence.of(transfer.isOpen() ? "settlement.page.stateOpen" : "settlement.form.waived");
    }

    private static Sentence fund(Fund fund) {
        return Sentence.of("settlement.fund." + fund);
    }

    private static Sentence sharing(CostItem item) {
        String sharers = item.sharers().stream().map(Party::code).collect(Collectors.joining(", "));
        return item.isDirect()
                ? Sentence.of("settlement.form.sharing.direct", sharers)
                : Sentence.of("settlement.form.sharing", Sentence.of("costs.key." + item.key()), sharers);
    }

    private Worded by(String actor) {
        return actor.equals(CurrentUser.SYSTEM) ? Sentence.of("overview.trail.system") : people.named(actor);
    }

    /** The amount in euro and the rates that made it. */
    private static Worded converted(Conversion conversion) {
        Worded words = conversion.after();
        for (ExchangeRate rate : conversion.rates()) {
            words = Sentence.of(
                    "settlement.form.atRate",
                    words,
                    rate.unitsPerEuro().toPlainString(),
                    FormLanguage.month(rate.month()),
                    rate.source());
        }
        return words;
    }

    private static Worded eligible(Certification found) {
        return found.reason().isEmpty()
                ? found.eligible()
                : Sentence.of("common.pair", found.eligible(), found.reason());
    }

    private static Sentence category(CostCategory category) {
        return Sentence.of("costs.budget.category." + category);
    }

    private static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return row;
    }
}
