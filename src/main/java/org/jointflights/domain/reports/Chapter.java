package org.jointflights.domain.reports;

import java.util.List;
import org.jointflights.domain.Sentence;

/** A part of the report: a number of figures about one matter, each with what it consists of. */
public record Chapter(Sentence heading, List<Breakdown> breakdowns) {

    public Chapter {
        breakdowns = List.copyOf(breakdowns);
    }
}
