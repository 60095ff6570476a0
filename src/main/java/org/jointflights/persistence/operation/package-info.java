/** Answers to gates and head counts: our tables and their SQL. */
@NullMarked
package org.jointflights.persistence.operation;

import org.jspecify.annotations.NullMarked;
