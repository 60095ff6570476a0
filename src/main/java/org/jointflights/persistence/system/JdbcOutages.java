package org.jointflights.persistence.system;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointflights.application.system.Outage;
import org.jointflights.application.system.Outages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;

/** Knows them by what the databases, their drivers and the pool of connections say. */
@Component
class JdbcOutages implements Outages {

    private static final int DEEPEST = 30;

    /** Connection, too little of something, ended by its administrator or a crash, trouble with its files; then H2's own. */
    private static final Pattern AWAY =
            Pattern.compile("08...|53(000|200|300|400)|57P0[1-5]|58...|90020|90028|90031|90067|90098|90121");

    private static final Set<String> FULL = Set.of("53100", "90100");

    /** What H2 wraps without a code of its own; the system's words, in the language in which Java has them. */
    private static final String NO_ROOM = "No space left on device";

    /** What the pool says of a connection that was broken before: the driver has said why, to somebody else. */
    private static final String BROKEN = "Connection is closed";

    @Override
    public Optional<Outage> behind(Throwable failure) {
        List<Throwable> causes = causes(failure);
        // A database may close because it is full.
        if (causes.stream().anyMatch(JdbcOutages::isFull)) {
            return Optional.of(Outage.FULL);
        }
        return causes.stream().anyMatch(JdbcOutages::isAway) ? Optional.of(Outage.AWAY) : Optional.empty();
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable at = failure; at != null && causes.size() < DEEPEST; at = at.getCause()) {
            causes.add(at);
            if (at instanceof TransactionSystemException ending && ending.getApplicationException() != null) {
                // That it could not be undone either hides why it had to be.
                causes.addAll(causes(ending.getApplicationException()));
            }
        }
        return causes;
    }

    private static boolean isFull(Throwable cause) {
        if (cause instanceof SQLException sql) {
            return sql.getSQLState() != null && FULL.contains(sql.getSQLState());
        }
        return cause instanceof IOException file
                && file.getMessage() != null
                && file.getMessage().contains(NO_ROOM);
    }

    private static boolean isAway(Throwable cause) {
        if (!(cause instanceof SQLException sql)) {
            return false;
        }
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || (state == null
                        ? BROKEN.equals(sql.getMessage())
                        : AWAY.matcher(state).matches());
    }
}
