package org.jointflights.process.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Keeps to what was due by now in the lists that are marked so, whenever they are read or counted. A stored list could say “now”
 * only by an expression, and none may be stored here.
 */
public final class OverdueLists extends FilterServiceImpl {

    /** The property of a list that holds what is overdue and nothing else. */
    public static final String MARK = "overdue";

    private final Supplier<Clock> clock;

    OverdueLists(Supplier<Clock> clock) {
        this.clock = clock;
    }

    @Override
    public <T> List<T> list(String list) {
        return list(list, null);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String list, @Nullable Q narrowed) {
        return super.list(list, this.<T, Q>byNow(list, narrowed));
    }

    @Override
    public <T> List<T> listPage(String list, int first, int most) {
        return listPage(list, null, first, most);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String list, @Nullable Q narrowed, int first, int most) {
        return super.listPage(list, this.<T, Q>byNow(list, narrowed), first, most);
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> T singleResult(String list) {
        return singleResult(list, null);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String list, @Nullable Q narrowed) {
        return super.singleResult(list, this.<T, Q>byNow(list, narrowed));
    }

    @Override
    public Long count(String list) {
        return count(list, null);
    }

    @Override
    public Long count(String list, @Nullable Query<?, ?> narrowed) {
        return super.count(list, dueByNow(list, narrowed));
    }

    @SuppressWarnings("unchecked")
    private <T, Q extends Query<?, T>> @Nullable Q byNow(String list, @Nullable Q narrowed) {
        return (Q) dueByNow(list, narrowed);
    }

    private @Nullable Query<?, ?> dueByNow(String list, @Nullable Query<?, ?> narrowed) {
        Filter filter = getFilter(list);
        if (filter == null || !Boolean.TRUE.equals(filter.getProperties().get(MARK))) {
            return narrowed;
        }
        TaskQueryImpl query = narrowed == null ? new TaskQueryImpl() : (TaskQueryImpl) narrowed;
        Instant now = clock.get().instant();
        Date asked = query.getDueBefore();
        if (asked == null || asked.toInstant().isAfter(now)) {
            query.dueBefore(Date.from(now));
        }
        return query;
    }
}
