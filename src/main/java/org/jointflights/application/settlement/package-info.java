/** Settling a flight: claims against vouchers, final accounts, signatures on them, payments and waivers. */
@NullMarked
package org.jointflights.application.settlement;

import org.jspecify.annotations.NullMarked;
