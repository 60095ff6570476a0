/** The page of webhooks, and the connection by which events leave. */
@NullMarked
package org.jointflights.web.webhook;

import org.jspecify.annotations.NullMarked;
