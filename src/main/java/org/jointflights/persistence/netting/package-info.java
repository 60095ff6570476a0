/** Nettings over flights in the database. */
@NullMarked
package org.jointflights.persistence.netting;

import org.jspecify.annotations.NullMarked;
