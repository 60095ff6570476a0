package org.jointflights.application.notice;

import java.util.List;

/** Where mail reaches people. */
public interface MailAddresses {

    /** The addresses of the group's members, as far as they have one. */
    List<String> of(String group);
}
