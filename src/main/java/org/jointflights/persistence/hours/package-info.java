/** Factors of aircraft, exchanges and their postings in the database. */
@NullMarked
package org.jointflights.persistence.hours;

import org.jspecify.annotations.NullMarked;
