package org.jointflights.application.people.absence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Party;
import org.jointflights.domain.absence.Substitution;
import org.jointflights.domain.deadlines.PartyZones;
import org.jointflights.domain.deadlines.WorkingDays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Groups in which nobody is there on one of the next two working days: all their members are away, and nobody acts for them. */
@Service
@Transactional(readOnly = true)
public class ListUncovered {

    private static final int DAYS = 2;

    private final Substitutions substitutions;
    private final People people;
    private final CurrentUser user;
    private final Clock clock;

    ListUncovered(Substitutions substitutions, People people, CurrentUser user, Clock clock) {
        this.substitutions = substitutions;
        this.people = people;
        this.user = user;
        this.clock = clock;
    }

    /** A group and the first of those days on which nobody is there. */
    public record Uncovered(String group, LocalDate day) {}

    /** In the order of the groups; today counts where it is a working day. For managers; for anybody else nothing. */
    public List<Uncovered> groups() {
        if (!user.isIn(Role.MANAGER.group())) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Substitution> known = substitutions.notOverAt(now);
        List<Uncovered> uncovered = new ArrayList<>();
        Set<String> groups = known.stream()
                .flatMap(one -> people.ownGroupsOf(one.absent()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String group : groups) {
            List<Person> members = people.membersOf(group);
            List<ZonedDateTime> days = days(group, now);
            days.stream()
                    .filter(day -> members.stream().noneMatch(isThere(group, day, known)))
                    .findFirst()
                    .ifPresent(day -> uncovered.add(new Uncovered(group, day.toLocalDate())));
        }
        return uncovered;
    }

    /** Groups to which nobody belongs at all, whoever is away. For managers; for anybody else nothing. */
    public List<String> empty() {
        return user.isIn(Role.MANAGER.group()) ? people.emptyGroups() : List.of();
    }

    /** Somebody who is not away, or for whom somebody acts who is not away either; a chain of them is never entered. */
    private static Predicate<Person> isThere(String group, ZonedDateTime day, List<Substitution> known) {
        Instant noon = day.toInstant();
        return member -> {
            List<Substitution> away = known.stream()
                    .filter(one -> one.absent().equals(member.id())
                            && !noon.isBefore(one.starts())
                            && noon.isBefore(one.ends()))
                    .toList();
            return away.isEmpty()
                    || away.stream()
                            .anyMatch(one -> one.holdsAt(noon) && one.groups().contains(group));
        };
    }

    private static List<ZonedDateTime> days(String group, Instant now) {
        Party party = Viewer.partyOf(group);
        WorkingDays calendar = party == null ? WorkingDays.weekdays() : WorkingDays.of(party);
        ZoneId zone = party == null ? ZoneOffset.UTC : PartyZones.of(party, ZoneOffset.UTC);
        List<ZonedDateTime> days = new ArrayList<>();
        ZonedDateTime day = now.atZone(zone).toLocalDate().atTime(12, 0).atZone(zone);
        while (days.size() < DAYS) {
            if (calendar.isWorkingDay(day.toLocalDate())) {
                days.add(day);
            }
            day = day.plusDays(1);
        }
        return days;
    }
}
