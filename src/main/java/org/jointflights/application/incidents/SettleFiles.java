package org.jointflights.application.incidents;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.application.closing.Erasures;
import org.jointflights.application.closing.LegalHolds;
import org.jointflights.application.closing.RetentionTerms;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.closing.ErasureCertificate;
import org.jointflights.domain.closing.RetentionTerm;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.incidents.CaseFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases what people typed about a serious incident or a complaint that is over, and certifies it. */
@Service
@Transactional
public class SettleFiles {

    private final Flights flights;
    private final RetentionTerms terms;
    private final FileTexts texts;
    private final LegalHolds holds;
    private final Erasures erasures;
    private final WriteTrail trail;
    private final Clock clock;

    SettleFiles(
            Flights flights,
            RetentionTerms terms,
            FileTexts texts,
            LegalHolds holds,
            Erasures erasures,
            WriteTrail trail,
            Clock clock) {
        this.flights = flights;
        this.terms = terms;
        this.texts = texts;
        this.holds = holds;
        this.erasures = erasures;
        this.trail = trail;
        this.clock = clock;
    }

    /** When the texts of one are erased that is over now: by the law of the day of its flight. */
    @Transactional(readOnly = true)
    public Instant due(CaseFile file) {
        Flight flight = flights.get(file.reference());
        return term(flight).endOf(clock.instant(), flight.departure().getZone());
    }

    /** False, and nothing is touched, while somebody keeps the texts of the flight. */
    public boolean erase(CaseFile file) {
        OperationReference reference = file.reference();
        if (!holds.of(reference).isEmpty()) {
            return false;
        }
        Map<String, Integer> erased = new TreeMap<>(texts.erase(file));
        erased.values().removeIf(count -> count == 0);
        int number = erasures.of(reference).size() + 1;
        ErasureCertificate certificate = new ErasureCertificate(
                reference, number, clock.instant(), term(flights.get(reference)), erased, file.name());
        erasures.add(certificate);
        trail.record(
                reference,
                TrailEvent.ERASED,
                certificate.total(),
                certificate.term().words());
        return true;
    }

    private RetentionTerm term(Flight flight) {
        return terms.on(flight.realDate());
    }
}
