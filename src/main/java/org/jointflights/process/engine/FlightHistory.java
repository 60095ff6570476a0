package org.jointflights.process.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Everything that the engine's own level keeps, but for what a form showed and what was typed into it: that is local to its
 * task and ends with it. What is to stay is in our tables, and a reason that a form calls private is nowhere else.
 */
final class FlightHistory extends HistoryLevelFull {

    static final String NAME = "flights";

    /** The database knows it by its number, which is that of “full”. */
    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType event, Object entity) {
        boolean ofTask = entity instanceof VariableInstanceEntity variable && variable.getTaskId() != null;
        return !ofTask && super.isHistoryEventProduced(event, entity);
    }
}
