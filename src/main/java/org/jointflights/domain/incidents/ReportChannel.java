package org.jointflights.domain.incidents;

import org.jointflights.domain.Sentence;

/** How a serious incident is reported. */
public enum ReportChannel {
    /** The reporter is on the trail; whoever commands the flight may read the report. */
    ORDINARY,
    /** For those who fear consequences: who reports is stored nowhere, and only the rights officers read it. */
    EXCEPTIONAL;

    /** What people call it. */
    public Sentence words() {
        return Sentence.of("incidents.channel." + name());
    }
}
