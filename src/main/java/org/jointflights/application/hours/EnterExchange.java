package org.jointflights.application.hours;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.hours.FlownAircraft.Flown;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Day;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.hours.AircraftFactor;
import org.jointflights.domain.hours.HoursExchange;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A state says that a flight was flown with its own aircraft and is not paid for in money; or asks for such hours to be reversed. */
@Service
@Transactional
public class EnterExchange {

    private final HoursExchanges exchanges;
    private final AircraftFactors factors;
    private final FlownAircraft aircraft;
    private final HoursRights rights;
    private final HoursNews news;
    private final Clock clock;

    EnterExchange(
            HoursExchanges exchanges,
            AircraftFactors factors,
            FlownAircraft aircraft,
            HoursRights rights,
            HoursNews news,
            Clock clock) {
        this.exchanges = exchanges;
        this.factors = factors;
        this.aircraft = aircraft;
        this.rights = rights;
        this.news = news;
        this.clock = clock;
    }

    /**
     * The {@code party} flew the {@code reference} with its {@code aircraftType} for {@code flownMinutes}. Its number. Throws {@link NotYours} for anybody
     * but its finance, {@link BadInput} for what cannot be, and {@link Conflict} where it is not flown, is paid for in money or stands
     * already.
     */
    public long enter(TypedFields typed) {
        requireFinance();
        Party provider = typed.party("party");
        rights.requireFinanceOf(provider);
        if (provider.isFrontex()) {
            throw BadInput.of("party", provider, "hours.provider.frontex");
        }
        OperationReference reference = new OperationReference(typed.text("reference"));
        String type = AircraftFactor.requireType(typed.text("aircraftType").toUpperCase(Locale.ROOT));
        int minutes = typed.wholeNumber("flownMinutes", 1, HoursExchange.MOST_MINUTES);
        exchanges.hold(reference);
        Flown flown = aircraft.require(reference);
        List<HoursExchange> earlier = exchanges.of(reference);
        earlier.stream().filter(HoursExchange::stands).findFirst().ifPresent(one -> {
            throw Conflict.of(
                    "hours.stands",
                    reference,
                    Long.toString(one.id()),
                    one.state().words());
        });
        AircraftFactor factor = factors.find(type, flown.day())
                .orElseThrow(() -> BadInput.of("aircraftType", type, "hours.factor.missing", new Day(flown.day())));
        HoursExchange exchange = HoursExchange.entered(
                reference,
                earlier.size() + 1,
                provider,
                factor,
                minutes,
                flown.logged(),
                flown.seats(),
                rights.actor(),
                clock.instant());
        return keep(exchange);
    }

    /**
     * Asks, for a {@code party} in them and with a {@code letter} that says why, for hours to be reversed. The number of the opposite. Throws
     * {@link NotYours} for anybody but that party's finance, and {@link Conflict} unless they are posted and nobody has asked for it.
     */
    public long reverse(long id, TypedFields typed) {
        requireFinance();
        Party party = typed.party("party");
        rights.requireFinanceOf(party);
        exchanges.hold(exchanges.get(id).reference());
        HoursExchange exchange = exchanges.get(id);
        if (!exchange.parties().contains(party)) {
            throw NotYours.of("hours.notIn", party, Long.toString(id));
        }
        String letter = typed.shortText("letter", 200);
        List<HoursExchange> earlier = exchanges.of(exchange.reference());
        earlier.stream()
                .filter(one -> Long.valueOf(id).equals(one.reverses()) && one.state() == HoursExchange.State.WAITING)
                .findFirst()
                .ifPresent(one -> {
                    throw Conflict.of("hours.reverse.asked", Long.toString(id), Long.toString(one.id()));
                });
        return keep(exchange.opposite(earlier.size() + 1, party, letter, rights.actor(), clock.instant()));
    }

    private long keep(HoursExchange exchange) {
        long id = exchanges.add(exchange);
        news.entered(id, exchange);
        return id;
    }

    /** Throws {@link NotYours} for whoever is of no party's finance. */
    public void requireFinance() {
        rights.requireFinance();
    }
}
