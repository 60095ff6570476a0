package org.jointflights.domain.figures;

import java.time.LocalDate;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;

/**
 * A flight as far as figures tell it from others.
 *
 * @param day on which it really flies
 */
public record CountedFlight(OperationReference reference, LocalDate day, String destination, Party organiser) {}
