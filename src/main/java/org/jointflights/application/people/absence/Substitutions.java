package org.jointflights.application.people.absence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.absence.Substitution;

/** Who acts for whom. */
public interface Substitutions {

    /** Keeps one, which gets its number here. */
    void add(Substitution substitution);

    /** One of them; throws {@link org.jointflights.domain.Unknown} if there is none. */
    Substitution get(long id);

    /** Those that are not over then, the first to begin first. */
    List<Substitution> notOverAt(Instant now);

    /** Says that whoever it names agrees to it; false if they have said so, or it was ended. */
    boolean agree(long id, Instant at);

    /** Says who confirmed it; false if somebody has. */
    boolean confirm(long id, String by);

    /** Ends it sooner; false if it was ended already. */
    boolean end(long id, Instant at);

    /** From now on the person acts in it, until they stop or it is over. */
    void act(String person, long id);

    /** The person acts for nobody any more. */
    void stop(String person);

    /** In which one the person acts, if it holds then. */
    Optional<Substitution> actingIn(String person, Instant now);

    /** One writer at a time looks at all of them and adds one. */
    void hold();
}
