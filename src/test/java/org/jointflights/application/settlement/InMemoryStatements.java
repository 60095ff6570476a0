package org.jointflights.application.settlement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.settlement.Arbitration;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.settlement.Statement.Answer;

/** Versions of accounts without a database. */
public final class InMemoryStatements implements Statements {

    private final List<Statement> statements = new ArrayList<>();
    private final Map<OperationReference, SortedSet<Party>> asked = new HashMap<>();

    @Override
    public Optional<Statement> current(OperationReference reference) {
        return all().stream()
                .filter(statement -> statement.reference().equals(reference))
                .reduce((older, newer) -> newer);
    }

    @Override
    public List<Statement> all() {
        return statements.stream()
                .sorted(Comparator.comparing(Statement::reference).thenComparing(Statement::version))
                .toList();
    }

    @Override
    public Optional<Statement> byHash(String hash) {
        return all().stream()
                .filter(statement -> statement.signed().hash().equals(hash))
                .reduce((older, newer) -> newer);
    }

    @Override
    public Optional<Statement> byArbitration(String hash) {
        return all().stream()
                .filter(statement -> statement.arbitration() != null
                        && statement.arbitration().signed().hash().equals(hash))
                .findFirst();
    }

    @Override
    public Map<Party, Integer> objections(OperationReference reference) {
        Map<Party, Integer> counted = new HashMap<>();
        statements.stream()
                .filter(statement -> statement.reference().equals(reference))
                .flatMap(statement -> statement.answers().stream())
                .filter(answer -> !answer.signed())
                .forEach(answer -> counted.merge(answer.party(), 1, Integer::sum));
        return counted;
    }

    @Override
    public void decided(OperationReference reference, int version, Arbitration arbitration) {
        Statement decided = get(reference, version).with(arbitration);
        statements.replaceAll(one -> one.reference().equals(reference) && one.version() == version ? decided : one);
    }

    /** What nobody may do. */
    void tamper(OperationReference reference, int version, Arbitration other) {
        statements.replaceAll(one -> one.reference().equals(reference) && one.version() == version
                ? new Statement(reference, version, one.computedAt(), one.signed(), one.answers(), other)
                : one);
    }

    @Override
    public void add(Statement statement) {
        statements.add(statement);
    }

    @Override
    public void answer(OperationReference reference, int version, Answer answer) {
        List<Answer> answers = new ArrayList<>(get(reference, version).answers());
        boolean answered = answers.stream()
                .anyMatch(earlier ->
                        earlier.party().equals(answer.party()) && (earlier.signed() || earlier.isOpenObjection()));
        if (answered) {
            throw Conflict.of("settlement.statement.answered", answer.party(), version);
        }
        answers.add(answer);
        put(reference, version, answers);
    }

    @Override
    public void reply(OperationReference reference, int version, String reply) {
        put(
                reference,
                version,
                get(reference, version).answers().stream()
                        .map(answer -> answer.isOpenObjection()
                                ? new Answer(
                                        answer.party(),
                                        answer.objection(),
                                        answer.by(),
                                        answer.at(),
                                        reply,
                                        answer.hash())
                                : answer)
                        .toList());
    }

    @Override
    public List<Party> askedToClaim(OperationReference reference) {
        return List.copyOf(asked.getOrDefault(reference, new TreeSet<>()));
    }

    @Override
    public void askToClaim(OperationReference reference, Collection<Party> parties) {
        asked.put(reference, new TreeSet<>(parties));
    }

    @Override
    public void claimsComplete(OperationReference reference, Party party) {
        asked.getOrDefault(reference, new TreeSet<>()).remove(party);
    }

    private Statement get(OperationReference reference, int version) {
        return statements.stream()
                .filter(one -> one.reference().equals(reference) && one.version() == version)
                .findFirst()
                .orElseThrow();
    }

    private void put(OperationReference reference, int version, List<Answer> answers) {
        statements.replaceAll(one -> one.reference().equals(reference) && one.version() == version
                ? new Statement(reference, version, one.computedAt(), one.signed(), answers, one.arbitration())
                : one);
    }
}
