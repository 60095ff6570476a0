/** What the engine knows of failed steps and of work that waits, and how a step is tried again. */
@NullMarked
package org.jointflights.process.system;

import org.jspecify.annotations.NullMarked;
