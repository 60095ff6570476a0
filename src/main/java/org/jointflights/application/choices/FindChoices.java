package org.jointflights.application.choices;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.flight.AirportNames;
import org.jointflights.application.flight.FindAirports;
import org.jointflights.application.people.FindCoordinated;
import org.jointflights.application.people.Parties;
import org.jointflights.domain.Folded;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Airport;
import org.jointflights.domain.money.Currencies;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.notice.MailChoice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks up what may stand in a field by what somebody begins to type: a code, or a part of a name in either language. What is
 * of a state that takes part here comes before what is far away.
 */
@Service
@Transactional(readOnly = true)
public class FindChoices {

    /** So many are shown at once: more are found by typing more. */
    public static final int MOST = 20;

    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

    private final FindAirports airports;
    private final AirportNames names;
    private final Parties parties;
    private final FindCoordinated coordinated;

    FindChoices(FindAirports airports, AirportNames names, Parties parties, FindCoordinated coordinated) {
        this.airports = airports;
        this.names = names;
        this.parties = parties;
        this.coordinated = coordinated;
    }

    /**
     * What was found.
     *
     * @param choices the best, at most {@link #MOST}
     * @param all how many there are
     */
    public record Found(List<Choice> choices, int all) {

        public Found {
            choices = List.copyOf(choices);
        }
    }

    /**
     * One that may be meant.
     *
     * @param called what people call it, in every language
     * @param near of a state that takes part here
     */
    private record Candidate(Choice choice, List<String> called, boolean near) {

        /** The smaller, the better: the code itself, how something begins, a part of a name; nothing is not meant. */
        @Nullable
        Integer rank(Folded wanted) {
            String code = Folded.of(choice.code()).text();
            if (wanted.text().equals(code)) {
                return 0;
            }
            List<String> folded =
                    called.stream().map(name -> Folded.of(name).text()).toList();
            if (code.startsWith(wanted.text()) || folded.stream().anyMatch(name -> name.startsWith(wanted.text()))) {
                return 1;
            }
            return folded.stream().anyMatch(name -> name.contains(wanted.text())) ? 2 : null;
        }
    }

    private record Ranked(Candidate candidate, int rank) {}

    /** Those of a kind that the text may mean; all of them where it is empty. */
    public Found find(ChoiceKind kind, String text, Locale language) {
        Folded wanted = Folded.of(text);
        Collator alphabet = Collator.getInstance(language);
        List<Choice> found = candidates(kind, language)
                .flatMap(
                        candidate -> Stream.ofNullable(candidate.rank(wanted)).map(rank -> new Ranked(candidate, rank)))
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(ranked -> !ranked.candidate().near())
                        .thenComparing(ranked -> ranked.candidate().choice().name(), alphabet)
                        .thenComparing(ranked -> ranked.candidate().choice().code()))
                .map(ranked -> ranked.candidate().choice())
                .toList();
        return new Found(found.subList(0, Math.min(MOST, found.size())), found.size());
    }

    /** Those of a kind that have one of these codes, in the order of the codes; what is no code is left out. */
    public List<Choice> named(ChoiceKind kind, List<String> codes, Locale language) {
        List<Choice> all = candidates(kind, language).map(Candidate::choice).toList();
        return codes.stream()
                .map(code -> code.toUpperCase(Locale.ROOT))
                .distinct()
                .limit(MOST)
                .flatMap(code -> all.stream().filter(choice -> choice.code().equals(code)))
                .toList();
    }

    private Stream<Candidate> candidates(ChoiceKind kind, Locale language) {
        List<Party> members = parties.all().stream().map(Parties.Member::party).toList();
        return switch (kind) {
            case AIRPORTS -> airports.all().stream().map(airport -> airport(airport, members, language));
            case STATES -> states(Party.states(), members, language);
            case PARTIES ->
                states(
                        Stream.concat(members.stream(), Stream.of(Party.FRONTEX))
                                .distinct()
                                .toList(),
                        members,
                        language);
            case MEMBERS ->
                states(members.stream().filter(party -> !party.isFrontex()).toList(), members, language);
            case OWN -> states(coordinated.parties(), members, language);
            case CURRENCIES -> currencies(members, language);
        };
    }

    private static Stream<Candidate> states(Collection<Party> states, List<Party> members, Locale language) {
        return states.stream()
                .map(state -> new Candidate(
                        new Choice(state.code(), state.name(language), null),
                        called(state::name),
                        members.contains(state)));
    }

    private Candidate airport(Airport airport, List<Party> members, Locale language) {
        Party country = new Party(airport.country());
        ZoneId zone = airport.zone();
        return new Candidate(
                new Choice(airport.iata(), names.name(airport.iata(), language) + ", " + country.name(language), zone),
                Stream.concat(
                                called(other -> names.name(airport.iata(), other)).stream(),
                                called(country::name).stream())
                        .toList(),
                members.contains(country));
    }

    private static Stream<Candidate> currencies(List<Party> members, Locale language) {
        Set<Currency> near = Stream.concat(
                        Stream.of(Money.EUR),
                        members.stream()
                                .map(Party::code)
                                .filter(COUNTRIES::contains)
                                .map(code -> Currency.getInstance(new Locale("", code)))
                                .filter(Objects::nonNull))
                .collect(Collectors.toUnmodifiableSet());
        return Currencies.entered().stream()
                .map(Currency::getInstance)
                .map(currency -> new Candidate(
                        new Choice(currency.getCurrencyCode(), currency.getDisplayName(language), null),
                        called(currency::getDisplayName),
                        near.contains(currency)));
    }

    private static List<String> called(Function<Locale, String> name) {
        return MailChoice.LANGUAGES.stream().map(name).distinct().toList();
    }
}
