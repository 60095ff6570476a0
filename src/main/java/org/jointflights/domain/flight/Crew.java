package org.jointflights.domain.flight;

/**
 * Who provides the people without whom the flight does not leave: a service or body, never a person's name.
 *
 * @param escortLeader which service leads the escorts
 * @param doctor who sends the doctor
 * @param interpreter which languages, and who sends the interpreter
 * @param monitor the independent body that watches the whole route
 */
public record Crew(String escortLeader, String doctor, String interpreter, String monitor) {}
