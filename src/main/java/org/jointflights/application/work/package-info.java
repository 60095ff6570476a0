/** Who has taken a task on, and who completed which. */
@NullMarked
package org.jointflights.application.work;

import org.jspecify.annotations.NullMarked;
