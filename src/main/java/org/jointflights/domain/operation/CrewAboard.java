package org.jointflights.domain.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;

/**
 * Who must be there when people are flown: a doctor, an interpreter and a monitor on every leg, and for each state's people
 * escorts of its own, or two representatives where another state escorts them (Decision 2004/573/EC, Article 5 and annex;
 * Regulation (EU) 2019/1896, Article 50(5)).
 */
final class CrewAboard {

    private static final int REPRESENTATIVES = 2;

    private CrewAboard() {}

    /**
     * What is missing, in words; nothing where nobody is flown.
     *
     * @param seats counted on board, or committed to the flight, by state
     */
    static List<Sentence> missing(Map<Party, Seats> seats) {
        List<Sentence> missing = new ArrayList<>();
        Seats all = seats.values().stream().reduce(Seats.NONE, Seats::plus);
        if (all.returnees() == 0) {
            return missing;
        }
        if (all.medical() == 0) {
            missing.add(Sentence.of("operation.crew.doctor"));
        }
        if (all.interpreters() == 0) {
            missing.add(Sentence.of("operation.crew.interpreter"));
        }
        if (all.monitors() == 0) {
            missing.add(Sentence.of("operation.crew.monitor"));
        }
        seats.forEach((party, aboard) -> {
            if (aboard.returnees() > 0 && aboard.escorts() == 0 && aboard.others() < REPRESENTATIVES) {
                missing.add(Sentence.of("operation.crew.escorts", party, REPRESENTATIVES));
            }
        });
        return missing;
    }
}
