package org.jointflights.application.annual;

import java.util.List;
import java.util.Optional;
import org.jointflights.domain.Party;
import org.jointflights.domain.annual.Appropriation;
import org.jointflights.domain.funding.Fund;

/** What funds may promise states, by year. Nothing is changed or removed: the newest entry holds. */
public interface Appropriations {

    /** Every entry of a year, the newest first. */
    List<Appropriation> of(int year);

    /** The entry that holds. */
    Optional<Appropriation> find(Fund fund, Party beneficiary, int year);

    void add(Appropriation appropriation);
}
