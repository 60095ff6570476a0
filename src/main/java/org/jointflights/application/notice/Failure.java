package org.jointflights.application.notice;

import org.jointflights.domain.Sentence;

/** Why a mail did not reach anybody. */
public enum Failure {
    /** The server answers, and does not take it: it is busy, full, or does not know us. */
    REFUSED,
    /** The server does not answer, or not to the end. */
    NO_ANSWER,
    /** The server says for good that there is no such address: trying again is no use. */
    ADDRESS,
    /** The person has no address, is gone, or is in none of the groups that were told. */
    NOBODY;

    /** What an administrator reads. */
    public Sentence words() {
        return Sentence.of("system.mail.failure." + name());
    }
}
