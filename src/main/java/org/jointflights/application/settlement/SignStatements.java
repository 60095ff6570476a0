package org.jointflights.application.settlement;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.settlement.Arbitration;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.domain.settlement.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the parties say to the newest version of the accounts. */
@Service
@Transactional
public class SignStatements {

    private static final int OBJECTIONS_BEFORE_ARBITER = 2;

    private final Statements statements;
    private final Postings postings;
    private final ReadAgreedCosts agreed;
    private final FourEyesOnAccounts eyes;
    private final CheckConditions conditions;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final Clock clock;

    SignStatements(
            Statements statements,
            Postings postings,
            ReadAgreedCosts agreed,
            FourEyesOnAccounts eyes,
            CheckConditions conditions,
            CurrentUser actor,
            WriteTrail trail,
            Clock clock) {
        this.statements = statements;
        this.postings = postings;
        this.agreed = agreed;
        this.eyes = eyes;
        this.conditions = conditions;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** Everybody whose accounts these are: the organiser, Frontex, the agreed states, and whoever has a posting. */
    @Transactional(readOnly = true)
    public SortedSet<Party> signers(OperationReference reference) {
        SortedSet<Party> signers = new TreeSet<>(agreed.parties(reference));
        postings.of(reference).stream()
                .filter(posting -> posting.kind() == Posting.Kind.SHARE || posting.kind() == Posting.Kind.PAID)
                .forEach(posting -> signers.add(posting.party()));
        return signers;
    }

    /** Those that have neither signed the newest version nor are bound to it by the arbiter, in the order of their codes. */
    @Transactional(readOnly = true)
    public List<Party> toSign(OperationReference reference) {
        SortedSet<Party> open = signers(reference);
        current(reference).answers().stream()
                .filter(Statement.Answer::signed)
                .forEach(answer -> open.remove(answer.party()));
        Arbitration decided = current(reference).arbitration();
        if (decided != null && decided.stands()) {
            open.removeAll(decided.objectors());
        }
        return List.copyOf(open);
    }

    @Transactional(readOnly = true)
    public boolean everybodySigned(OperationReference reference) {
        return toSign(reference).isEmpty();
    }

    /**
     * Throws {@link NotYours} as {@link FourEyesOnAccounts} has it, and {@link Conflict} if the accounts are no longer what was
     * put forward, and for Frontex while a condition is not met on which a grant in them is paid.
     */
    public void sign(OperationReference reference, Party party) {
        eyes.requireOthers(current(reference), party);
        requireTrue(reference);
        if (party.isFrontex()) {
            granted(reference).forEach(beneficiary -> conditions.requireForSigning(reference, beneficiary));
        }
        answer(reference, party, null);
        trail.recordOf(
                reference,
                party,
                TrailEvent.ACCOUNTS_SIGNED,
                party,
                current(reference).version());
    }

    public void object(OperationReference reference, Party party, String reason) {
        answer(reference, party, reason);
        trail.recordOf(
                reference,
                party,
                TrailEvent.ACCOUNTS_OBJECTED,
                party,
                current(reference).version(),
                reason);
    }

    /** The objections that the organiser has not answered. */
    @Transactional(readOnly = true)
    public List<Statement.Answer> openObjections(OperationReference reference) {
        return current(reference).answers().stream()
                .filter(Statement.Answer::isOpenObjection)
                .toList();
    }

    /** Whether one of those whose objections nobody has answered has objected before: then an arbiter decides. */
    @Transactional(readOnly = true)
    public boolean needsArbiter(OperationReference reference) {
        Map<Party, Integer> all = statements.objections(reference);
        return openObjections(reference).stream()
                .anyMatch(answer -> all.getOrDefault(answer.party(), 0) >= OBJECTIONS_BEFORE_ARBITER);
    }

    /** The newest version; throws {@link Conflict} before there is one. */
    @Transactional(readOnly = true)
    public Statement current(OperationReference reference) {
        return statements.current(reference).orElseThrow(() -> Conflict.of("settlement.statement.none", reference));
    }

    /** Throws {@link Conflict} unless the postings are those that the newest version puts forward, and so the signatures. */
    @Transactional(readOnly = true)
    public void requireTrue(OperationReference reference) {
        current(reference).requireTrue(new Ledger(postings.of(reference)));
    }

    private SortedSet<Party> granted(OperationReference reference) {
        return new Ledger(postings.of(reference))
                .standing().stream()
                        .filter(posting -> posting.kind() == Posting.Kind.GRANT
                                && posting.fund() != Fund.NATIONAL
                                && posting.amount().minor() > 0)
                        .map(Posting::party)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private void answer(OperationReference reference, Party party, @Nullable String objection) {
        if (!actor.isIn(party + "finance")) {
            throw NotYours.of("settlement.sign.group", party + "finance");
        }
        Statement statement = current(reference);
        statements.answer(
                reference,
                statement.version(),
                new Statement.Answer(
                        party,
                        objection,
                        actor.id(),
                        clock.instant(),
                        null,
                        statement.signed().hash()));
    }
}
