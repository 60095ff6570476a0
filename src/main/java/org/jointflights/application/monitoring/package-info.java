/** What whoever runs the application watches: figures, times, and which flight a line of the log is about. */
@NullMarked
package org.jointflights.application.monitoring;

import org.jspecify.annotations.NullMarked;
