/** What people need beside their tasks while an operation is carried out. */
@NullMarked
package org.jointflights.web.operation;

import org.jspecify.annotations.NullMarked;
