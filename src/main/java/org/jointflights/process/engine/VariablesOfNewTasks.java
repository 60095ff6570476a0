package org.jointflights.process.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.jspecify.annotations.Nullable;

/**
 * In place of the engine's own, which asks the database for the variables of a task that is not in it yet: a form is filled in
 * when its task is made, and a point of the count-down makes fifteen.
 */
class VariablesOfNewTasks extends VariableInstanceManager {

    /** How the engine comes by it, one for each command. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return VariableInstanceManager.class;
        }

        @Override
        public Session openSession() {
            return new VariablesOfNewTasks();
        }
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
            String taskId, @Nullable Collection<String> variableNames) {
        return isNew(taskId)
                ? new ArrayList<>()
                : super.findVariableInstancesByTaskIdAndVariableNames(taskId, variableNames);
    }

    /** Made by this command, and not written yet: what it was given, it holds itself. */
    private boolean isNew(String taskId) {
        TaskEntity task = getDbEntityManager().getCachedEntity(TaskEntity.class, taskId);
        CachedDbEntity known =
                task == null ? null : getDbEntityManager().getDbEntityCache().getCachedEntity(task);
        return known != null && known.getEntityState() == DbEntityState.TRANSIENT;
    }
}
