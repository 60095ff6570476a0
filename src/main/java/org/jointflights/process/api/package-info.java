/** The engine's HTTP API behind Tasklist, Cockpit and Admin: what is let through to it, and what it answers. */
@NullMarked
package org.jointflights.process.api;

import org.jspecify.annotations.NullMarked;
