package org.jointflights.web.settlement;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.People;
import org.jointflights.application.settlement.AddVoucherFile;
import org.jointflights.application.settlement.ReadVouchers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.flight.Flight;
import org.jointflights.web.PathNumber;
import org.jointflights.web.file.FileExchange;
import org.jointflights.web.overview.FlightWording;
import org.jointflights.web.people.FormPage;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The vouchers of a flight's claims: their files, which the claimant's finance adds, and what they say against the claims. */
@Controller
@RequestMapping("/flights/{reference}/vouchers")
class VouchersPage {

    private static final String VIEW = "vouchers";

    private final ReadVouchers vouchers;
    private final AddVoucherFile files;
    private final Flights flights;
    private final People people;

    VouchersPage(ReadVouchers vouchers, AddVoucherFile files, Flights flights, People people) {
        this.vouchers = vouchers;
        this.files = files;
        this.flights = flights;
        this.people = people;
    }

    @GetMapping
    String show(@PathVariable("reference") String typed, Model model, Locale language) {
        fill(OperationReference.named(typed), model, language);
        return VIEW;
    }

    @PostMapping(path = "/{claim}/file", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> add(
            @PathVariable("reference") String typed,
            @PathVariable("claim") String claim,
            @RequestParam(name = "name", defaultValue = "") String name,
            HttpServletRequest request,
            Locale language)
            throws IOException {
        return FileExchange.taken(
                request,
                language,
                () -> files.requirePossible(OperationReference.named(typed), claim(claim), name),
                content -> files.add(OperationReference.named(typed), claim(claim), name, content));
    }

    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable("reference") String typed, @PathVariable("file") String file) {
        OperationReference reference = OperationReference.named(typed);
        return FileExchange.given(vouchers.file(reference, file(reference, file)));
    }

    @PostMapping("/files/{file}/take-away")
    ModelAndView takeAway(
            @PathVariable("reference") String typed, @PathVariable("file") String file, Model model, Locale language) {
        OperationReference reference = OperationReference.named(typed);
        return FormPage.leading(
                VIEW,
                model,
                language,
                () -> files.takeAway(reference, file(reference, file)),
                () -> fill(reference, model, language),
                () -> "/flights/" + reference + "/vouchers");
    }

    private static long claim(String typed) {
        return PathNumber.of(typed, "settlement.claim.unknown", typed);
    }

    private static long file(OperationReference reference, String typed) {
        return PathNumber.of(typed, "settlement.voucher.file.none", reference);
    }

    private void fill(OperationReference reference, Model model, Locale language) {
        model.addAttribute("claims", vouchers.forReader(reference));
        Flight flight = flights.get(reference);
        model.addAttribute("flight", flight);
        model.addAttribute("say", new FlightWording(language));
        model.addAttribute(
                "words", new StatementWording(language, flight.departure().getZone(), people::named));
        model.addAttribute("megabytes", AttachedFile.MOST_BYTES >> 20);
    }
}
