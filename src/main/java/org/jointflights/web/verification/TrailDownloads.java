package org.jointflights.web.verification;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jointflights.application.trail.ReadChains;
import org.jointflights.domain.trail.AuditEntry;
import org.jointflights.domain.trail.AuditLog;
import org.jointflights.domain.trail.ChainLink;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Each log with its hashes as CSV, letter by letter as it is hashed, so that a stranger can verify it: no cell is made
 * harmless for spreadsheets, and none begins like a formula. What they are in words, the flights' pages say.
 */
@Controller
class TrailDownloads {

    private final ReadChains chains;

    TrailDownloads(ReadChains chains) {
        this.chains = chains;
    }

    @GetMapping("/trail.csv")
    void trail(HttpServletResponse answer) throws IOException {
        write(AuditLog.TRAIL, answer);
    }

    @GetMapping("/administration.csv")
    void administration(HttpServletResponse answer) throws IOException {
        write(AuditLog.ADMINISTRATION, answer);
    }

    private void write(AuditLog log, HttpServletResponse answer) throws IOException {
        chains.requireReader(log);
        answer.setContentType("text/csv");
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        // The file is called as the address ends.
        answer.setHeader("Content-Disposition", "attachment");
        CSVPrinter csv = new CSVPrinter(answer.getWriter(), CSVFormat.RFC4180);
        csv.printRecord(row("number", AuditEntry.columns(), "arguments", "salt", "hash"));
        chains.read(log, link -> print(link, csv));
        csv.flush();
    }

    private static void print(ChainLink link, CSVPrinter csv) {
        AuditEntry entry = link.entry();
        // Of an entry that is gone its place is told, which then fits no hash.
        List<@Nullable String> cells =
                entry == null ? Collections.nCopies(AuditEntry.columns().size(), null) : entry.cells(link.arguments());
        try {
            csv.printRecord(row(
                    Long.toString(link.head().number()),
                    cells,
                    entry == null ? null : entry.arguments(),
                    entry == null ? null : entry.salt(),
                    link.head().hash()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<@Nullable String> row(
            String number, List<@Nullable String> hashed, @Nullable String... others) {
        List<@Nullable String> row = new ArrayList<>();
        row.add(number);
        row.addAll(hashed);
        row.addAll(Arrays.asList(others));
        return row;
    }
}
