package org.jointflights.application.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jointflights.StandingClock;
import org.jointflights.application.people.Reader;
import org.jointflights.application.people.SomebodySignedIn;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WriteTrailTest {

    private static final OperationReference FLIGHT = new OperationReference("JRO-2027-0001");
    private static final Party FR = new Party("FR");
    private static final Party GB = new Party("GB");

    private final StandingClock clock = new StandingClock();
    private final SomebodySignedIn user = new SomebodySignedIn();
    private final InMemoryTrailEntries entries = new InMemoryTrailEntries();
    private final WriteTrail trail = TrailServices.writing(entries, user, clock);

    @Test
    void it_is_written_who_did_what_for_which_party_when() {
        user.is("frlegal1", "FRlegal", "FRfinance");

        trail.recordOf(FLIGHT, GB, TrailEvent.SUSPENDED, "why");

        assertThat(entries.of(FLIGHT))
                .containsExactly(new TrailEntry(
                        FLIGHT, clock.instant(), "frlegal1", TrailEvent.SUSPENDED, GB, FR, List.of("why")));
        assertThat(entries.last().what()).isEqualTo(Sentence.of("trail.suspended", "why"));
    }

    @Test
    void what_concerns_nobody_in_particular_and_who_works_for_none_or_several() {
        user.is("manager1", "manager");
        trail.record(FLIGHT, TrailEvent.RESUMED);
        user.is("both", "FRlegal", "GBlegal");
        trail.record(FLIGHT, TrailEvent.RESUMED);

        assertThat(entries.entries()).extracting(TrailEntry::party).containsOnlyNulls();
        assertThat(entries.entries()).extracting(TrailEntry::actorParty).containsOnlyNulls();
    }

    @Test
    void an_entry_of_a_party_is_for_that_party_and_the_actors() {
        assertThat(entry(GB, FR).isFor(reader("GBlegal"))).isTrue();
        assertThat(entry(GB, FR).isFor(reader("FRlegal"))).isTrue();
        assertThat(entry(GB, FR).isFor(reader("ESlegal"))).isFalse();
        assertThat(entry(null, null).isFor(reader("FRlegal"))).isFalse();
        assertThat(entry(null, null).isFor(reader("auditor"))).isTrue();
    }

    @Test
    void an_event_is_found_by_what_it_is_stored_as() {
        for (TrailEvent event : TrailEvent.values()) {
            assertThat(TrailEvent.ofCode(event.code())).isEqualTo(event);
        }
        assertThatThrownBy(() -> TrailEvent.ofCode("trail.never"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("trail.never");
    }

    private static TrailEntry entry(@Nullable Party party, @Nullable Party actorParty) {
        return new TrailEntry(
                FLIGHT,
                Instant.parse("2027-03-01T09:00:00Z"),
                "somebody",
                TrailEvent.COMMENT,
                party,
                actorParty,
                List.of("a", "b"));
    }

    private static Reader reader(String group) {
        return new Reader(Viewer.of(Set.of(group)), false, null);
    }
}
