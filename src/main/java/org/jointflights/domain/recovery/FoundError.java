package org.jointflights.domain.recovery;

import java.time.Instant;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.sampling.SampleFinding;

/**
 * An auditor's finding that something of a certified claim should not have been.
 *
 * @param error of what was certified, in euro, above zero
 */
public record FoundError(
        long id,
        long sample,
        long claim,
        OperationReference reference,
        Party claimant,
        Money error,
        SampleFinding.Cause cause,
        String by,
        Instant at) {}
