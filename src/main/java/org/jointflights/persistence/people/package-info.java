/** The parties that take part. */
@NullMarked
package org.jointflights.persistence.people;

import org.jspecify.annotations.NullMarked;
