/**
 * The whole application as a process of its own that is killed and started again on the same file.
 */
@NullMarked
package org.jointflights.restart;

import org.jspecify.annotations.NullMarked;
