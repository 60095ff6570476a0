package org.jointflights.application.overview;

import java.util.List;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.settlement.Transfer;
import org.springframework.stereotype.Component;

/** What is owed for a flight, and what stands before its close. */
@Component
class ReadAccountsSection {

    private final Transfers transfers;
    private final ReadClosingSection closing;

    ReadAccountsSection(Transfers transfers, ReadClosingSection closing) {
        this.transfers = transfers;
        this.closing = closing;
    }

    FlightFile.Accounts read(Flight flight, KnownToReader known) {
        List<Transfer> owed = transfers.of(flight.reference());
        return new FlightFile.Accounts(
                owed,
                closing.read(flight.reference(), known),
                !owed.isEmpty() || flight.stage() == Stage.SETTLEMENT || flight.stage() == Stage.CLOSED,
                known.reader().readsAccounts());
    }
}
