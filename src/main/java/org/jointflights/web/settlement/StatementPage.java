package org.jointflights.web.settlement;

import java.util.Locale;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.hours.ReadFlightHours;
import org.jointflights.application.people.People;
import org.jointflights.application.recovery.ReadRecoveries;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.application.settlement.ReadVouchers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.Flight;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The printable statement of a flight: every claim, every posting with its reason, signatures, transfers and what was recovered since. */
@Controller
class StatementPage {

    private final ReadAccounts accounts;
    private final Flights flights;
    private final People people;
    private final ReadVouchers vouchers;
    private final ReadRecoveries recoveries;
    private final ReadFlightHours hours;

    StatementPage(
            ReadAccounts accounts,
            Flights flights,
            People people,
            ReadVouchers vouchers,
            ReadRecoveries recoveries,
            ReadFlightHours hours) {
        this.accounts = accounts;
        this.flights = flights;
        this.people = people;
        this.vouchers = vouchers;
        this.recoveries = recoveries;
        this.hours = hours;
    }

    @GetMapping("/flights/{reference}/statement")
    String statement(@PathVariable String reference, Locale language, Model page) {
        OperationReference known = OperationReference.named(reference);
        page.addAttribute("accounts", accounts.forReader(known));
        Flight flight = flights.get(known);
        page.addAttribute("flight", flight);
        page.addAttribute(
                "words", new StatementWording(language, flight.departure().getZone(), people::named));
        page.addAttribute("recoveries", recoveries.issued(known));
        page.addAttribute("hours", hours.counted(known));
        page.addAttribute("onScreen", true);
        page.addAttribute("vouchersOpen", vouchers.areOpen(known));
        return "statement";
    }
}
