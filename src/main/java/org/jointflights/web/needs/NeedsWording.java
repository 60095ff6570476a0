package org.jointflights.web.needs;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.application.needs.AskToMove;
import org.jointflights.application.needs.ReadNeeds;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Airport;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.needs.LeftAlone;
import org.jointflights.domain.needs.MovedMatch;
import org.jointflights.domain.needs.Need;
import org.jointflights.domain.needs.NeedMatch;
import org.jointflights.web.overview.FlightWording;
import org.jspecify.annotations.Nullable;

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

    /** Those that would move and are another state's, for whoever coordinates a state that would fly with it. */
    public List<Need> others(MovedMatch moved, Collection<Party> states) {
        return asker(moved, states) == null
                ? List.of()
                : moved.moving().stream()
                        .filter(need -> !states.contains(need.party()))
                        .toList();
    }

    /** The state that the reader asks for; nothing where none of theirs would fly with them. */
    public @Nullable Party asker(MovedMatch moved, Collection<Party> states) {
        return moved.match().members().stream()
                .map(NeedMatch.Member::party)
                .filter(states::contains)
                .findFirst()
                .orElse(null);
    }

    /** That the state of a need has been asked today. */
    public String asked(Need need, AskToMove.Asked asked) {
        return Sentence.of(
                        "needs.ask.done",
                        asked.by(),
                        need.party().name(language),
                        new FlightWording(language).time(asked.at(), ZoneOffset.UTC))
                .in(language);
    }

    /** What was kept, what it makes now, and what comes next. */
    public List<String> kept(ReadNeeds.Standing standing) {
        Need need = standing.row().need();
        List<Sentence> said = new ArrayList<>();
        said.add(Sentence.of(
                "needs.kept",
                need.party().name(language),
                month(need.month()),
                place(need.destination()),
                need.persons(),
                new PlaceName(need.embarkation()).in(language)));
        ReadNeeds.Matched matched = standing.match();
        LeftAlone alone = standing.alone();
        if (standing.row().isServed()) {
            said.add(Sentence.of("needs.kept.served"));
        } else if (matched != null) {
            said.addAll(inMatch(need, matched));
        } else if (!standing.ifMoved().isEmpty()) {
            boolean own = standing.ifMoved().stream()
                    .flatMap(moved -> moved.moving().stream())
                    .anyMatch(need::isSameAs);
            said.add(Sentence.of("needs.kept.moved", standing.ifMoved().size()));
            said.add(Sentence.of(own ? "needs.kept.moved.own" : "needs.kept.moved.other"));
        } else {
            said.add(Sentence.of("needs.kept.none", alone == null ? "" : why(alone)));
            said.add(Sentence.of("needs.kept.none.next"));
        }
        return said.stream().map(sentence -> sentence.in(language)).toList();
    }

    private List<Sentence> inMatch(Need need, ReadNeeds.Matched matched) {
        NeedMatch match = matched.match();
        String others = match.members().stream()
                .map(NeedMatch.Member::party)
                .filter(party -> !party.equals(need.party()))
                .map(party -> party.name(language))
                .collect(Collectors.joining(", "));
        Money own = match.members().stream()
                .filter(member -> member.party().equals(need.party()))
                .map(NeedMatch.Member::saving)
                .findFirst()
                .orElse(match.saving());
        boolean proposes = matched.ifOwnOrganises().stream().anyMatch(NeedMatch::isProposed);
        return List.of(
                Sentence.of("needs.kept.match", others, match.saving(), own),
                proposes
                        ? Sentence.of("needs.kept.match.propose")
                        : Sentence.of(
                                "needs.kept.match.other", match.organiser().name(language)));
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
