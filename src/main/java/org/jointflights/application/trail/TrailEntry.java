package org.jointflights.application.trail;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.people.Reader;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One line of a flight's trail: who did what, when. Whose it is was set when it was written; it stays so, whatever groups
 * the actor belongs to later.
 *
 * @param actor a sign-in name, or {@code system} for a clock
 * @param party the party that it concerns, or nothing
 * @param actorParty the party that the actor worked for then, or nothing
 * @param arguments what fills the gaps of its sentence; none of them decides who may read it
 */
public record TrailEntry(
        OperationReference reference,
        Instant at,
        String actor,
        TrailEvent event,
        @Nullable Party party,
        @Nullable Party actorParty,
        List<Object> arguments) {

    /** Stands in a signature's entry where a party signs for itself and this one does not. */
    public static final String NO_PARTY = "–";

    public TrailEntry {
        arguments = List.copyOf(arguments);
    }

    /** What was done, in a sentence. */
    public Sentence what() {
        return new Sentence(code(), arguments);
    }

    /** Managers, rights officers and the executive sign for all parties: where a party's code would stand there is a dash. */
    private String code() {
        if (arguments.size() < 2 || !arguments.get(1).equals(NO_PARTY)) {
            return event.code();
        }
        return switch (event) {
            case SIGNED -> "trail.signed.forAll";
            case REFUSED -> "trail.refused.forAll";
            default -> event.code();
        };
    }

    public boolean isFor(Reader reader) {
        Set<Party> parties =
                Stream.of(party, actorParty).flatMap(Stream::ofNullable).collect(Collectors.toSet());
        return reader.mayRead(event.audience(), at, parties);
    }
}
