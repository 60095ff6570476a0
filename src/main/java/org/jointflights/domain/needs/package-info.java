/** What states expect to return, by month and destination, and who could fly together. */
@NullMarked
package org.jointflights.domain.needs;

import org.jspecify.annotations.NullMarked;
