/** What every model needs: typed variables, guarded forms, refusals that people can read. */
@NullMarked
package org.jointflights.process.engine;

import org.jspecify.annotations.NullMarked;
