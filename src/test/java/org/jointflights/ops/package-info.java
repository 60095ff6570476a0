/** What whoever runs the application relies on: the files of {@code ops}, and the figures that they ask for. */
@NullMarked
package org.jointflights.ops;

import org.jspecify.annotations.NullMarked;
