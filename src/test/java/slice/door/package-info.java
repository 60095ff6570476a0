/**
 * The door alone, over real HTTP: sign-in, rights and refusals with a small process of their own. It stands outside the
 * application's packages, so that no test of the whole application finds it.
 */
@NullMarked
package slice.door;

import org.jspecify.annotations.NullMarked;
