/** Webhooks and what is sent to them: our tables and their SQL. */
@NullMarked
package org.jointflights.persistence.webhook;

import org.jspecify.annotations.NullMarked;
