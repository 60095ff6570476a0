/** What people have typed and not sent yet: our tables and their SQL. */
@NullMarked
package org.jointflights.persistence.drafts;

import org.jspecify.annotations.NullMarked;
