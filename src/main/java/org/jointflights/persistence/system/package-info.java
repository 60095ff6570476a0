/** The tables of nodes and backups, and the database's own backup. */
@NullMarked
package org.jointflights.persistence.system;

import org.jspecify.annotations.NullMarked;
