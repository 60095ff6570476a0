/** How files come over HTTP and are given back. */
@NullMarked
package org.jointflights.web.file;

import org.jspecify.annotations.NullMarked;
