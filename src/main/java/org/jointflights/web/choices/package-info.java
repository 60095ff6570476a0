/** What can be chosen in a field, for the script that shows it below the field. */
@NullMarked
package org.jointflights.web.choices;

import org.jspecify.annotations.NullMarked;
