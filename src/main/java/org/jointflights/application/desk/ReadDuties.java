package org.jointflights.application.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jointflights.application.banking.BankStatements;
import org.jointflights.application.desk.DeskDuties.Found;
import org.jointflights.application.desk.Duty.Kind;
import org.jointflights.application.hours.ReadFlightHours;
import org.jointflights.application.netting.ReadNettings;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.people.administration.PeopleRequest;
import org.jointflights.domain.Actor;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for whoever is signed in on pages of our own; only what their roles can have is asked for. */
@Component
class ReadDuties {

    /** Of one kind; each of those that are read whole takes statements of its own. */
    private static final int MOST = 5;

    private final DeskDuties duties;
    private final ReadNettings nettings;
    private final ReadFlightHours hours;
    private final BankStatements statements;
    private final CurrentUser user;

    ReadDuties(
            DeskDuties duties,
            ReadNettings nettings,
            ReadFlightHours hours,
            BankStatements statements,
            CurrentUser user) {
        this.duties = duties;
        this.nettings = nettings;
        this.hours = hours;
        this.statements = statements;
        this.user = user;
    }

    List<Duty> read(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Duty> found = new ArrayList<>();
        SortedSet<Party> finance = financeOf();
        if (!finance.isEmpty()) {
            addNettings(found, finance, today);
            addNetPayments(found, finance);
            addHours(found, finance);
            add(found, Kind.RECOVERY_ANSWER, duties.recoveriesToAnswer(finance, MOST));
            addOfOthers(found, Kind.BANK_ACCOUNT, duties.bankAccounts(finance, MOST));
            addCount(
                    found,
                    Kind.BANK_ENTRY,
                    finance.stream().mapToInt(statements::countWaiting).sum());
        }
        if (user.isIn(Role.EXECUTIVE.group())) {
            addOfOthers(found, Kind.RECOVERY_DECISION, duties.recoveriesToDecide(today, MOST));
        }
        if (user.isIn(Role.AUDITOR.group())) {
            add(found, Kind.SAMPLE, duties.samples(MOST));
        }
        if (user.isIn(Role.MANAGER.group())) {
            addOfOthers(found, Kind.YEAR, duties.years(MOST));
        }
        addCount(found, Kind.ABSENCE, duties.absencesToAgree(user.account(), now));
        if (user.isIn(Role.ADMINISTRATOR.group())) {
            addCount(found, Kind.ABSENCE_CONFIRMATION, duties.absencesToConfirm(user.account(), now));
            addCount(found, Kind.REQUEST, duties.requests(user.account(), now.minus(PeopleRequest.LASTS)));
        }
        return found;
    }

    private SortedSet<Party> financeOf() {
        SortedSet<Party> own = new TreeSet<>(Viewer.of(user.groups()).parties());
        own.removeIf(party -> !user.isIn(Role.FINANCE.groupOf(party)));
        return own;
    }

    /** Each is looked at as its page does, since it depends on who has proposed or signed it whether somebody may sign. */
    private void addNettings(List<Duty> found, SortedSet<Party> finance, LocalDate today) {
        for (long id : duties.nettings(finance, today, MOST)) {
            ReadNettings.Looked looked = nettings.one(id);
            for (Party party : looked.sign()) {
                found.add(new Duty(Kind.NETTING, id, looked.netting().signBy(), onlyOne(looked.balances(party)), 1));
            }
        }
    }

    /** A payment that nobody confirms keeps the flights in the netting from being closed. */
    private void addNetPayments(List<Duty> found, SortedSet<Party> finance) {
        for (long id : duties.nettingsToConfirm(finance, MOST)) {
            ReadNettings.Looked looked = nettings.one(id);
            List<Money> due = looked.netting().payments().stream()
                    .filter(payment -> looked.collect().contains(payment.id()))
                    .map(payment -> payment.due().amount())
                    .toList();
            if (!due.isEmpty()) {
                found.add(new Duty(
                        Kind.NETTING_PAYMENT,
                        id,
                        looked.netting().payBy(),
                        due.size() == 1 ? due.get(0) : null,
                        due.size()));
            }
        }
    }

    /** What it comes to where that is one amount; several stand on its page. */
    private static @Nullable Money onlyOne(Map<Ledger.Pot, Money> balances) {
        return balances.size() == 1 ? balances.values().iterator().next() : null;
    }

    private void addHours(List<Duty> found, SortedSet<Party> finance) {
        for (long id : duties.hours(finance, MOST)) {
            if (!hours.exchange(id).answerFor().isEmpty()) {
                found.add(new Duty(Kind.HOURS, id, null, null, 1));
            }
        }
    }

    /** Without what the reader has prepared: that waits for somebody else. */
    private void addOfOthers(List<Duty> found, Kind kind, List<Found> all) {
        add(
                found,
                kind,
                all.stream().filter(one -> !Actor.share(one.actor(), user.id())).toList());
    }

    private static void add(List<Duty> found, Kind kind, List<Found> all) {
        all.forEach(one -> found.add(new Duty(kind, one.number(), one.by(), one.amount(), one.count())));
    }

    private static void addCount(List<Duty> found, Kind kind, int count) {
        if (count > 0) {
            found.add(new Duty(kind, 0, null, null, count));
        }
    }
}
