package org.jointflights.domain.operation;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jointflights.domain.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * What was said with a confirmation; which parts there are, the gate's {@link EvidenceKind} says.
 *
 * @param count decisions, languages, places, or the working days of a notice
 * @param day of the list, or of the latest service
 * @param version of the list, from 1
 * @param sha256 of the state's own file, 64 hexadecimal digits in lower case; the file itself never comes here
 * @param body the authority that issued the decisions, or who monitors
 * @param hours the longest duty
 * @param people of how many it is true: who has the complaint form, whose needs are known
 */
public record Evidence(
        @Nullable Integer count,
        @Nullable LocalDate day,
        @Nullable Integer version,
        @Nullable String sha256,
        @Nullable String body,
        @Nullable Integer hours,
        @Nullable Integer people) {

    public static final Evidence NONE = new Evidence(null, null, null, null, null, null, null);

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Throws {@link BadInput} for a fingerprint that is none. */
    public Evidence {
        if (sha256 != null && !SHA_256.matcher(sha256).matches()) {
            throw BadInput.of("listHash", sha256, "operation.evidence.listHash");
        }
    }

    /** {@code authority}: which one issued the decisions. */
    public static Evidence list(int decisions, LocalDate day, int version, String sha256, String authority) {
        return new Evidence(decisions, day, version, sha256, authority, null, null);
    }

    public static Evidence sameList(String sha256) {
        return new Evidence(null, null, null, sha256, null, null, null);
    }

    public static Evidence decisions(int checked) {
        return new Evidence(checked, null, null, null, null, null, null);
    }

    /**
     * {@code workingDays}: how many must lie between the service and the departure, by the law as it stood then;
     * {@code complaintForms}: how many people were handed one in a language that they understand, and have said so.
     */
    public static Evidence service(LocalDate latest, int workingDays, int complaintForms) {
        return new Evidence(workingDays, latest, null, null, null, null, complaintForms);
    }

    /** {@code needs}: of how many people the escorts were told what they need. */
    public static Evidence crew(int languages, int longestDuty, int needs) {
        return new Evidence(languages, null, null, null, null, longestDuty, needs);
    }

    public static Evidence monitoringBody(String name) {
        return new Evidence(null, null, null, null, name, null, null);
    }

    public static Evidence places(int places) {
        return new Evidence(places, null, null, null, null, null, null);
    }

    public static Evidence needs(int people) {
        return new Evidence(null, null, null, null, null, null, people);
    }
}
