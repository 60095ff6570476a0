package org.jointflights.domain.closing;

import java.time.Instant;
import org.jointflights.domain.OperationReference;

/**
 * Something keeps the texts of a flight from being erased, a procedure before a court for instance, until whoever set it lifts
 * it.
 *
 * @param holder the group that set it, and that alone can lift it
 */
public record LegalHold(OperationReference reference, String holder, String setBy, Instant since) {}
