package org.jointflights.process.engine;

import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;

/** The variables that every process has; each process's own are declared in its {@code …Process} class. */
public final class FlightVariables {

    /** Which flight. */
    public static final Variable<OperationReference> REFERENCE =
            Variable.text("reference").as(OperationReference::value, OperationReference::new);

    /** The organising state: most candidate groups start with it. */
    public static final Variable<Party> ORGANISER = Variable.text("organiser").as(Party::code, Party::new);

    /** The party of a called process or of one instance of a repeated task. */
    public static final Variable<Party> PARTY = Variable.text("party").as(Party::code, Party::new);

    private FlightVariables() {}
}
