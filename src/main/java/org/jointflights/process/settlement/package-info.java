/** The engine's side of settlement: from vouchers to closed accounts. */
@NullMarked
package org.jointflights.process.settlement;

import org.jspecify.annotations.NullMarked;
