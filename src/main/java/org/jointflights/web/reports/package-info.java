/** The half-yearly report as a page and as files. */
@NullMarked
package org.jointflights.web.reports;

import org.jspecify.annotations.NullMarked;
