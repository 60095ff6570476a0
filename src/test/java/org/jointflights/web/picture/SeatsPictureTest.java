package org.jointflights.web.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.flight.WithdrawalCause;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeatsPictureTest {

    @ParameterizedTest
    @ValueSource(ints = {3, 31})
    void what_was_offered_and_what_is_committed_is_as_long_as_it_is_many(int parties) throws Exception {
        FlightFile file = SomeFiles.file(
                SomeFiles.flight(
                        Stage.OPERATION, SomeFiles.PROPOSED, SomeFiles.route("LIL", "MAD", "LOS", "LIL"), "Nigeria"),
                parts(parties),
                List.of(),
                List.of(),
                List.of());

        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Picture picture = SeatsPicture.of(file.head(), file.seating(), language);
            DrawnSvg drawn = new DrawnSvg(picture.svg()).hasNoTextOverAnother();
            // Two seats of each that declared and has withdrawn, two of each that is committed; two thirds are.
            long offered = DrawnSvg.hundredths(drawn.all("rect", "coming").get(0), "width");
            long committed = DrawnSvg.hundredths(drawn.all("rect", "going").get(0), "width");
            long most = parts(parties).stream()
                    .filter(part -> part.status() == Participation.Status.COMMITTED)
                    .count();
            assertThat(offered * most)
                    .isBetween(committed * parties - parties * 2L, committed * parties + parties * 2L);
            assertThat(picture.table().rows().get(0)).contains(Integer.toString(parties * 2));
            assertThat(drawn.all("rect", "done")).isEmpty();
        }
    }

    private static List<Participation> parts(int number) {
        List<Participation> parts = new ArrayList<>();
        for (Party party : SomeFiles.parties(number)) {
            Participation declared = Participation.invited(SomeFiles.REFERENCE, party, SomeFiles.PROPOSED)
                    .declared(new Seats(1, 1, 0, 0, 0, 0), "LIL", null, SomeFiles.PROPOSED);
            parts.add(
                    parts.size() % 3 == 2
                            ? declared.withdrawn(
                                    WithdrawalCause.LEGAL, "no longer", SomeFiles.PROPOSED, SomeFiles.DEPARTURE)
                            : declared.committed(SomeFiles.PROPOSED));
        }
        return parts;
    }
}
