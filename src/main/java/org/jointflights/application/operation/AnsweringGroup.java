package org.jointflights.application.operation;

import java.util.stream.Stream;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Party;
import org.jointflights.domain.operation.Answerer;
import org.jointflights.domain.operation.GateRules;
import org.jointflights.domain.operation.Question;

/** Whom a gate is put to: a role of a state, or for the flight as a whole a role that is kept under the organiser. */
public record AnsweringGroup(Party party, Answerer answerer) {

    /** The one to whom the question is put. */
    public static AnsweringGroup to(Question question, GateRules rules) {
        return new AnsweringGroup(question.party(), rules.answererOf(question.gate()));
    }

    /** The one whose group it is, for example {@code FRlegal}; throws {@link IllegalStateException} if nobody's. */
    public static AnsweringGroup of(String group, Party organiser) {
        boolean ofFlight = group.equals(Role.RIGHTS_OFFICER.group()) || group.startsWith(Party.FRONTEX.code());
        Party party = ofFlight ? organiser : new Party(group.substring(0, 2));
        // Frontex has no people on a flight, also where it organises one: its groups answer for the flight alone.
        return Stream.of(Answerer.values())
                .filter(answerer -> !ofFlight || answerer.isForFlight())
                .map(answerer -> new AnsweringGroup(party, answerer))
                .filter(respondent -> respondent.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(group + " answers no gate"));
    }

    /** The group whose people answer. */
    public String group() {
        return switch (answerer) {
            case LEGAL -> Role.LEGAL.groupOf(party);
            case COORDINATOR -> Role.COORDINATOR.groupOf(party);
            case DOCTOR -> Role.DOCTOR.groupOf(party);
            case MONITOR -> Role.MONITOR.groupOf(party);
            case FINANCE -> Role.FINANCE.groupOf(party);
            case LEAD_ESCORT -> Role.ESCORT_LEADER.groupOf(party);
            case RIGHTS_OFFICER -> Role.RIGHTS_OFFICER.group();
            case FRONTEX -> Role.LEGAL.groupOf(Party.FRONTEX);
        };
    }
}
