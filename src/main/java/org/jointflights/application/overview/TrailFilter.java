package org.jointflights.application.overview;

import java.util.List;
import java.util.stream.Stream;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailKind;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a flight's trail are asked for. Everything is optional.
 *
 * @param party that an entry is told to be of, by {@link #partiesOf}
 */
public record TrailFilter(
        @Nullable TrailKind kind, @Nullable Party party) {

    public static final TrailFilter EVERYTHING = new TrailFilter(null, null);

    /** Throws {@link BadInput} for a kind that there is not, or what is no party's code. */
    public static TrailFilter of(TypedFields typed) {
        return new TrailFilter(
                typed.isEmpty("kind") ? null : typed.choice("kind", TrailKind.class),
                typed.isEmpty("party") ? null : typed.party("party"));
    }

    /** Those of the entries that are asked for, in their order. */
    public List<TrailEntry> of(List<TrailEntry> entries, Viewer viewer) {
        return entries.stream()
                .filter(entry -> kind == null || TrailKind.of(entry.event()) == kind)
                .filter(entry -> party == null || partiesOf(entry, viewer).contains(party))
                .toList();
    }

    /**
     * The parties that an entry is of, as far as the viewer may know: the one that it concerns and the one that its actor worked
     * for then, where their details are the viewer's to see, and whichever its sentence names to everybody.
     */
    public static List<Party> partiesOf(TrailEntry entry, Viewer viewer) {
        return Stream.of(entry.party(), entry.actorParty())
                .flatMap(Stream::ofNullable)
                .filter(party -> viewer.seesDetailsOf(party) || isNamed(party, entry))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isNamed(Party party, TrailEntry entry) {
        return entry.arguments().stream()
                .anyMatch(gap -> gap instanceof PartyName name
                        ? name.party().equals(party)
                        : gap.toString().equals(party.code()));
    }
}
