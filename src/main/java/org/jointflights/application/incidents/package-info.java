/** Serious incidents and complaints: who reports them, who decides on them, who reads them, and what becomes of their texts. */
@NullMarked
package org.jointflights.application.incidents;

import org.jspecify.annotations.NullMarked;
