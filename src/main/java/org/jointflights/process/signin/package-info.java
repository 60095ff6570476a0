/** The engine's side of sign-in: its users and groups, their rights, and what it answers when an act is refused. */
@NullMarked
package org.jointflights.process.signin;

import org.jspecify.annotations.NullMarked;
