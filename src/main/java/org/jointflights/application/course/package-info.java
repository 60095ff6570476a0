/** The course of a flight: its stages, and what can befall it before departure. */
@NullMarked
package org.jointflights.application.course;

import org.jspecify.annotations.NullMarked;
