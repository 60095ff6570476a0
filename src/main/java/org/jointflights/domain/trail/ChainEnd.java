package org.jointflights.domain.trail;

/**
 * Where a chain ends, by what is stored apart from it and by its links, both read in one look.
 *
 * @param lastLink the highest number that a link has; 0 where there is none
 */
public record ChainEnd(ChainHead head, long lastLink) {}
