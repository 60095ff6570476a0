package org.jointflights.process.incidents;

import org.jointflights.process.engine.TaskForm;

/**
 * A form of a serious incident or a complaint: nobody else knows that it waits, it goes on while the flight rests, which it may
 * rest because of it, and it prepares nothing that is signed.
 */
interface CaseForm extends TaskForm {

    @Override
    default boolean prepares() {
        return false;
    }

    @Override
    default boolean isConfidential() {
        return true;
    }

    @Override
    default boolean worksWhileSuspended() {
        return true;
    }
}
