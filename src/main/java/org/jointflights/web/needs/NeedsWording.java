package org.jointflights.web.needs;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Airport;
import org.jointflights.domain.needs.LeftAlone;
import org.jointflights.domain.needs.MovedMatch;
import org.jointflights.domain.needs.Need;
import org.jointflights.domain.needs.NeedMatch;

/** Says needs and matches as the reader's language does; the template calls it {@code words}. */
public final class NeedsWording {

    private final Locale language;
    private final Map<String, Airport> airports;

    NeedsWording(Locale language, Collection<Airport> airports) {
        this.language = language;
        this.airports = airports.stream().collect(Collectors.toMap(Airport::iata, Function.identity()));
    }

    /** “March 2027”. */
    public String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("LLLL uuuu", language));
    }

    /** “Nigeria, Lagos (LOS)”. */
    public String place(String code) {
        return country(code) + ", " + new PlaceName(code).in(language);
    }

    /** The country an airport lies in. */
    public String country(String code) {
        Airport airport = airports.get(code);
        return airport == null ? code : new Party(airport.country()).name(language);
    }

    /** The places a match goes to. */
    public String places(NeedMatch match) {
        return match.route().destinations().stream().map(this::place).collect(Collectors.joining("; "));
    }

    /** Those in a match, the organiser first. */
    public String states(NeedMatch match) {
        return match.members().stream()
                .map(member -> member.party().name(language))
                .collect(Collectors.joining(", "));
    }

    /** Who would have to move how many people from when to when. */
    public String moving(MovedMatch moved) {
        return moved.moving().stream()
                .map(need -> Sentence.of(
                                "needs.moved.one",
                                need.party().name(language),
                                need.persons(),
                                month(need.month()),
                                month(moved.match().month()))
                        .in(language))
                .collect(Collectors.joining(" "));
    }

    /** Those of the needs that would move which the reader may move. */
    public List<Need> own(MovedMatch moved, Collection<Party> states) {
        return moved.moving().stream()
                .filter(need -> states.contains(need.party()))
                .toList();
    }

    /** “31.4 %”. */
    public String percent(BigDecimal percent) {
        return Sentence.of("needs.percent", String.format(language, "%.1f", percent))
                .in(language);
    }

    /** Who would pay how much above flying alone. */
    public String worse(NeedMatch match) {
        return match.worseOff().stream()
                .map(member -> Sentence.of(
                                "needs.match.worse",
                                member.party().name(language),
                                member.saving().negated())
                        .in(language))
                .collect(Collectors.joining(" "));
    }

    /** Why a need stands in no match. */
    public String why(LeftAlone alone) {
        Party dearerFor = alone.dearerFor();
        List<Object> gaps = dearerFor == null
                ? List.of(alone.with())
                : List.of(alone.with(), dearerFor.name(language), String.valueOf(say(alone)));
        return Sentence.of("needs.alone." + alone.why(), gaps.toArray()).in(language);
    }

    private String say(LeftAlone alone) {
        return alone.dearerBy() == null ? "" : alone.dearerBy().in(language);
    }
}
