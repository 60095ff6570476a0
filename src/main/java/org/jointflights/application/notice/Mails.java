package org.jointflights.application.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Mails to persons, each sent once. */
public interface Mails {

    /**
     * Has the person be sent the notice by that mail, which is made if there is none, and goes at {@code due} at the earliest.
     * False for the digest of a day that has been tried already: then another day's is needed. Somebody who has the notice
     * already gets it no second time.
     */
    boolean put(Notice notice, Mail mail, Instant due);

    /** Those whose time has come, that longest waiting first. */
    List<Mail> due(Instant now, int most);

    /** Counts an attempt and keeps the mail from being due until then; false if somebody else has taken it meanwhile. */
    boolean take(Mail mail, Instant now, Instant until);

    /** What it tells, the oldest first. */
    List<Notice> noticesIn(Mail mail);

    /** A mail server has taken it. */
    void sent(Mail mail, Instant at);

    /** It was not taken, and is tried again then. */
    void postpone(Mail mail, Failure why, Instant until);

    /** It was not taken, and is not tried again unless somebody has it {@linkplain #revive tried again}. */
    void giveUp(Mail mail, Failure why, Instant at);

    /** Those that were given up, but not those that have nobody to go to; the newest first. */
    List<DeadMail> givenUp(int most);

    /** One of these. */
    Optional<DeadMail> findGivenUp(String id);

    /** How many {@link #givenUp} there are. */
    long countGivenUp();

    /** Has one that was given up tried again from the beginning; false if there is none, or somebody else was faster. */
    boolean revive(String id, Instant now);

    /**
     * A mail that was given up.
     *
     * @param since when that was
     */
    record DeadMail(String id, String person, int attempts, Failure why, Instant since) {}
}
