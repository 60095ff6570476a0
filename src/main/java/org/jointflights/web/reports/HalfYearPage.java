package org.jointflights.web.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.reports.ReadHalfYear;
import org.jointflights.domain.reports.HalfYearReport;
import org.jointflights.web.document.DocumentQueue;
import org.jointflights.web.document.PagePdf;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The half-yearly report as a page, as a document, and as a file out of which its sums can be computed again. */
@Controller
class HalfYearPage {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final ReadHalfYear reports;
    private final PagePdf pdf;
    private final DocumentQueue queue;

    HalfYearPage(ReadHalfYear reports, PagePdf pdf, DocumentQueue queue) {
        this.reports = reports;
        this.pdf = pdf;
        this.queue = queue;
    }

    @GetMapping("/reports")
    String latest() {
        return "redirect:/reports/" + reports.latest();
    }

    @GetMapping("/reports/{half}")
    String show(@PathVariable("half") String half, Locale language, Model page) {
        page.addAllAttributes(model(reports.named(half), true, language));
        page.addAttribute("halves", reports.all());
        return "half-year";
    }

    @GetMapping("/reports/{half}.csv")
    ResponseEntity<byte[]> figures(@PathVariable("half") String half, Locale language) throws IOException {
        HalfYearReport report = reports.named(half);
        return file(report, "csv", CSV, HalfYearCsv.of(report, language).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/reports/{half}.pdf")
    ResponseEntity<byte[]> document(@PathVariable("half") String half, Principal reader, Locale language)
            throws IOException {
        HalfYearReport report = reports.named(half);
        byte[] content = queue.make(reader.getName(), () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.write("half-year", report.half().toString(), model(report, false, language), language, out);
            return out.toByteArray();
        });
        return file(report, "pdf", MediaType.APPLICATION_PDF, content);
    }

    private static Map<String, Object> model(HalfYearReport report, boolean onScreen, Locale language) {
        return Map.of("report", report, "onScreen", onScreen, "say", new HalfYearWording(language));
    }

    private static ResponseEntity<byte[]> file(HalfYearReport report, String ending, MediaType type, byte[] content) {
        ContentDisposition name = ContentDisposition.attachment()
                .filename("returns-" + report.half() + "." + ending)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(content);
    }
}
