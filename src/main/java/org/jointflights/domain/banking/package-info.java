/** What parties tell their banks and hear from them: accounts, orders to pay, and the entries of statements. */
@NullMarked
package org.jointflights.domain.banking;

import org.jspecify.annotations.NullMarked;
