/**
 * The database of the baseline: the example's flights as the first scripts of the migrations keep them, with their running
 * processes. Every later version opens it. While nothing is released {@code mvn -q test -Dtest=MakeBaseline} makes it anew
 * after a change of those scripts; from the first release on neither is touched.
 */
@NullMarked
package org.jointflights.baseline;

import org.jspecify.annotations.NullMarked;
