/** Hours of aircraft given and received: entered, agreed, read. */
@NullMarked
package org.jointflights.application.hours;

import org.jspecify.annotations.NullMarked;
