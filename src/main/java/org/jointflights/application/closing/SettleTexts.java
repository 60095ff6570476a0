package org.jointflights.application.closing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.closing.ErasureCertificate;
import org.jointflights.domain.closing.RetentionTerm;
import org.jointflights.domain.flight.Flight;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases what people typed about causes and reasons of a flight, and certifies it. */
@Service
@Transactional
public class SettleTexts {

    private final Flights flights;
    private final RetentionTerms terms;
    private final TypedReasons reasons;
    private final TypedComments comments;
    private final LegalHolds holds;
    private final Erasures erasures;
    private final WriteTrail trail;
    private final Clock clock;

    SettleTexts(
            Flights flights,
            RetentionTerms terms,
            TypedReasons reasons,
            TypedComments comments,
            LegalHolds holds,
            Erasures erasures,
            WriteTrail trail,
            Clock clock) {
        this.flights = flights;
        this.terms = terms;
        this.reasons = reasons;
        this.comments = comments;
        this.holds = holds;
        this.erasures = erasures;
        this.trail = trail;
        this.clock = clock;
    }

    /** When the texts of a flight are erased whose tasks ended then. */
    @Transactional(readOnly = true)
    public Instant dueAfter(OperationReference reference, Instant ended) {
        Flight flight = flights.get(reference);
        ZoneId zone = flight.departure().getZone();
        return term(flight).endOf(ended, zone);
    }

    /** Whether it was done. */
    @Transactional(readOnly = true)
    public boolean isDone(OperationReference reference) {
        return erasures.of(reference).stream().anyMatch(ErasureCertificate::isOfFlight);
    }

    /** False, and nothing is touched, while a hold stands. */
    public boolean erase(OperationReference reference) {
        if (holds.stand(reference)) {
            trail.record(reference, TrailEvent.ERASURE_HELD);
            return false;
        }
        certify(reference, texts(reference));
        return true;
    }

    /** What was typed since: a certificate of its own if there was anything. */
    void eraseWhatCameLater(OperationReference reference) {
        Map<String, Integer> texts = texts(reference);
        if (!texts.isEmpty()) {
            certify(reference, texts);
        }
    }

    private Map<String, Integer> texts(OperationReference reference) {
        Map<String, Integer> texts = new TreeMap<>(reasons.erase(reference));
        comments.erase(reference).forEach((kind, count) -> texts.merge(kind, count, Integer::sum));
        texts.values().removeIf(count -> count == 0);
        return texts;
    }

    private void certify(OperationReference reference, Map<String, Integer> texts) {
        List<ErasureCertificate> before = erasures.of(reference);
        ErasureCertificate certificate = new ErasureCertificate(
                reference, before.size() + 1, clock.instant(), term(flights.get(reference)), texts, null);
        erasures.add(certificate);
        trail.record(
                reference,
                TrailEvent.ERASED,
                certificate.total(),
                certificate.term().words());
    }

    private RetentionTerm term(Flight flight) {
        return terms.on(flight.realDate());
    }
}
