/** What makes the trail one that cannot be changed unseen: each entry is hashed with the one before. */
@NullMarked
package org.jointflights.domain.trail;

import org.jspecify.annotations.NullMarked;
