/** What happened on a flight, sent to addresses of the parties that may know of it. */
@NullMarked
package org.jointflights.application.webhook;

import org.jspecify.annotations.NullMarked;
