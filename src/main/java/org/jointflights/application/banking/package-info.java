/** Into the treasuries' systems: parties' bank accounts, orders to pay (pain.001) and statements (camt.053). */
@NullMarked
package org.jointflights.application.banking;

import org.jspecify.annotations.NullMarked;
