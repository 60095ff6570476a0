package org.jointflights.application.system;

import java.time.Instant;

/**
 * A backup of the database that was taken whole.
 *
 * @param taken everything that was acknowledged before that moment is in it
 */
public record Backup(Instant taken, String file) {}
