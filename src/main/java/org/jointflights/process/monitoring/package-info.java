/** What the engine says about how things stand. */
@NullMarked
package org.jointflights.process.monitoring;

import org.jspecify.annotations.NullMarked;
