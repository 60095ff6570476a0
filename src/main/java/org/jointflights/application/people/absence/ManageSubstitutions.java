package org.jointflights.application.people.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Incompatibility;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.domain.Actor;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.absence.Substitution;
import org.jointflights.domain.deadlines.PartyZones;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * People, or an administrator for them, say who acts for them while they are away. It holds once whoever is named as agreeing to it
 * has said so; what an administrator enters for a group that signs, once a second one has confirmed it, too, as everything that lets
 * somebody sign does.
 */
@Service
@Transactional
public class ManageSubstitutions {

    /** A year ahead is more than anybody plans. */
    static final int MOST_DAYS = 366;

    /** As long as who acted can be written down, both names. */
    private static final int LONGEST = 64;

    private final Substitutions substitutions;
    private final People people;
    private final CurrentUser actor;
    private final LogAdministration log;
    private final Clock clock;

    ManageSubstitutions(
            Substitutions substitutions, People people, CurrentUser actor, LogAdministration log, Clock clock) {
        this.substitutions = substitutions;
        this.people = people;
        this.actor = actor;
        this.log = log;
        this.clock = clock;
    }

    /** Those that concern whoever is signed in, and to administrators all; none of them over. */
    @Transactional(readOnly = true)
    public List<Substitution> listed() {
        String me = actor.account();
        return substitutions.notOverAt(clock.instant()).stream()
                .filter(one -> isAdministrator()
                        || one.absent().equals(me)
                        || one.substitute().equals(me)
                        || one.agreedBy().equals(me))
                .toList();
    }

    /** The groups in which somebody can be substituted: of those that work on flights. */
    @Transactional(readOnly = true)
    public List<String> groupsOf(String person) {
        return people.ownGroupsOf(person).stream()
                .filter(ManageSubstitutions::isOfWork)
                .sorted()
                .toList();
    }

    /** The one in which whoever is signed in acts now. */
    @Transactional(readOnly = true)
    public Optional<Substitution> acting() {
        return substitutions.actingIn(actor.account(), clock.instant());
    }

    /** Whether the reader may say it of others, too. */
    @Transactional(readOnly = true)
    public boolean isAdministrator() {
        return actor.isIn(Role.ADMINISTRATOR.group());
    }

    /** Enters one: {@code awayPerson}, {@code substitute}, {@code firstDay}, {@code lastDay}, {@code agreedBy}, and the groups chosen. */
    public void enter(TypedFields typed, Collection<String> chosen) {
        requireNotActing();
        String absent = typed.isEmpty("awayPerson") ? actor.account() : known("awayPerson", typed.text("awayPerson"));
        if (!absent.equals(actor.account()) && !isAdministrator()) {
            throw NotYours.of("people.absence.notYours");
        }
        String substitute = known("substitute", typed.text("substitute"));
        Set<String> groups = groups(absent, chosen);
        LocalDate from = typed.date("firstDay");
        LocalDate until = typed.date("lastDay");
        ZoneId zone = zone(groups);
        String agreedBy = known("agreedBy", typed.text("agreedBy"));
        if (List.of(absent, substitute).contains(agreedBy)) {
            throw BadInput.of("agreedBy", agreedBy, "people.absence.agreedByOther");
        }
        requireDays(from, until, zone);
        requireFit(absent, substitute, groups);
        boolean needsSecond = !absent.equals(actor.account()) && signs(groups);
        Substitution wanted = new Substitution(
                0,
                absent,
                substitute,
                groups,
                from,
                until,
                from.atStartOfDay(zone).toInstant(),
                until.plusDays(1).atStartOfDay(zone).toInstant(),
                agreedBy,
                agreedBy.equals(actor.account()) ? clock.instant() : null,
                actor.account(),
                needsSecond ? null : actor.account(),
                null);
        substitutions.hold();
        for (Substitution other : substitutions.notOverAt(clock.instant())) {
            requireApart(wanted, other);
        }
        substitutions.add(wanted);
        log.recordAbout(
                absent,
                needsSecond ? "people.absence.log.asked" : "people.absence.log.entered",
                people.nameOf(substitute),
                people.nameOf(absent),
                String.join(", ", wanted.groupsInOrder()),
                from,
                until,
                people.nameOf(agreedBy));
    }

    /** Whoever is named as agreeing says so, as themself. */
    public void agree(long id) {
        requireNotActing();
        Substitution one = substitutions.get(id);
        if (!one.agreedBy().equals(actor.account())) {
            throw Unknown.of("people.absence.unknown");
        }
        if (one.isOverAt(clock.instant()) || !substitutions.agree(id, clock.instant())) {
            throw Conflict.of("people.absence.changed");
        }
        log.recordAbout(
                one.absent(),
                "people.absence.log.agreed",
                people.nameOf(one.substitute()),
                people.nameOf(one.absent()));
    }

    /** Those to which whoever is signed in has yet to agree. */
    @Transactional(readOnly = true)
    public int toAgreeTo() {
        String me = actor.account();
        return (int) substitutions.notOverAt(clock.instant()).stream()
                .filter(one -> one.agreedBy().equals(me) && one.agreedAt() == null)
                .count();
    }

    /** A second administrator confirms what another has entered. */
    public void confirm(long id) {
        Substitution one = substitutions.get(id);
        if (!isAdministrator()
                || List.of(one.enteredBy(), one.absent(), one.substitute()).contains(actor.account())) {
            throw NotYours.of("people.absence.confirm.notYours");
        }
        if (one.isOverAt(clock.instant()) || !substitutions.confirm(id, actor.account())) {
            throw Conflict.of("people.absence.changed");
        }
        requireFit(one.absent(), one.substitute(), one.groups());
        log.recordAbout(
                one.absent(),
                "people.absence.log.confirmed",
                people.nameOf(one.substitute()),
                people.nameOf(one.absent()));
    }

    /** Whoever is away, whoever acts, or an administrator ends it before its last day. */
    public void end(long id) {
        Substitution one = substitutions.get(id);
        boolean own = List.of(one.absent(), one.substitute()).contains(actor.account());
        if (!own && !isAdministrator()) {
            throw Unknown.of("people.absence.unknown");
        }
        if (!substitutions.end(id, clock.instant())) {
            throw Conflict.of("people.absence.changed");
        }
        log.recordAbout(
                one.absent(), "people.absence.log.ended", people.nameOf(one.substitute()), people.nameOf(one.absent()));
    }

    /** From now on, until {@link #stop}, whoever is signed in acts for the absent one, and in no group of their own. */
    public void act(long id) {
        Substitution one = substitutions.get(id);
        if (!one.substitute().equals(actor.account())) {
            throw Unknown.of("people.absence.unknown");
        }
        if (!one.holdsAt(clock.instant())) {
            throw Conflict.of("people.absence.notNow", one.from(), one.until());
        }
        requireFit(one.absent(), one.substitute(), one.groups());
        substitutions.act(one.substitute(), id);
    }

    /** Whoever is signed in acts for themself again. */
    public void stop() {
        substitutions.stop(actor.account());
    }

    private void requireNotActing() {
        if (Actor.absent(actor.id()).isPresent()) {
            throw NotYours.of("people.absence.acting");
        }
    }

    private String known(String field, String typed) {
        return people.find(typed)
                .filter(person -> !people.ownGroupsOf(person.id()).isEmpty())
                .orElseThrow(() -> BadInput.of(field, typed, "people.absence.nobody"))
                .id();
    }

    private Set<String> groups(String absent, Collection<String> chosen) {
        List<String> possible = groupsOf(absent);
        Set<String> groups = new TreeSet<>();
        for (String group : chosen) {
            if (!possible.contains(group)) {
                throw BadInput.of("actGroups", group, "common.choice", String.join(", ", possible));
            }
            groups.add(group);
        }
        if (groups.isEmpty()) {
            throw BadInput.of("actGroups", "", "common.missing");
        }
        return groups;
    }

    /** Of the absent one's capital; of no party's people in universal time. */
    private static ZoneId zone(Set<String> groups) {
        Party party = Viewer.onlyPartyOf(groups);
        return party == null ? ZoneOffset.UTC : PartyZones.of(party, ZoneOffset.UTC);
    }

    private void requireDays(LocalDate from, LocalDate until, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (from.isBefore(today) || from.isAfter(today.plusDays(MOST_DAYS))) {
            throw BadInput.of("firstDay", from, "people.absence.days", today, today.plusDays(MOST_DAYS));
        }
        if (until.isBefore(from) || until.isAfter(from.plusDays(MOST_DAYS))) {
            throw BadInput.of("lastDay", until, "people.absence.days", from, from.plusDays(MOST_DAYS));
        }
    }

    /** Refused in a sentence that says which roles do not go together. */
    private void requireFit(String absent, String substitute, Set<String> groups) {
        if (substitute.equals(absent)) {
            throw BadInput.of("substitute", substitute, "people.absence.self");
        }
        if (Actor.of(substitute, absent).length() > LONGEST) {
            throw BadInput.of("substitute", substitute, "people.absence.names", LONGEST - 1);
        }
        List<Assignment> held = assignments(people.ownGroupsOf(substitute));
        for (Assignment wanted : assignments(groups)) {
            Incompatibility.between(wanted, held).stream().findFirst().ifPresent(rule -> {
                throw BadInput.of(
                        "substitute",
                        substitute,
                        "people.absence.incompatible",
                        wanted.sentence(),
                        rule.inTheWay(wanted, held).orElseThrow().sentence(),
                        rule.sentence());
            });
        }
        // Until now one administrator alone may have set the password of somebody who does not sign, and may know it.
        if (signs(groups) && held.stream().noneMatch(one -> one.role().signs())) {
            throw BadInput.of("substitute", substitute, "people.absence.signs");
        }
    }

    private void requireApart(Substitution wanted, Substitution other) {
        if (wanted.chainsWith(other)) {
            throw Conflict.of(
                    "people.absence.chain",
                    people.nameOf(other.substitute()),
                    people.nameOf(other.absent()),
                    other.from(),
                    other.until());
        }
        boolean busy = wanted.overlaps(other) && wanted.substitute().equals(other.substitute());
        if (wanted.coversSameAs(other) || busy) {
            throw Conflict.of(
                    "people.absence.overlap",
                    people.nameOf(other.substitute()),
                    people.nameOf(other.absent()),
                    other.from(),
                    other.until());
        }
    }

    private static List<Assignment> assignments(Collection<String> groups) {
        return groups.stream()
                .map(Assignment::of)
                .flatMap(Optional::stream)
                .sorted()
                .collect(Collectors.toList());
    }

    private static boolean signs(Set<String> groups) {
        return assignments(groups).stream().anyMatch(one -> one.role().signs());
    }

    /** Nobody administers or audits for another. */
    private static boolean isOfWork(String group) {
        return Role.ofGroup(group)
                .filter(role -> Stream.of(Role.ADMINISTRATOR, Role.AUDITOR).noneMatch(role::equals))
                .isPresent();
    }
}
