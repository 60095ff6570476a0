package org.jointflights.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.jointflights.application.incidents.RecordIncident;

/**
 * Requests whose sender may be somebody who fears consequences: no line of the log and no trail says whose they are, before
 * anybody has read by which channel they report.
 */
final class NamelessRequests {

    private static final String ADDRESS = "/" + RecordIncident.PATH;

    private NamelessRequests() {}

    static boolean include(HttpServletRequest request) {
        return request.getRequestURI().endsWith(ADDRESS);
    }
}
