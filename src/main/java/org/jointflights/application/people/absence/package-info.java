/** Substitutions: entering, confirming, acting, ending, and which groups have nobody. */
@NullMarked
package org.jointflights.application.people.absence;

import org.jspecify.annotations.NullMarked;
