/** The engine's side: the only package that knows Camunda. */
@NullMarked
package org.jointflights.process;

import org.jspecify.annotations.NullMarked;
