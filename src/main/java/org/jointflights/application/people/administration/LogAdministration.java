package org.jointflights.application.people.administration;

import java.time.Clock;
import java.util.List;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Role;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what an administrator does, in the name of whoever acts now and in the same transaction, and tells every
 * administrator and every auditor of it.
 */
@Service
@Transactional
public class LogAdministration {

    private static final int ON_A_PAGE = 100;
    private static final List<Role> READERS = List.of(Role.ADMINISTRATOR, Role.AUDITOR);

    private final AdministrationEntries entries;
    private final WriteNotices notices;
    private final People people;
    private final CurrentUser actor;
    private final Clock clock;

    LogAdministration(
            AdministrationEntries entries, WriteNotices notices, People people, CurrentUser actor, Clock clock) {
        this.entries = entries;
        this.notices = notices;
        this.people = people;
        this.actor = actor;
        this.clock = clock;
    }

    /** An act that concerns nobody in particular: a key of the bundle {@code people} and what fills its gaps. */
    public void record(String code, Object... arguments) {
        write(null, Sentence.of(code, arguments));
    }

    /** The same about the person of that sign-in name. */
    public void recordAbout(String person, String code, Object... arguments) {
        write(person, Sentence.of(code, arguments));
    }

    private void write(@Nullable String about, Sentence what) {
        long number = entries.add(clock.instant(), actor.id(), about, what);
        for (Role reader : READERS) {
            notices.tell(
                    reader.group(),
                    "administration/" + number,
                    "people.administration.told",
                    people.nameOf(actor.id()),
                    actor.id(),
                    what);
        }
    }

    /** The newest entries before that number. Throws {@link NotYours} unless an administrator or auditor asks. */
    @Transactional(readOnly = true)
    public List<AdministrationEntry> before(long number) {
        if (READERS.stream().map(Role::group).noneMatch(actor::isIn)) {
            throw NotYours.of("people.administration.log.notYours");
        }
        return entries.before(number, ON_A_PAGE);
    }
}
