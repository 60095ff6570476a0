package org.jointflights.persistence.hours;

import org.jointflights.application.hours.HoursExchanges;
import org.jointflights.application.settlement.ExchangedAircraft;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.hours.HoursExchange;
import org.springframework.stereotype.Repository;

@Repository
class JdbcExchangedAircraft implements ExchangedAircraft {

    private final HoursExchanges exchanges;

    JdbcExchangedAircraft(HoursExchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public boolean standsOn(OperationReference reference) {
        exchanges.hold(reference);
        return exchanges.of(reference).stream().anyMatch(HoursExchange::stands);
    }
}
