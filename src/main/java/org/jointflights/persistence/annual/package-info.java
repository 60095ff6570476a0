/** A year of the accounts: its tables, and the SQL that reads flights, decisions and postings by year. */
@NullMarked
package org.jointflights.persistence.annual;

import org.jspecify.annotations.NullMarked;
