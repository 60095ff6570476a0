package org.jointflights.application.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.desk.DeskFigure.Meaning;
import org.jointflights.application.desk.DeskSums.Sum;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.springframework.stereotype.Component;

/** The tasks that wait for whoever is signed in, with the amounts that they sign. */
@Component
class ReadWaiting {

    private final DeskTasks tasks;
    private final DeskSums sums;
    private final AmountOfTask amounts;
    private final CurrentUser user;

    ReadWaiting(DeskTasks tasks, DeskSums sums, AmountOfTask amounts, CurrentUser user) {
        this.tasks = tasks;
        this.amounts = amounts;
        this.sums = sums;
        this.user = user;
    }

    /** At most so many, the most pressing first. */
    Desk.Waiting read(Instant now, int most) {
        Set<String> groups = user.groups();
        String person = user.account();
        if (groups.isEmpty()) {
            return new Desk.Waiting(List.of(), 0, 0);
        }
        List<DeskTask> found = tasks.of(person, groups, now, most);
        DeskTasks.Waiting counted = tasks.count(person, groups, now);
        Map<String, List<DeskFigure>> figures = figures(found);
        return new Desk.Waiting(
                found.stream()
                        .map(task -> new Desk.Waited(
                                task,
                                task.isLate(now),
                                person.equals(task.claimedBy()),
                                Objects.requireNonNullElse(figures.get(task.id()), List.of())))
                        .toList(),
                counted.total(),
                counted.late());
    }

    /** Asks once for all tasks of a meaning, and not at all where none waits. */
    private Map<String, List<DeskFigure>> figures(List<DeskTask> found) {
        Map<Meaning, List<DeskTask>> byMeaning = new EnumMap<>(Meaning.class);
        for (DeskTask task : found) {
            amounts.of(task.task())
                    .ifPresent(meaning -> byMeaning
                            .computeIfAbsent(meaning, first -> new ArrayList<>())
                            .add(task));
        }
        Map<String, List<DeskFigure>> figures = new HashMap<>();
        byMeaning.forEach((meaning, such) -> {
            Set<OperationReference> flights =
                    such.stream().map(DeskTask::reference).collect(Collectors.toSet());
            Set<Party> parties =
                    such.stream().flatMap(task -> parties(task).stream()).collect(Collectors.toSet());
            List<Sum> all = ask(meaning, flights, parties);
            such.forEach(task -> figures.put(task.id(), figures(task, meaning, all)));
        });
        return figures;
    }

    private List<Sum> ask(Meaning meaning, Set<OperationReference> flights, Set<Party> parties) {
        return switch (meaning) {
            case SHARE -> sums.shares(flights, parties);
            case COST -> sums.plans(flights);
            case CEILING, CEILINGS -> sums.ceilings(flights);
            case PAYS, GETS -> sums.balances(flights, parties);
            case INCOMING -> sums.incoming(flights, parties);
        };
    }

    /** Which state Frontex signs for does not stand in the list of tasks: it is told what all of them get. */
    private static List<DeskFigure> figures(DeskTask task, Meaning meaning, List<Sum> all) {
        List<Sum> ofFlight = all.stream()
                .filter(sum -> sum.reference().equals(task.reference()))
                .toList();
        return switch (meaning) {
            case SHARE, CEILING, INCOMING -> ofParties(task, ofFlight, meaning);
            case COST ->
                ofFlight.stream()
                        .map(sum -> new DeskFigure(meaning, sum.amount()))
                        .toList();
            case CEILINGS ->
                ofFlight.stream()
                        .map(Sum::amount)
                        .reduce(Money::plus)
                        .map(sum -> List.of(new DeskFigure(meaning, sum)))
                        .orElse(List.of());
            case PAYS, GETS ->
                ofParties(task, ofFlight, Meaning.GETS).stream()
                        .map(ReadWaiting::paidOrGot)
                        .toList();
        };
    }

    private static DeskFigure paidOrGot(DeskFigure balance) {
        Money amount = balance.amount();
        return amount.minor() < 0 ? new DeskFigure(Meaning.PAYS, amount.negated()) : balance;
    }

    private static Set<Party> parties(DeskTask task) {
        return Viewer.of(Set.copyOf(task.groups())).parties();
    }

    private static List<DeskFigure> ofParties(DeskTask task, List<Sum> sums, Meaning meaning) {
        Set<Party> parties = parties(task);
        return sums.stream()
                .filter(sum -> sum.party() != null && parties.contains(sum.party()))
                .map(sum -> new DeskFigure(meaning, sum.amount()))
                .toList();
    }
}
