package org.jointflights.domain.flight;

import java.time.Instant;

/**
 * What a fundamental-rights officer advises on letting a suspended flight go on.
 *
 * @param inFavour whether the flight should go on
 * @param reasons typed, and so read by few and erased with the flight's other reasons
 * @param by the officer's sign-in name
 */
public record ResumingAdvice(boolean inFavour, String reasons, String by, Instant at) {}
