/** What can be chosen where a field asks for a state, an airport or a currency. */
@NullMarked
package org.jointflights.application.choices;

import org.jspecify.annotations.NullMarked;
