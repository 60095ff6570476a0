/** The administrators' pages: states, people, and the log of what was done with them; and everybody's own password. */
@NullMarked
package org.jointflights.web.people;

import org.jspecify.annotations.NullMarked;
