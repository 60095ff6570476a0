/** Bank accounts, payment orders and bank statements: our tables and their SQL. */
@NullMarked
package org.jointflights.persistence.banking;

import org.jspecify.annotations.NullMarked;
