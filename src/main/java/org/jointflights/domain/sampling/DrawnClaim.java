package org.jointflights.domain.sampling;

/**
 * A claim that was drawn.
 *
 * @param draws how many units hit it: more than one where it is larger than the interval
 */
public record DrawnClaim(CertifiedAmount amount, int draws) {}
