package org.jointflights.application.system;

import static java.util.Comparator.comparing;

import java.util.List;
import org.jointflights.application.notice.Mails;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.system.SystemState.UndeliveredMail;
import org.jointflights.domain.NotYours;
import org.springframework.stereotype.Service;

/** Reads how the application is, for administrators and auditors. */
@Service
public class ReadSystem {

    private static final List<Role> READERS = List.of(Role.ADMINISTRATOR, Role.AUDITOR);

    private final FailedSteps steps;
    private final Nodes nodes;
    private final List<Products> products;
    private final List<Queues> queues;
    private final Backups backups;
    private final CurrentUser reader;
    private final CompareClocks clocks;
    private final Mails mails;

    ReadSystem(
            FailedSteps steps,
            Nodes nodes,
            List<Products> products,
            List<Queues> queues,
            Backups backups,
            CurrentUser reader,
            CompareClocks clocks,
            Mails mails) {
        this.steps = steps;
        this.nodes = nodes;
        this.products = products;
        this.queues = queues;
        this.backups = backups;
        this.reader = reader;
        this.clocks = clocks;
        this.mails = mails;
    }

    /** Throws {@link NotYours} unless an administrator or auditor asks. */
    public SystemState read() {
        if (READERS.stream().map(Role::group).noneMatch(reader::isIn)) {
            throw NotYours.of("system.notYours");
        }
        return new SystemState(
                clocks.now(),
                steps.all(),
                nodes.all(),
                products.stream()
                        .flatMap(each -> each.running().stream())
                        .sorted(comparing(Product::name))
                        .toList(),
                queues.stream()
                        .flatMap(each -> each.lengths().stream())
                        .sorted(comparing(Queue::kind))
                        .toList(),
                backups.last().orElse(null),
                backups.canBeTakenHere(),
                new UndeliveredMail(mails.countGivenUp(), mails.givenUp(RetryMail.MOST)));
    }
}
