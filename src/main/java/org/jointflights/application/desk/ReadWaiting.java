package org.jointflights.application.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
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

    private static final Set<String> OF_SHARE = Set.of("userTask_acceptShare", "userTask_signPlan");

    private static final Set<String> OF_COST = Set.of("userTask_signAsManager", "userTask_giveGo");

    private static final Set<String> OF_CEILING =
            Set.of("userTask_signDecisionForState", "userTask_signDecisionForFrontex");

    private static final String FOR_FRONTEX = "userTask_signDecisionForFrontex";

    private static final Set<String> OF_BALANCE = Set.of("userTask_signStatement");

    private static final Set<String> OF_INCOMING = Set.of("userTask_confirmPayment");

    private final DeskTasks tasks;
    private final DeskSums sums;
    private final CurrentUser user;

    ReadWaiting(DeskTasks tasks, DeskSums sums, CurrentUser user) {
        this.tasks = tasks;
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

    private Map<String, List<DeskFigure>> figures(List<DeskTask> found) {
        Map<String, List<DeskFigure>> figures = new HashMap<>();
        add(figures, found, OF_SHARE, sums::shares, ReadWaiting::share);
        add(figures, found, OF_COST, (flights, parties) -> sums.plans(flights), ReadWaiting::cost);
        add(figures, found, OF_CEILING, (flights, parties) -> sums.ceilings(flights), ReadWaiting::ceiling);
        add(figures, found, OF_BALANCE, sums::balances, ReadWaiting::balance);
        add(figures, found, OF_INCOMING, sums::incoming, ReadWaiting::incoming);
        return figures;
    }

    /** Asks once for all tasks of a kind, and not at all where none waits. */
    private static void add(
            Map<String, List<DeskFigure>> figures,
            List<DeskTask> found,
            Set<String> kinds,
            BiFunction<Collection<OperationReference>, Collection<Party>, List<Sum>> ask,
            BiFunction<DeskTask, List<Sum>, List<DeskFigure>> choose) {
        List<DeskTask> such = found.stream().filter(task -> task.isOneOf(kinds)).toList();
        if (such.isEmpty()) {
            return;
        }
        Set<OperationReference> flights = new LinkedHashSet<>();
        Set<Party> parties = new TreeSet<>();
        for (DeskTask task : such) {
            flights.add(task.reference());
            parties.addAll(parties(task));
        }
        List<Sum> all = ask.apply(flights, parties);
        for (DeskTask task : such) {
            figures.put(
                    task.id(),
                    choose.apply(
                            task,
                            all.stream()
                                    .filter(sum -> sum.reference().equals(task.reference()))
                                    .toList()));
        }
    }

    private static Set<Party> parties(DeskTask task) {
        return Viewer.of(Set.copyOf(task.groups())).parties();
    }

    private static List<DeskFigure> share(DeskTask task, List<Sum> sums) {
        return ofParties(task, sums, Meaning.SHARE);
    }

    private static List<DeskFigure> incoming(DeskTask task, List<Sum> sums) {
        return ofParties(task, sums, Meaning.INCOMING);
    }

    private static List<DeskFigure> ofParties(DeskTask task, List<Sum> sums, Meaning meaning) {
        Set<Party> parties = parties(task);
        return sums.stream()
                .filter(sum -> sum.party() != null && parties.contains(sum.party()))
                .map(sum -> new DeskFigure(meaning, sum.amount()))
                .toList();
    }

    private static List<DeskFigure> cost(DeskTask task, List<Sum> sums) {
        return sums.stream()
                .map(sum -> new DeskFigure(Meaning.COST, sum.amount()))
                .toList();
    }

    /** Which state Frontex signs for does not stand in the list of tasks: it is told what all of them get. */
    private static List<DeskFigure> ceiling(DeskTask task, List<Sum> sums) {
        if (!task.task().equals(FOR_FRONTEX)) {
            return ofParties(task, sums, Meaning.CEILING);
        }
        return sums.stream()
                .map(Sum::amount)
                .reduce(Money::plus)
                .map(all -> List.of(new DeskFigure(Meaning.CEILINGS, all)))
                .orElse(List.of());
    }

    private static List<DeskFigure> balance(DeskTask task, List<Sum> sums) {
        List<DeskFigure> figures = new ArrayList<>();
        for (DeskFigure balance : ofParties(task, sums, Meaning.GETS)) {
            Money amount = balance.amount();
            figures.add(amount.minor() < 0 ? new DeskFigure(Meaning.PAYS, amount.negated()) : balance);
        }
        return figures;
    }
}
