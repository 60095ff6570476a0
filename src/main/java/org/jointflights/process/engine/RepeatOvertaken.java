package org.jointflights.process.engine;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Colleagues who answer different tasks of one flight change the same count of answers. Whoever is overtaken has had
 * nothing stored, and the same form is submitted once more: by all our rules, on what the other has left. Steps are
 * repeated by the job executor, and acts by whoever began their transaction.
 */
final class RepeatOvertaken extends CommandInterceptor {

    /** More than there are states that can be asked at the same moment. */
    private static final int TRIES = 20;

    /** Otherwise those who try once more would overtake each other again. */
    private final Lock oneAfterTheOther = new ReentrantLock(true);

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() != null) {
            return next.execute(command);
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return insideAnAct(command);
        }
        try {
            return next.execute(command);
        } catch (RuntimeException failed) {
            if (!(command instanceof SubmitTaskFormCmd) || !isOvertaken(failed)) {
                throw failed;
            }
        }
        oneAfterTheOther.lock();
        try {
            return onceMore(command);
        } finally {
            oneAfterTheOther.unlock();
        }
    }

    private <T> T onceMore(Command<T> command) {
        for (int left = TRIES; left > 1; left--) {
            try {
                return next.execute(command);
            } catch (RuntimeException failed) {
                if (!isOvertaken(failed)) {
                    throw failed;
                }
            }
        }
        return next.execute(command);
    }

    /** The layers that began the transaction do not know the engine. */
    private <T> T insideAnAct(Command<T> command) {
        try {
            return next.execute(command);
        } catch (OptimisticLockingException overtaken) {
            throw new OptimisticLockingFailureException(overtaken.getMessage(), overtaken);
        }
    }

    private static boolean isOvertaken(Throwable failed) {
        int depth = 0;
        for (Throwable at = failed; at != null && depth < 30; at = at.getCause()) {
            if (at instanceof OptimisticLockingException || at instanceof ConcurrencyFailureException) {
                return true;
            }
            depth++;
        }
        return false;
    }
}
