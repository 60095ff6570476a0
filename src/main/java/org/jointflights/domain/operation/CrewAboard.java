package org.jointflights.domain.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.FlightType;

/**
 * Who must be there when people are flown: a doctor, an interpreter and a monitor on every leg, and for each state's people
 * escorts of its own, or two representatives where another state escorts them (Decision 2004/573/EC, Article 5 and annex;
 * Regulation (EU) 2019/1896, Article 50(5)). On a collecting flight the escorts are of the state of destination, and one
 * representative and one monitor of ours are aboard throughout (Article 50(3)); on a voluntary one nobody escorts.
 */
final class CrewAboard {

    private static final int REPRESENTATIVES = 2;

    private CrewAboard() {}

    /**
     * What is missing aboard, in words; nothing where nobody is flown.
     *
     * @param seats counted on board, by state
     * @param destinationEscorts counted on board, of the state of destination
     */
    static List<Sentence> missing(FlightType kind, Map<Party, Seats> seats, int destinationEscorts) {
        List<Sentence> missing = missingInPlan(kind, seats);
        if (kind == FlightType.CRO && all(seats).returnees() > 0 && destinationEscorts == 0) {
            missing.add(Sentence.of("operation.crew.destinationEscorts"));
        }
        return missing;
    }

    /**
     * The same of a crew that is committed: who comes with an aircraft of the state of destination is seen only then.
     *
     * @param seats committed to the flight, by state
     */
    static List<Sentence> missingInPlan(FlightType kind, Map<Party, Seats> seats) {
        List<Sentence> missing = new ArrayList<>();
        Seats all = all(seats);
        if (all.returnees() == 0) {
            return missing;
        }
        if (all.medical() == 0) {
            missing.add(Sentence.of("operation.crew.doctor"));
        }
        if (all.interpreters() == 0) {
            missing.add(Sentence.of("operation.crew.interpreter"));
        }
        if (kind.isMonitored() && all.monitors() == 0) {
            missing.add(Sentence.of("operation.crew.monitor"));
        }
        switch (kind) {
            case CRO -> {
                if (all.escorts() == 0 && all.others() == 0) {
                    missing.add(Sentence.of("operation.crew.representative"));
                }
            }
            case VOLUNTARY -> {
                // nobody is escorted who leaves of their own will
            }
            default -> missing.addAll(withoutEscorts(seats));
        }
        return missing;
    }

    private static List<Sentence> withoutEscorts(Map<Party, Seats> seats) {
        List<Sentence> missing = new ArrayList<>();
        seats.forEach((party, aboard) -> {
            if (aboard.returnees() > 0 && aboard.escorts() == 0 && aboard.others() < REPRESENTATIVES) {
                missing.add(Sentence.of("operation.crew.escorts", party, REPRESENTATIVES));
            }
        });
        return missing;
    }

    private static Seats all(Map<Party, Seats> seats) {
        return seats.values().stream().reduce(Seats.NONE, Seats::plus);
    }
}
