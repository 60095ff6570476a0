package org.jointflights.process.planning;

import java.time.Instant;
import org.jointflights.process.engine.Variable;

/** The names shared by flightPlanning.bpmn, stateParticipation.bpmn and their code. */
public final class PlanningProcess {

    public static final String KEY = "flightPlanning";
    public static final String PARTICIPATION = "stateParticipation";

    public static final Variable<Instant> REPLY_BY = Variable.text("replyBy").as(Instant::toString, Instant::parse);

    static final Variable<Boolean> PLANNED = Variable.flag("planned");
    static final Variable<Boolean> OFFER_AGAIN = Variable.flag("offerAgain");
    static final Variable<Boolean> ANOTHER_QUOTE = Variable.flag("anotherQuote");
    static final Variable<Boolean> ANSWER_FINAL = Variable.flag("answerFinal");

    public static final String ANSWERS_CLOSED = "answersClosed";
    public static final String PARTICIPATION_WITHDRAWN = "participationWithdrawn";

    private PlanningProcess() {}
}
