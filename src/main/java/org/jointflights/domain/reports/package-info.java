/** What is reported of all flights of half a year (Regulation (EU) 2019/1896, Article 50(7)). */
@NullMarked
package org.jointflights.domain.reports;

import org.jspecify.annotations.NullMarked;
