/** Carries out an operation: the gates' questions and answers, head counts, departure, last call and hand-over. */
@NullMarked
package org.jointflights.application.operation;

import org.jspecify.annotations.NullMarked;
