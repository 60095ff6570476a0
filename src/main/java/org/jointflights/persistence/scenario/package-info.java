/** The table of what people keep of what they try out. */
@NullMarked
package org.jointflights.persistence.scenario;

import org.jspecify.annotations.NullMarked;
