/** The engine's users as recipients of mail. */
@NullMarked
package org.jointflights.process.mail;

import org.jspecify.annotations.NullMarked;
