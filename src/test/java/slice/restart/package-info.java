/**
 * The whole application as a process of its own that is killed and started again on the same file. It stands outside the
 * application's packages, so that the application does not find the bean that stops it.
 */
@NullMarked
package slice.restart;

import org.jspecify.annotations.NullMarked;
