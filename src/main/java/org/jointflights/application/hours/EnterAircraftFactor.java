package org.jointflights.application.hours;

import java.time.Clock;
import java.util.Locale;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.hours.AircraftFactor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts on record what an hour of an aircraft type counts from a day on. */
@Service
@Transactional
public class EnterAircraftFactor {

    private final AircraftFactors factors;
    private final HoursRights rights;
    private final Clock clock;

    EnterAircraftFactor(AircraftFactors factors, HoursRights rights, Clock clock) {
        this.factors = factors;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * The {@code aircraftFactor} of an {@code aircraftType} since {@code factorFrom}, as {@code factorSource} says; flights that are
     * entered already keep theirs. Throws {@link NotYours} for anybody but managers and Frontex's finance, and
     * {@link org.jointflights.domain.BadInput} for what is no factor.
     */
    public void enter(TypedFields typed) {
        requireKeeper();
        factors.add(new AircraftFactor(
                0,
                AircraftFactor.requireType(typed.text("aircraftType").toUpperCase(Locale.ROOT)),
                typed.decimal("aircraftFactor"),
                typed.date("factorFrom"),
                typed.shortText("factorSource", 200),
                rights.actor(),
                clock.instant()));
    }

    /** Throws {@link NotYours} for whoever may not. */
    public void requireKeeper() {
        rights.requireKeeper();
    }
}
