package org.jointflights.web.signin;

import jakarta.servlet.http.HttpServletRequest;

/** Where Camunda's own pages and calls are; besides {@code process}, nothing else names it. Pages lead people there. */
public final class EnginePages {

    static final String ROOT = "/camunda";
    static final String APPS = ROOT + "/app";
    static final String CALLS = ROOT + "/api";
    static final String SIGN_OUT = CALLS + "/admin/auth/user/*";

    /** The page's own number that its scripts must carry, as an attribute of the servlet context. */
    static final String NONCE = "org.camunda.bpm.csp.nonce";

    /** Whether a program asks rather than a person's browser: it is answered with a status and led nowhere. */
    public static boolean isCall(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/") || path.startsWith(CALLS + "/");
    }

    /** The tasks that wait for people. */
    public String tasks() {
        return APPS + "/tasklist/default/";
    }

    /** One task, with its form, for whoever may do it. */
    public String task(String id) {
        return tasks() + "#/?task=" + id;
    }

    /** The form that starts that process, opened: without its name Tasklist opens none. */
    public String proposal(String process) {
        return tasks() + "#/?processStart=" + process;
    }

    /** The running processes. */
    public String processes() {
        return APPS + "/cockpit/default/";
    }
}
