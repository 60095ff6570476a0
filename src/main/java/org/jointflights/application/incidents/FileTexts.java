package org.jointflights.application.incidents;

import java.util.Map;
import org.jointflights.domain.incidents.CaseFile;

/** What people typed about serious incidents and complaints. */
public interface FileTexts {

    /** Erases what was typed about that one; categories, states, dates and counts stay. How many texts there were, by kind. */
    Map<String, Integer> erase(CaseFile file);
}
