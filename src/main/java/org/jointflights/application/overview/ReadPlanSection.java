package org.jointflights.application.overview;

import org.jointflights.application.flight.Contracts;
import org.jointflights.application.flight.FlightKinds;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.flight.Permits;
import org.jointflights.application.flight.WithdrawalRules;
import org.jointflights.application.operation.ReadLegs;
import org.jointflights.application.planning.Crews;
import org.jointflights.application.planning.Quotes;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Participation;
import org.springframework.stereotype.Component;

/** Who takes part in a flight, how it is planned, and what was contracted and permitted for it. */
@Component
class ReadPlanSection {

    private final Participations participations;
    private final Crews crews;
    private final WithdrawalRules rules;
    private final Quotes quotes;
    private final ReadLegs legs;
    private final FlightKinds kinds;
    private final Contracts contracts;
    private final Permits permits;

    ReadPlanSection(
            Participations participations,
            Crews crews,
            WithdrawalRules rules,
            Quotes quotes,
            ReadLegs legs,
            FlightKinds kinds,
            Contracts contracts,
            Permits permits) {
        this.participations = participations;
        this.crews = crews;
        this.rules = rules;
        this.quotes = quotes;
        this.legs = legs;
        this.kinds = kinds;
        this.contracts = contracts;
        this.permits = permits;
    }

    FlightFile.Plan read(OperationReference reference, KnownToReader known) {
        FlightFile.Way way = way(reference, known);
        return new FlightFile.Plan(
                way.participations(),
                known.crew(crews.of(reference).orElse(null)),
                rules.of(reference),
                known.quotes(quotes.of(reference)),
                way.legs(),
                kinds.of(reference).orElse(null),
                known.contracts(contracts.of(reference)),
                known.permits(permits.of(reference)));
    }

    /** Who flies between which airports alone. */
    FlightFile.Way way(OperationReference reference, KnownToReader known) {
        return new FlightFile.Way(
                participations.of(reference).stream()
                        .map(participation -> known.viewer().seesDetailsOf(participation.party())
                                        || isOpenlyWithdrawn(participation, known)
                                ? participation
                                : withoutReason(participation))
                        .toList(),
                known.reader().leftAt() == null ? legs.of(reference) : legs.planned(reference));
    }

    /** Why a state withdrew is told to all that were still in. */
    private static boolean isOpenlyWithdrawn(Participation participation, KnownToReader known) {
        return participation.status() == Participation.Status.WITHDRAWN && known.isKnown(participation.since());
    }

    private static Participation withoutReason(Participation participation) {
        return new Participation(
                participation.reference(),
                participation.party(),
                participation.status(),
                participation.seats(),
                participation.embarkation(),
                participation.handOver(),
                null,
                participation.since(),
                participation.daysBefore());
    }
}
