package org.jointflights.application.people;

import java.util.Set;

/** What else than our own pages puts into somebody's session: only objects of known classes are ever made from what is stored. */
public interface SessionClasses {

    /** Their names, in full. */
    Set<String> names();
}
