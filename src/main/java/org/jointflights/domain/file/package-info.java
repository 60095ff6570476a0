/** Files that people add to a flight: which kinds are taken, under which names. */
@NullMarked
package org.jointflights.domain.file;

import org.jspecify.annotations.NullMarked;
