/** Plain Java: what a joint flight is and which rules hold for it. No framework, no database, no clock. */
@NullMarked
package org.jointflights.domain;

import org.jspecify.annotations.NullMarked;
