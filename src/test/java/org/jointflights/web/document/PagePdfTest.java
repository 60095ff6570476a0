package org.jointflights.web.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** What a long document has and a short one does not need. */
class PagePdfTest {

    @Test
    void beyond_five_pages_there_is_a_table_of_contents_with_the_pages_of_the_chapters() throws IOException {
        try (PDDocument document = Loader.loadPDF(written(180))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(5);
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(document))
                    .contains("Sommaire")
                    .containsPattern("First chapter[ .]*1\\b")
                    .containsPattern("Last chapter[ .]*" + pageOf("the end", document) + "\\b");
        }
        try (PDDocument document = Loader.loadPDF(written(20))) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("Sommaire");
        }
    }

    private static int pageOf(String text, PDDocument document) throws IOException {
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            PDFTextStripper one = new PDFTextStripper();
            one.setStartPage(page);
            one.setEndPage(page);
            if (one.getText(document).contains(text)) {
                return page;
            }
        }
        throw new AssertionError(text + " is on no page");
    }

    private static byte[] written(int rows) throws IOException {
        StringBuilder page =
                new StringBuilder("<main id=\"main\"><h1>Title</h1><h2 id=\"first\">First chapter</h2><table><tbody>");
        for (int i = 0; i < rows; i++) {
            page.append("<tr><th scope=\"row\">").append(i).append("</th><td>row</td></tr>");
        }
        page.append("</tbody></table><h2 id=\"last\">Last chapter</h2><p>the end</p></main>");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PagePdf(new SpringTemplateEngine()).write(page.toString(), "Title", Map.of(), Locale.FRENCH, out);
        Files.createDirectories(Path.of("target/pictures"));
        Files.write(Path.of("target/pictures/pages-" + rows + ".pdf"), out.toByteArray());
        return out.toByteArray();
    }
}
