/** Pages as documents to take away, and how many of them are made at once. */
@NullMarked
package org.jointflights.web.document;

import org.jspecify.annotations.NullMarked;
