/** The charter with the carrier and the permits to fly. */
@NullMarked
package org.jointflights.application.contracting;

import org.jspecify.annotations.NullMarked;
