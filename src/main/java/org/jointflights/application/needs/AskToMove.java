package org.jointflights.application.needs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.notice.Outbox;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.Worded;
import org.jointflights.domain.needs.CharterTerms;
import org.jointflights.domain.needs.MovedMatch;
import org.jointflights.domain.needs.Need;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A state asks another to move its need by a month, so that they could fly together. The other's coordinators get a notice and
 * decide; of each need once a day, whoever asks.
 */
@Service
@Transactional
public class AskToMove {

    private final ReadNeeds needs;
    private final NeedRights rights;
    private final WriteNotices notices;
    private final Outbox outbox;
    private final Clock clock;

    AskToMove(ReadNeeds needs, NeedRights rights, WriteNotices notices, Outbox outbox, Clock clock) {
        this.needs = needs;
        this.rights = rights;
        this.notices = notices;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * That somebody has asked today.
     *
     * @param by the state that did
     */
    public record Asked(Worded by, Instant at) {}

    /**
     * Asks a {@code party} to move what it said of a {@code month} and {@code destination} to the month {@code toMonth}, for the
     * state {@code asker}; the need that it is about. Throws {@link org.jointflights.domain.NotYours} for anybody but the asker's coordinators, and
     * {@link Conflict} where nothing would come of it by now, or that need's state has been asked today.
     */
    public Need ask(TypedFields typed, CharterTerms terms, Locale language) {
        Party asker = typed.party("asker");
        rights.requireCoordinatorOf(asker);
        Party party = typed.party("party");
        Need need = needs.of(terms, language).ifMoved().stream()
                .filter(moved -> moved.match().month().toString().equals(typed.text("toMonth")))
                .filter(moved -> isIn(moved, asker))
                .flatMap(moved -> moved.moving().stream())
                .filter(moving -> moving.party().equals(party)
                        && !party.equals(asker)
                        && moving.month().toString().equals(typed.text("month"))
                        && moving.destination().equals(typed.text("destination")))
                .findFirst()
                .orElseThrow(() -> Conflict.of("needs.ask.changed"));
        Optional<Asked> earlier = today(need);
        if (earlier.isPresent()) {
            throw Conflict.of(
                    "needs.ask.already", new PartyName(party), earlier.get().by());
        }
        try {
            notices.tell(
                    group(need),
                    occasion(need),
                    "notice.needMove",
                    new PartyName(asker),
                    need.persons(),
                    terms.seats(need),
                    new PlaceName(need.destination()),
                    need.month(),
                    typed.text("toMonth"));
        } catch (DuplicateKeyException atOnce) {
            // Another state asks at the same moment.
            throw Conflict.of("needs.ask.changed");
        }
        return need;
    }

    /** Of these needs those whose state somebody has asked today. */
    @Transactional(readOnly = true)
    public Map<Need, Asked> today(List<MovedMatch> ifMoved) {
        Map<Need, Asked> asked = new HashMap<>();
        ifMoved.stream()
                .flatMap(moved -> moved.moving().stream())
                .forEach(need -> today(need).ifPresent(found -> asked.put(need, found)));
        return asked;
    }

    private Optional<Asked> today(Need need) {
        return outbox.find(occasion(need) + "/" + group(need)).map(AskToMove::asked);
    }

    private static Asked asked(Notice notice) {
        Object by = notice.text().arguments().get(0);
        return new Asked(by instanceof Worded words ? words : language -> by.toString(), notice.created());
    }

    private String occasion(Need need) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return "need-move-" + need.party() + "-" + need.month() + "-" + need.destination() + "-" + today;
    }

    private static String group(Need need) {
        return Role.COORDINATOR.groupOf(need.party());
    }

    private static boolean isIn(MovedMatch moved, Party state) {
        return moved.match().members().stream()
                .anyMatch(member -> member.party().equals(state));
    }
}
