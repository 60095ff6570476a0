package org.jointflights.web.document;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Prints a page: the same words and figures, without what surrounds them on the screen. */
@Component
public class PagePdf {

    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String STYLE = """
            @page { size: A4 landscape; margin: 15mm 12mm; @bottom-right { content: counter(page) " / " counter(pages); font-family: "Liberation Sans"; font-size: 8pt; } }
            body { font-family: "Liberation Sans"; font-size: 8pt; line-height: 1.35; color: #1b2430; }
            h1 { font-size: 15pt; margin: 0 0 4mm; color: #14365c; }
            h2 { font-size: 10.5pt; margin: 5mm 0 1.5mm; color: #14365c; page-break-after: avoid; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
            th, td { text-align: left; vertical-align: top; padding: 1mm 1.5mm; border-bottom: 0.2mm solid #c4ccd5; }
            td.number, th.number { text-align: right; white-space: nowrap; }
            thead th { border-bottom: 0.4mm solid #14365c; }
            tr { page-break-inside: avoid; }
            caption { text-align: left; padding: 3mm 1.5mm 1mm; color: #4a5665; page-break-after: avoid; }
            .breakdown { page-break-inside: avoid; }
            .breakdown table { table-layout: fixed; }
            .breakdown th:first-child { width: 45%; }
            .breakdown .number { width: 10%; }
            """;

    private final ITemplateEngine templates;

    PagePdf(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** Writes the document of a template's main part; the model is that of the page. */
    public void write(String template, String title, Map<String, Object> model, Locale language, OutputStream out)
            throws IOException {
        // The font has no narrow space.
        String content = templates
                .process(template, Set.of("main"), new Context(language, model))
                .replace('\u202f', '\u00a0');
        PdfRendererBuilder pdf = new PdfRendererBuilder();
        // A page is text only: nothing is fetched from anywhere.
        pdf.useUriResolver((base, address) -> null);
        pdf.useFont(PagePdf::font, "Liberation Sans");
        String page = """
                <html lang="%s"><head><title>%s</title><style>
                %s</style></head><body>%s</body></html>
                """.formatted(language.getLanguage(), title, STYLE, content);
        pdf.withHtmlContent(page, null);
        pdf.toStream(out);
        pdf.run();
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT));
    }
}
