/** Files that people add: what is asked of each before it is kept, whatever it stands beside. */
@NullMarked
package org.jointflights.application.file;

import org.jspecify.annotations.NullMarked;
