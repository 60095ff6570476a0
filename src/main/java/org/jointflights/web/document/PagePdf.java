package org.jointflights.web.document;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.jointflights.domain.Sentence;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
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
            thead th.number { white-space: normal; }
            thead th { border-bottom: 0.4mm solid #14365c; }
            .whole { white-space: nowrap; }
            tr { page-break-inside: avoid; }
            caption { text-align: left; padding: 3mm 1.5mm 1mm; color: #4a5665; page-break-after: avoid; }
            caption.unseen { display: none; }
            nav.contents a { color: #1b2430; text-decoration: none; }
            nav.contents a:after { content: leader(".") target-counter(attr(href), page); }
            nav.contents ol { list-style: none; margin: 0; padding: 0; }
            .breakdown { page-break-inside: avoid; }
            .breakdown table { table-layout: fixed; }
            .breakdown th:first-child { width: 45%; }
            .breakdown .number { width: 10%; }
            """;

    /** A document of more pages says at its head what is where. */
    private static final int PAGES_WITHOUT_CONTENTS = 5;

    private static final Pattern CHAPTER = Pattern.compile("<h2 id=\"([a-z-]+)\">([^<]+)</h2>");

    private final ITemplateEngine templates;

    public PagePdf(ITemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * Writes the document of a template's main part; the model is that of the page. It is tagged for those who have it read to
     * them (PDF/UA), its chapters are bookmarks, and beyond five pages there is a table of contents.
     */
    public void write(String template, String title, Map<String, Object> model, Locale language, OutputStream out)
            throws IOException {
        // The font has no narrow space.
        String content = templates
                .process(template, Set.of("main"), new Context(language, model))
                .replace('\u202f', '\u00a0');
        try (PdfBoxRenderer pages = renderer(page(title, language, content))) {
            pages.layout();
            if (pages.getRootBox().getLayer().getPages().size() <= PAGES_WITHOUT_CONTENTS) {
                save(pages, out);
                return;
            }
        }
        String withContents =
                content.replaceFirst("</h1>", Matcher.quoteReplacement("</h1>" + contents(content, language)));
        try (PdfBoxRenderer pages = renderer(page(title, language, withContents))) {
            pages.layout();
            save(pages, out);
        }
    }

    /** A link has to have a description in words, which the library leaves out of those within the document. */
    private static void save(PdfBoxRenderer pages, OutputStream out) throws IOException {
        try (PDDocument document = pages.createPDFKeepOpen()) {
            for (PDPage page : document.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    annotation.setContents(document.getDocumentInformation().getTitle());
                }
            }
            document.save(out);
        }
    }

    private static PdfBoxRenderer renderer(String page) {
        PdfRendererBuilder pdf = new PdfRendererBuilder();
        // A page is text only: nothing is fetched from anywhere.
        pdf.useUriResolver((base, address) -> null);
        pdf.useFont(PagePdf::font, "Liberation Sans");
        pdf.useUnicodeLineBreaker(new LineBreaks());
        pdf.usePdfUaAccessibility(true);
        pdf.withHtmlContent(page, null);
        return pdf.buildPdfRenderer();
    }

    private static String page(String title, Locale language, String content) {
        StringBuilder bookmarks = new StringBuilder();
        Matcher chapter = CHAPTER.matcher(content);
        while (chapter.find()) {
            bookmarks.append(
                    "<bookmark name=\"%s\" href=\"#%s\"></bookmark>".formatted(chapter.group(2), chapter.group(1)));
        }
        return """
                <html lang="%1$s"><head><title>%2$s</title><meta name="subject" content="%2$s"></meta>
                <meta name="description" content="%2$s"></meta><style>
                %3$s</style><bookmarks>%4$s</bookmarks></head><body>%5$s</body></html>
                """.formatted(language.toLanguageTag(), HtmlUtils.htmlEscape(title, "UTF-8"), STYLE, bookmarks, content);
    }

    private static String contents(String content, Locale language) {
        StringBuilder lines = new StringBuilder();
        Matcher chapter = CHAPTER.matcher(content);
        while (chapter.find()) {
            lines.append(
                    "<li><a href=\"#%1$s\" title=\"%2$s\">%2$s</a></li>".formatted(chapter.group(1), chapter.group(2)));
        }
        return "<nav class=\"contents\"><h2>%s</h2><ol>%s</ol></nav>"
                .formatted(Sentence.of("web.contents").in(language), lines);
    }

    private static InputStream font() {
        return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT));
    }
}
