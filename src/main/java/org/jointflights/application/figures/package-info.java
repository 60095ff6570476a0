/** Reading what managers are told of many flights. */
@NullMarked
package org.jointflights.application.figures;

import org.jspecify.annotations.NullMarked;
