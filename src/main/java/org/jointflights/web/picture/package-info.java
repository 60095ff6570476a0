/** Pictures of flights as SVG, each with a table of the same facts. */
@NullMarked
package org.jointflights.web.picture;

import org.jspecify.annotations.NullMarked;
