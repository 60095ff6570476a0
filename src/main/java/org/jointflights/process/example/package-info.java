/** The example flights: played through the same tasks and forms as live ones, by the example users. */
@NullMarked
package org.jointflights.process.example;

import org.jspecify.annotations.NullMarked;
