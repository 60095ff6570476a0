/** Pages, downloads and the REST API. */
@NullMarked
package org.jointflights.web;

import org.jspecify.annotations.NullMarked;
