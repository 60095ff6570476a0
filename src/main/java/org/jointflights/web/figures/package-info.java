/** The figures for managers as pages and as files. */
@NullMarked
package org.jointflights.web.figures;

import org.jspecify.annotations.NullMarked;
