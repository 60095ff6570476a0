/** What the SQL of all topics shares; each topic has a package of its own. */
@NullMarked
package org.jointflights.persistence;

import org.jspecify.annotations.NullMarked;
