package org.jointflights.process;

import java.util.Map;

/** What people type into the forms of planning; one place for every test that has a flight planned. */
public final class TypedForms {

    private TypedForms() {}

    /** A carrier's quote for 200 seats, held until the middle of April. */
    public static Map<String, Object> quote(String carrier, String price, boolean another) {
        return Map.of(
                "carrier",
                carrier,
                "price",
                price,
                "seats",
                200L,
                "option",
                "2027-04-15",
                "feeEarly",
                20L,
                "feeFiveDays",
                40L,
                "feeOneDay",
                100L,
                "anotherQuote",
                yesNo(another));
    }

    /** A state that takes part; {@code last} if it will not correct its answer any more. */
    public static Map<String, Object> seats(int returnees, int escorts, String embarkation, boolean last) {
        return Map.of(
                "takesPart",
                "yes",
                "returnees",
                (long) returnees,
                "escorts",
                (long) escorts,
                "embarkation",
                embarkation,
                "answerFinal",
                yesNo(last));
    }

    /** The seats stay as they were answered, and this is the crew. */
    public static Map<String, Object> settledPlan() {
        return Map.of(
                "escortLeader", "FR border police",
                "doctor", "FR medical service",
                "interpreter", "English and Yoruba, FR",
                "monitor", "CGLPL",
                "emptySeats", "committed",
                "decision", "settled");
    }

    private static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }
}
