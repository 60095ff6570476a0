/** Notices to the groups of a flight, written with what they tell of and sent afterwards. */
@NullMarked
package org.jointflights.application.notice;

import org.jspecify.annotations.NullMarked;
