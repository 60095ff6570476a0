package org.jointflights.domain.sampling;

import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Money;

/**
 * A claim as a sample is drawn from it.
 *
 * @param eligible what was certified of it, above zero, in euro
 */
public record CertifiedAmount(long claim, OperationReference reference, Party claimant, Money eligible) {}
