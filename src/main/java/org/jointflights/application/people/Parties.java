package org.jointflights.application.people;

import java.time.Instant;
import java.util.List;
import org.jointflights.domain.Party;

/** The states that take part, and Frontex. */
public interface Parties {

    /** Ordered by code. */
    List<Member> all();

    boolean contains(Party party);

    void add(Member member);

    void correct(Party party, String authority);

    /** A party, the authority that acts for it, and since when it takes part. */
    record Member(Party party, String authority, Instant since) {}
}
