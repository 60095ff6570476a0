/** More than one node on one database. */
@NullMarked
package org.jointflights.nodes;

import org.jspecify.annotations.NullMarked;
