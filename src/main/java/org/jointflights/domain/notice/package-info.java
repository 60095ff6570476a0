/** How notices reach people: which go at once whatever somebody chose, when a digest is due, when a mail is tried again. */
@NullMarked
package org.jointflights.domain.notice;

import org.jspecify.annotations.NullMarked;
