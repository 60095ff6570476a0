package org.jointflights.application.needs;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jointflights.application.drafts.ProposalDrafts;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.needs.CharterTerms;
import org.jointflights.domain.needs.NeedMatch;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A proposal begins with what a match knows; whoever begins it adds the hour and sends it, or leaves it. */
@Service
@Transactional
public class ProposeMatch {

    /** A need says its month and no day: its first one stands there, to be changed; of the present month, which has begun, none. */
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final ReadNeeds needs;
    private final FindAirports airports;
    private final ProposalDrafts drafts;
    private final NeedRights rights;
    private final Clock clock;

    ProposeMatch(ReadNeeds needs, FindAirports airports, ProposalDrafts drafts, NeedRights rights, Clock clock) {
        this.needs = needs;
        this.airports = airports;
        this.drafts = drafts;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * Fills the form that proposes a flight for that organiser, in the match's month. Throws {@link org.jointflights.domain.NotYours} for anybody but
     * its coordinators, {@link org.jointflights.domain.Unknown} for what is no match, and {@link Conflict} where a need has changed
     * since or somebody would pay more than alone.
     */
    public void begin(String code, CharterTerms terms, Party organiser, Locale language) {
        rights.requireCoordinatorOf(organiser);
        NeedMatch match = needs.match(code, terms, organiser, language);
        if (!match.isProposed()) {
            throw Conflict.of("needs.match.dearer", organiser);
        }
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("organiser", organiser.code());
        typed.put("type", FlightType.JRO.name());
        typed.put(
                "destination",
                match.route().destinations().stream()
                        .map(airport -> country(airport).name(language))
                        .distinct()
                        .collect(Collectors.joining(", ")));
        typed.put("embarkations", String.join(", ", match.route().embarkations()));
        typed.put("destinations", String.join(", ", match.route().destinations()));
        typed.put("capacity", match.seats());
        typed.put(
                "invited",
                Party.codes(match.needs().stream()
                        .map(need -> need.party())
                        .filter(party -> !party.equals(organiser))
                        .collect(Collectors.toCollection(TreeSet::new))));
        LocalDateTime first = match.month().atDay(1).atTime(MORNING);
        ZoneId zone =
                airports.get("embarkation", match.route().embarkations().get(0)).zone();
        if (first.atZone(zone).toInstant().isAfter(clock.instant())) {
            typed.put("departure", TYPED.format(first));
        }
        drafts.fill(typed);
    }

    private Party country(String airport) {
        return new Party(airports.get("destination", airport).country());
    }
}
