/** How the application itself is: failed steps, nodes, queues, backups. */
@NullMarked
package org.jointflights.application.system;

import org.jspecify.annotations.NullMarked;
