package org.jointflights.application.approval;

/** The plan is no longer what was signed: another version has to be. */
public class PlanMoved extends Exception {

    private static final long serialVersionUID = 1L;
}
