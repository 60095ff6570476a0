/** What a program signs in with under {@code /api}, in the name of the person who made it. */
@NullMarked
package org.jointflights.application.people.token;

import org.jspecify.annotations.NullMarked;
