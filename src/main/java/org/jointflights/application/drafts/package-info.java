/** What people have typed into a form and not sent yet. */
@NullMarked
package org.jointflights.application.drafts;

import org.jspecify.annotations.NullMarked;
