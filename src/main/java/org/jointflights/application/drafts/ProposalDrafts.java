package org.jointflights.application.drafts;

import java.util.Map;

/** The form that proposes a flight, before anybody has sent it. */
public interface ProposalDrafts {

    /** Puts these values, by field, into the form of whoever is signed in, instead of what they had typed there. */
    void fill(Map<String, Object> values);
}
