package org.jointflights.process.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jointflights.application.flight.acts.CancelFlight;
import org.jointflights.domain.Party;

/** On forms in which a flight can be ended: who can be answerable for it. */
public final class EndingOnForm {

    private EndingOnForm() {}

    /** The answers to choose from: nobody, or one of the parties. */
    public static List<Map<String, Object>> causes(List<Party> parties) {
        return Stream.concat(
                        Stream.of(Map.<String, Object>of(
                                "value", CancelFlight.NOBODY, "label", FormLanguage.say("overview.act.nobody"))),
                        parties.stream()
                                .map(party -> Map.<String, Object>of("value", party.code(), "label", party.code())))
                .toList();
    }
}
