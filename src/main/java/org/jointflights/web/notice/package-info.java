/** Notices as a page, and by mail where a mail server is set. */
@NullMarked
package org.jointflights.web.notice;

import org.jspecify.annotations.NullMarked;
