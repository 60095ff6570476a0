/**
 * The statement as a spreadsheet that works itself out, sheet by sheet. Every formula is written with the value that it had
 * when the file was made; that value is found here by exact arithmetic, not by the formula, and the tests have a second
 * program compare the two.
 */
@NullMarked
package org.jointflights.web.settlement.spreadsheet;

import org.jspecify.annotations.NullMarked;
