/** What the example's database needs and that of production has by itself. */
@NullMarked
package org.jointflights.persistence.example;

import org.jspecify.annotations.NullMarked;
