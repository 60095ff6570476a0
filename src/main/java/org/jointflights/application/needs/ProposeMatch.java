package org.jointflights.application.needs;

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

    private final ReadNeeds needs;
    private final FindAirports airports;
    private final ProposalDrafts drafts;
    private final NeedRights rights;

    ProposeMatch(ReadNeeds needs, FindAirports airports, ProposalDrafts drafts, NeedRights rights) {
        this.needs = needs;
        this.airports = airports;
        this.drafts = drafts;
        this.rights = rights;
    }

    /**
     * Fills the form that proposes a flight for that organiser. Throws {@link org.jointflights.domain.NotYours} for anybody but
     * its coordinators, {@link org.jointflights.domain.Unknown} for what is no match, and {@link Conflict} where a need has changed
     * since or somebody would pay more than alone.
     */
    public void begin(String code, CharterTerms terms, Party organiser, Locale language) {
        rights.requireCoordinatorOf(organiser);
        NeedMatch match = needs.match(code, terms, organiser, language);
        if (!match.isProposed()) {
            throw Conflict.of("needs.match.dearer", organiser);
        }
        drafts.fill(Map.of(
                "organiser",
                organiser.code(),
                "type",
                FlightType.JRO.name(),
                "destination",
                match.route().destinations().stream()
                        .map(airport -> country(airport).name(language))
                        .distinct()
                        .collect(Collectors.joining(", ")),
                "embarkations",
                String.join(", ", match.route().embarkations()),
                "destinations",
                String.join(", ", match.route().destinations()),
                "capacity",
                match.seats(),
                "invited",
                Party.codes(match.needs().stream()
                        .map(need -> need.party())
                        .filter(party -> !party.equals(organiser))
                        .collect(Collectors.toCollection(TreeSet::new)))));
    }

    private Party country(String airport) {
        return new Party(airports.get("destination", airport).country());
    }
}
