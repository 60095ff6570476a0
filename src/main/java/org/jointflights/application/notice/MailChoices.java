package org.jointflights.application.notice;

import java.util.Optional;
import org.jointflights.domain.notice.MailChoice;

/** What people have chosen about mail. */
public interface MailChoices {

    /** Nothing for whoever has chosen nothing. */
    Optional<MailChoice> of(String person);

    /** Keeps the choice in place of the one before. */
    void keep(String person, MailChoice choice);
}
