/** The first page of everybody. */
@NullMarked
package org.jointflights.web.desk;

import org.jspecify.annotations.NullMarked;
