package org.jointflights.domain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A state by its ISO 3166-1 alpha-2 code ({@code GB}, {@code GR}), or Frontex as {@code FX}. Ordered by code, which is
 * the fixed order of every tie-break.
 */
public record Party(String code) implements Comparable<Party> {

    /** ISO has none for Kosovo; airports, and the European Commission, write {@code XK}. */
    private static final String KOSOVO = "XK";

    private static final Set<String> STATES = Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of(KOSOVO))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, String> NOT_ISO = Map.of("UK", "GB", "EL", "GR");

    /** Frontex, which is no state and has no seats of its own. Made after what checks it. */
    public static final Party FRONTEX = new Party("FX");

    /** Throws {@link BadInput} unless the code is two capital letters, and not {@code UK} or {@code EL}. */
    public Party {
        if (code.length() != 2 || !isCapital(code.charAt(0)) || !isCapital(code.charAt(1))) {
            throw BadInput.of("party", code, "common.party.code");
        }
        String iso = NOT_ISO.get(code);
        if (iso != null) {
            throw BadInput.of("party", code, "common.party.notIso", iso);
        }
    }

    /**
     * The party that somebody names in that field, in capitals or not. Throws {@link BadInput} unless it is Frontex or a
     * state that ISO 3166-1 lists, or Kosovo; what is on record may be of a state that it lists no longer.
     */
    public static Party named(String field, String typed) {
        String code = typed.strip().toUpperCase(Locale.ROOT);
        try {
            Party party = new Party(code);
            if (party.isListed()) {
                return party;
            }
        } catch (BadInput shape) {
            throw BadInput.of(field, typed, shape.code(), NOT_ISO.getOrDefault(code, ""));
        }
        throw BadInput.of(field, typed, "common.party.code");
    }

    /** Every state that ISO 3166-1 lists now, and Kosovo; in their order. */
    public static List<Party> states() {
        return STATES.stream().sorted().map(Party::new).toList();
    }

    /** Whether it is Frontex or a state that ISO 3166-1 lists now, or Kosovo. */
    public boolean isListed() {
        return isFrontex() || STATES.contains(code);
    }

    /** The codes, in their order, for a sentence. */
    public static String codes(Collection<Party> parties) {
        return parties.stream().sorted().map(Party::code).collect(Collectors.joining(", "));
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    public boolean isFrontex() {
        return this.equals(FRONTEX);
    }

    /** The state's name in that language, or “Frontex”. */
    public String name(Locale language) {
        return isFrontex() ? "Frontex" : new Locale("", code).getDisplayCountry(language);
    }

    @Override
    public int compareTo(Party other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
