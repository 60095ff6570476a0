package org.jointflights.web.settlement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.hours.ReadFlightHours;
import org.jointflights.application.people.People;
import org.jointflights.application.recovery.ReadRecoveries;
import org.jointflights.application.settlement.FlightAccounts;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.application.settlement.ReadWorkings;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.hours.HoursExchange;
import org.jointflights.web.document.DocumentQueue;
import org.jointflights.web.document.PagePdf;
import org.jointflights.web.settlement.spreadsheet.StatementXlsx;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The statement of a flight to take away: as a spreadsheet that can be worked out again, and as a document. */
@Controller
class StatementFiles {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final ReadAccounts accounts;
    private final ReadWorkings workings;
    private final ReadRecoveries recoveries;
    private final ReadFlightHours hours;
    private final Flights flights;
    private final People people;
    private final PagePdf pdf;
    private final DocumentQueue queue;

    StatementFiles(
            ReadAccounts accounts,
            ReadWorkings workings,
            ReadRecoveries recoveries,
            ReadFlightHours hours,
            Flights flights,
            People people,
            PagePdf pdf,
            DocumentQueue queue) {
        this.accounts = accounts;
        this.workings = workings;
        this.recoveries = recoveries;
        this.hours = hours;
        this.flights = flights;
        this.people = people;
        this.pdf = pdf;
        this.queue = queue;
    }

    /** What is posted, share by share, or before that what is planned; each as it is stored. */
    @GetMapping("/flights/{reference}/statement.xlsx")
    ResponseEntity<byte[]> spreadsheet(@PathVariable("reference") String typed, Principal reader, Locale language)
            throws IOException {
        OperationReference reference = OperationReference.named(typed);
        FlightAccounts known = accounts.forReader(reference);
        if (!known.hasShares()) {
            throw Unknown.of("settlement.document.none", reference);
        }
        List<ReadRecoveries.Looked> issued = recoveries.issued(reference);
        byte[] content = queue.make(reader.getName(), () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            StatementXlsx.write(known, workings.of(known), issued, language, out);
            return out.toByteArray();
        });
        return file(reference, "xlsx", XLSX, content);
    }

    @GetMapping("/flights/{reference}/statement.pdf")
    ResponseEntity<byte[]> document(@PathVariable("reference") String typed, Principal reader, Locale language)
            throws IOException {
        OperationReference reference = OperationReference.named(typed);
        FlightAccounts known = accounts.forReader(reference);
        Flight flight = flights.get(reference);
        StatementWording words =
                new StatementWording(language, flight.departure().getZone(), people::named);
        List<ReadRecoveries.Looked> issued = recoveries.issued(reference);
        List<HoursExchange> given = hours.counted(reference);
        byte[] content = queue.make(reader.getName(), () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.write(
                    "statement",
                    reference.value(),
                    Map.of("accounts", known, "flight", flight, "words", words, "recoveries", issued, "hours", given),
                    language,
                    out);
            return out.toByteArray();
        });
        return file(reference, "pdf", MediaType.APPLICATION_PDF, content);
    }

    private static ResponseEntity<byte[]> file(
            OperationReference reference, String ending, MediaType type, byte[] content) {
        ContentDisposition name = ContentDisposition.attachment()
                .filename(reference + "-statement." + ending)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(content);
    }
}
