package org.jointflights.domain.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The report that a party's monitor owes on a return that has ended (Regulation (EU) 2019/1896, Article 50(5)). Its text
 * stays with whoever wrote it; what is kept here proves which text it was, and says what it covers.
 *
 * @param due seven days after the end of the operation
 * @param delivery nothing until it is in
 */
public record MonitorReport(
        OperationReference reference,
        Party party,
        Instant asked,
        Instant due,
        @Nullable Delivery delivery) {

    /** Whether it has been delivered. */
    public boolean isIn() {
        return delivery != null;
    }

    /** The part of a return that a monitor has seen. */
    public enum Phase {
        BEFORE_DEPARTURE,
        IN_FLIGHT,
        HAND_OVER,
        RETURN;

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("closing.phase." + name());
        }
    }

    /**
     * What somebody of the party's monitors says when the report is written and sent.
     *
     * @param written the date of the report
     * @param sha256 of the monitor's own file, in lower-case hexadecimal digits
     * @param covers what the monitor has seen; never nothing
     * @param force how often the monitor saw force being used
     * @param restrained how many people the monitor saw under restraint
     */
    public record Delivery(
            LocalDate written, String sha256, Set<Phase> covers, int force, int restrained, String by, Instant at) {

        private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

        public Delivery {
            covers = Set.copyOf(covers);
        }

        /**
         * Throws {@link BadInput} unless the report covers something, bears a date from the departure on and up to today, and
         * its SHA-256 can be one.
         */
        public void require(LocalDate departure, LocalDate today) {
            if (written.isBefore(departure) || written.isAfter(today)) {
                throw BadInput.of("reportDate", written, "closing.report.date", departure, today);
            }
            if (!SHA_256.matcher(sha256).matches()) {
                throw BadInput.of("reportHash", sha256, "closing.report.hash");
            }
            if (covers.isEmpty()) {
                throw BadInput.of("coversBeforeDeparture", "", "closing.report.phases");
            }
        }
    }
}
