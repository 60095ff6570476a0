/** Notices by mail, where a mail server is set. */
@NullMarked
package org.jointflights.web.mail;

import org.jspecify.annotations.NullMarked;
