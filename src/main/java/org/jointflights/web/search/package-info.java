/** What somebody looks for, as a page. */
@NullMarked
package org.jointflights.web.search;

import org.jspecify.annotations.NullMarked;
