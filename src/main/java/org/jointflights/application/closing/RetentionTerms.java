package org.jointflights.application.closing;

import java.time.LocalDate;
import org.jointflights.domain.closing.RetentionTerm;

/** The rules on how long texts are kept, by the day of the flight; a table that lawyers can read. */
public interface RetentionTerms {

    /** The rule that held on that day. */
    RetentionTerm on(LocalDate lawDate);
}
