package org.jointflights.application.desk;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;

/** The trails of all flights at once, from the newest entry back. */
public interface DeskNews {

    /**
     * At most so many entries after that moment that others have made on flights which the viewer may see, the newest first: of these
     * events, and whatever concerns a party of the viewer's. Whether they may be told is for the caller to ask.
     */
    List<TrailEntry> since(Instant since, String actor, Viewer viewer, Collection<TrailEvent> told, int most);

    /** What decides of these flights what the viewer may be told, and what they are called. */
    Map<OperationReference, Told> flights(Collection<OperationReference> flights, Viewer viewer);

    /**
     * A flight, for one reader.
     *
     * @param invited those of the viewer's parties that were ever asked
     * @param withdrawn those of them that have left again
     * @param left when the last of these did
     * @param agreed whether one of the viewer's parties is in the agreed split, or in the accounts
     */
    record Told(
            Party organiser,
            String destination,
            ZonedDateTime departure,
            List<Party> invited,
            List<Party> withdrawn,
            @Nullable Instant left,
            boolean agreed) {

        public Told {
            invited = List.copyOf(invited);
            withdrawn = List.copyOf(withdrawn);
        }
    }
}
