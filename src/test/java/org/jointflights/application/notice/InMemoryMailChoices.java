package org.jointflights.application.notice;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jointflights.domain.notice.MailChoice;

public final class InMemoryMailChoices implements MailChoices {

    private final Map<String, MailChoice> choices = new HashMap<>();

    @Override
    public Optional<MailChoice> of(String person) {
        return Optional.ofNullable(choices.get(person));
    }

    @Override
    public void keep(String person, MailChoice choice) {
        choices.put(person, choice);
    }
}
