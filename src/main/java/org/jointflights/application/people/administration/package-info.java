/** What administrators do: states and people, what takes two of them, and the log of it all. */
@NullMarked
package org.jointflights.application.people.administration;

import org.jspecify.annotations.NullMarked;
