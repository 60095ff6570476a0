/** The engine's users as recipients of mail. */
@NullMarked
package org.jointflights.process.notice;

import org.jspecify.annotations.NullMarked;
