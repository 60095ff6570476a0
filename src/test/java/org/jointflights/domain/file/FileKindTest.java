package org.jointflights.domain.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.jointflights.Refusals.refusal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jointflights.domain.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file is, by what stands in it. */
class FileKindTest {

    private static final Set<FileKind> ALL = EnumSet.allOf(FileKind.class);

    @Test
    void six_kinds_are_known_by_what_stands_in_them() {
        assertThat(FileKind.of(SomeFiles.pdf("a plan"))).contains(FileKind.PDF);
        assertThat(FileKind.of(SomeFiles.png())).contains(FileKind.PNG);
        assertThat(FileKind.of(SomeFiles.jpeg())).contains(FileKind.JPEG);
        assertThat(FileKind.of(SomeFiles.ods())).contains(FileKind.ODS);
        assertThat(FileKind.of(SomeFiles.xlsx())).contains(FileKind.XLSX);
        assertThat(FileKind.of(SomeFiles.bytes("<?xml version=\"1.0\"?><Invoice/>")))
                .contains(FileKind.XML);
        assertThat(FileKind.of(SomeFiles.bytes("\ufeff<?xml version=\"1.0\"?><Invoice/>")))
                .contains(FileKind.XML);
    }

    /** Whoever takes files says which kinds; a log takes no invoices, a claim no spreadsheets. */
    @Test
    void a_kind_that_is_not_asked_for_is_refused() {
        refusal(
                BadInput.class,
                "file.kind",
                () -> AttachedFile.requireKind("a.xlsx", SomeFiles.xlsx(), EnumSet.of(FileKind.PDF, FileKind.XML)));
    }

    @Test
    void a_workbook_as_a_program_writes_it_is_one() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet("seats");
            book.write(file);
        }

        assertThat(FileKind.of(file.toByteArray())).contains(FileKind.XLSX);
    }

    @Test
    void what_is_packed_and_no_spreadsheet_or_has_macros_or_would_fill_a_disk_is_none() {
        assertThat(FileKind.of(SomeFiles.zip())).isEmpty();
        assertThat(FileKind.of(SomeFiles.odt())).isEmpty();
        assertThat(FileKind.of(SomeFiles.xlsm())).isEmpty();
        assertThat(FileKind.of(SomeFiles.xlsxWithMacros())).isEmpty();
        byte[] bomb = SomeFiles.bomb();
        assertThat(bomb.length).isLessThan(AttachedFile.MOST_BYTES);
        assertThat(FileKind.of(bomb)).isEmpty();
    }

    @Test
    void programs_pages_pictures_that_are_programs_and_texts_are_none() {
        for (String text : new String[] {
            "",
            "MZ\u0090",
            "\u007fELF",
            "<html><script>alert(1)</script>",
            "<svg/>",
            "GIF89a",
            "a,b,c",
            " %PDF-1.7",
            "PK"
        }) {
            assertThat(FileKind.of(SomeFiles.bytes(text))).as(text).isEmpty();
        }
    }

    /** However it is cut or spoilt, it is either a kind or none: nothing is thrown. */
    @Test
    void a_spoilt_file_is_a_kind_or_none() {
        Random chance = new Random(1);
        for (byte[] whole : new byte[][] {SomeFiles.xlsx(), SomeFiles.ods()}) {
            for (int length = 0; length < whole.length; length++) {
                assertThat(FileKind.of(Arrays.copyOf(whole, length))).isEmpty();
            }
            for (int round = 0; round < 20_000; round++) {
                byte[] spoilt = whole.clone();
                for (int change = 0; change <= round % 4; change++) {
                    spoilt[chance.nextInt(spoilt.length)] = (byte) chance.nextInt(256);
                }
                assertThat(catchThrowable(() -> FileKind.of(spoilt))).isNull();
            }
        }
    }

    @Test
    void the_name_has_to_say_what_it_is() {
        assertThat(AttachedFile.requireKind("Plan.PDF", SomeFiles.pdf(""), ALL)).isEqualTo(FileKind.PDF);
        assertThat(AttachedFile.requireKind("a.jpeg", SomeFiles.jpeg(), ALL)).isEqualTo(FileKind.JPEG);
        refusal(BadInput.class, "file.otherName", () -> AttachedFile.requireKind("plan.exe", SomeFiles.pdf(""), ALL));
        refusal(BadInput.class, "file.kind", () -> AttachedFile.requireKind("plan.xlsx", SomeFiles.zip(), ALL));
        refusal(BadInput.class, "file.empty", () -> AttachedFile.requireKind("plan.pdf", new byte[0], ALL));
        byte[] large = Arrays.copyOf(SomeFiles.pdf(""), AttachedFile.MOST_BYTES + 1);
        refusal(BadInput.class, "file.large", () -> AttachedFile.requireKind("plan.pdf", large, ALL));
        assertThat(AttachedFile.requireKind("plan.pdf", Arrays.copyOf(large, AttachedFile.MOST_BYTES), ALL))
                .isEqualTo(FileKind.PDF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "../plan.pdf",
                "/etc/plan.pdf",
                "C:\\plan.pdf",
                "a/b.pdf",
                ".pdf",
                "plan.pdf.",
                "pl\u0000an.pdf",
                "plan\r\nSet-Cookie: a.pdf",
                "plan\u202efdp.exe",
                "plan?.pdf",
                "a|b.pdf",
                "\"plan\".pdf",
                "123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-123456789-12345678.pdf"
            })
    void a_name_that_leads_elsewhere_or_hides_something_is_refused(String name) {
        BadInput refused = (BadInput) catchThrowable(() -> AttachedFile.requireName(name));

        assertThat(refused.field()).isEqualTo("fileName");
        assertThat(refused.getMessage()).startsWith("Name of the file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.pdf", "Plan de vol (3) – été.pdf", "план.pdf", "a.b.c.pdf"})
    void a_name_is_kept_as_it_is(String name) {
        assertThat(AttachedFile.requireName(name)).isEqualTo(name);
    }
}
