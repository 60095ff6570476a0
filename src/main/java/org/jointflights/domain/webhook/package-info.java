/** Where events are sent to. */
@NullMarked
package org.jointflights.domain.webhook;

import org.jspecify.annotations.NullMarked;
