package org.jointflights.process.engine;

/**
 * A read-only bean that models may call, for the elements of a repeated activity; delegates need no such mark. Its class is
 * public, or expressions cannot call it.
 */
public interface ModelBean {}
