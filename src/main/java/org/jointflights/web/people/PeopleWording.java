package org.jointflights.web.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.token.TokenScope;
import org.jointflights.domain.Day;
import org.jointflights.domain.Moment;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/** Says values as the reader's language writes them; templates call it {@code say}. */
record PeopleWording(Locale language) {

    public String sentence(Sentence sentence) {
        return sentence.in(language);
    }

    /** A state with its code, or that somebody works for none. */
    public String place(@Nullable Party party) {
        return party == null
                ? Sentence.of("people.administration.noParty").in(language)
                : party.name(language) + " (" + party + ")";
    }

    /** What stands where no mail address is. */
    public String none() {
        return Sentence.of("people.administration.noMail").in(language);
    }

    public String role(Assignment role) {
        return role.sentence().in(language);
    }

    public String roles(Collection<Assignment> roles) {
        return roles.isEmpty()
                ? Sentence.of("people.administration.noRole").in(language)
                : roles.stream().map(this::role).collect(Collectors.joining(", "));
    }

    /** What a token is good for. */
    public String scopes(Collection<TokenScope> scopes) {
        return scopes.stream().map(scope -> scope.sentence().in(language)).collect(Collectors.joining("; "));
    }

    public String date(LocalDate day) {
        return new Day(day).in(language);
    }

    /** The day in UTC. */
    public String day(Instant instant) {
        return date(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    /** Day and time in UTC. */
    public String time(Instant instant) {
        return Moment.of(instant, ZoneOffset.UTC).in(language);
    }
}
