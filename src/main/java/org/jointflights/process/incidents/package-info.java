/** The engine's side of serious incidents and complaints. */
@NullMarked
package org.jointflights.process.incidents;

import org.jspecify.annotations.NullMarked;
