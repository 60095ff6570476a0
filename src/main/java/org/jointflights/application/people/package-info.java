/** Who works here: parties, groups, people, and who is acting now. */
@NullMarked
package org.jointflights.application.people;

import org.jspecify.annotations.NullMarked;
