package org.jointflights.application.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jointflights.application.notice.Mails;
import org.jointflights.application.overview.FlightChoice;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.application.overview.FlightFilter.Order;
import org.jointflights.application.overview.FlightFilter.Waiting;
import org.jointflights.application.overview.ListFlights;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those see who watch over something: all flights, what is on record, the application itself. */
@Component
class ReadUpkeep {

    private static final int DAYS = 7;
    private static final int SHOWN = 5;

    private final DeskBoard board;
    private final ListFlights list;
    private final Mails mails;
    private final People people;
    private final CurrentUser user;

    ReadUpkeep(DeskBoard board, ListFlights list, Mails mails, People people, CurrentUser user) {
        this.board = board;
        this.list = list;
        this.mails = mails;
        this.people = people;
        this.user = user;
    }

    /** For managers and executives; each figure counts what the list shows behind its link. */
    Desk.@Nullable Board board(Instant now) {
        if (!user.isIn(Role.MANAGER.group()) && !user.isIn(Role.EXECUTIVE.group())) {
            return null;
        }
        LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate to = from.plusDays(DAYS);
        FlightChoice leaving = list.choice(new FlightFilter(null, null, null, from, to, Waiting.ALL, Order.DEPARTURE));
        return new Desk.Board(
                board.underWay(),
                list.overdue(list.choice(FlightFilter.EVERYTHING)),
                list.total(leaving),
                from,
                to,
                board.failedSteps(),
                board.failed(SHOWN));
    }

    /** For auditors: how much there is to verify. Whether it fits is only known when it is verified. */
    DeskBoard.@Nullable OnRecord onRecord() {
        return user.isIn(Role.AUDITOR.group()) ? board.onRecord() : null;
    }

    /** For administrators. */
    Desk.@Nullable Upkeep system() {
        return user.isIn(Role.ADMINISTRATOR.group())
                ? new Desk.Upkeep(board.failedSteps(), board.failed(SHOWN), mails.countGivenUp(), thin())
                : null;
    }

    /** Groups with fewer people than what they do takes. */
    private List<Desk.ThinGroup> thin() {
        List<Desk.ThinGroup> thin = new ArrayList<>();
        people.sizes()
                .forEach((group, size) -> Role.ofGroup(group)
                        .filter(role -> size < role.people())
                        .ifPresent(role -> thin.add(new Desk.ThinGroup(group, size, role.people()))));
        return thin;
    }
}
