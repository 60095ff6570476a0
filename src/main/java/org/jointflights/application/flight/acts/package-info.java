/**
 * What is done to a flight as a whole until it has left: contracted, withdrawn from, postponed, changed,
 * stopped, cancelled.
 */
@NullMarked
package org.jointflights.application.flight.acts;

import org.jspecify.annotations.NullMarked;
