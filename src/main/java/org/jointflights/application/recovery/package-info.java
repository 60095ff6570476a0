/** Recovery orders: announced, answered, decided, paid, and read. */
@NullMarked
package org.jointflights.application.recovery;

import org.jspecify.annotations.NullMarked;
