package org.jointflights.application.notice;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.notice.MailChoice;
import org.jointflights.domain.notice.MailManner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everybody says for themselves how mail reaches them. */
@Service
@Transactional
public class ChangeMailChoice {

    /** The hours that there are to choose from. */
    public static final List<Integer> HOURS = IntStream.range(0, 24).boxed().toList();

    /** Those of a place, and the one of the world; abbreviations and fixed distances do not follow a change of clocks. */
    public static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.equals("UTC")
                    || zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*"))
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .toList();

    private final MailChoices choices;
    private final CurrentUser actor;

    ChangeMailChoice(MailChoices choices, CurrentUser actor) {
        this.choices = choices;
        this.actor = actor;
    }

    /** What the person has chosen, or what holds until they do. */
    @Transactional(readOnly = true)
    public MailChoice own() {
        return choices.of(actor.account()).orElse(MailChoice.UNSAID);
    }

    /** Keeps what a form says; no language at all means both. What waits already goes as it was chosen before. */
    public void change(String manner, String hour, String zone, String language) {
        MailChoice choice = new MailChoice(MailManner.named(manner), hour(hour), zone(zone), language(language));
        choices.keep(actor.account(), choice);
    }

    private static int hour(String typed) {
        return HOURS.stream()
                .filter(hour -> hour.toString().equals(typed))
                .findFirst()
                .orElseThrow(() -> BadInput.of("digestHour", typed, "common.choice", HOURS));
    }

    private static ZoneId zone(String typed) {
        if (!ZONES.contains(typed)) {
            throw BadInput.of("digestZone", typed, "notice.choice.zone");
        }
        return ZoneId.of(typed);
    }

    private static @Nullable Locale language(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        return MailChoice.LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(typed))
                .findFirst()
                .orElseThrow(() -> BadInput.of("mailLanguage", typed, "common.choice", MailChoice.LANGUAGES));
    }
}
