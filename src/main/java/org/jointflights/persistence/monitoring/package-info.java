/** What our tables say about how things stand. */
@NullMarked
package org.jointflights.persistence.monitoring;

import org.jspecify.annotations.NullMarked;
