/** Use cases: one transaction each, called by the engine's side, the pages and the importer alike. */
@NullMarked
package org.jointflights.application;

import org.jspecify.annotations.NullMarked;
