package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.application.settlement.SomeInvoices.bytes;
import static org.jointflights.application.settlement.SomeInvoices.cii;
import static org.jointflights.application.settlement.SomeInvoices.ubl;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.ElectronicInvoice;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of an electronic invoice, and what a hostile one can do. */
class InvoiceXmlTest {

    private static final byte[] INVOICE = ubl("R-1", "2027-05-25", "EUR", "262000.00");

    @Test
    void the_figures_of_both_ways_to_write_it_are_read() {
        assertThat(InvoiceXml.read(INVOICE))
                .contains(new ElectronicInvoice(
                        "R-1",
                        LocalDate.of(2027, 5, 25),
                        Money.euro(26_200_000),
                        Money.euro(30_000_000),
                        "FR32123456789"));
        assertThat(InvoiceXml.read(cii("R-1", "20270525", "EUR", "262000")))
                .contains(new ElectronicInvoice(
                        "R-1", LocalDate.of(2027, 5, 25), Money.euro(26_200_000), null, "FR32123456789"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2027-05-25, EUR, 1.00",
        "R-1, 25.05.2027, EUR, 1.00",
        "R-1, +999999999-01-01, EUR, 1.00",
        "R-1, 2027-05-25, EURO, 1.00",
        "R-1, 2027-05-25, EUR, 1.001",
        "R-1, 2027-05-25, EUR, 1e9999999",
        "R-1, 2027-05-25, EUR, much",
        "R-1, 2027-05-25, EUR, 99999999999999999999",
        "R\u202e1, 2027-05-25, EUR, 1.00",
    })
    void what_says_too_little_or_nothing_that_can_be_right_is_no_invoice(
            String number, String day, String currency, String payable) {
        assertThat(InvoiceXml.read(ubl(number, day, currency, payable))).isEmpty();
    }

    @Test
    void no_file_is_opened_and_nothing_unfolds(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "SECRET");
        String plain = new String(INVOICE, StandardCharsets.UTF_8);
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        for (String type : new String[] {
            "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE Invoice SYSTEM \"" + secret.toUri() + "\">",
            "<!DOCTYPE Invoice [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY x \"&b;&b;&b;\">]>"
        }) {
            String hostile = plain.replace(head, head + type);
            assertThat(InvoiceXml.read(bytes(hostile))).as(type).isEmpty();
            assertThat(InvoiceXml.read(bytes(hostile.replace(">R-1<", ">&x;<"))))
                    .as(type)
                    .isEmpty();
        }
        assertThat(InvoiceXml.read(bytes(plain.replace(">R-1<", ">&lt;b&gt;<"))))
                .map(ElectronicInvoice::number)
                .contains("<b>");
    }

    @Test
    void what_is_deep_long_or_without_end_is_given_up_soon() {
        String plain = new String(INVOICE, StandardCharsets.UTF_8);
        for (String filling :
                new String[] {"<a>".repeat(100_000), "<a/>".repeat(1_000_000), "<b c='" + "x".repeat(5_000_000) + "'>"
                }) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(20),
                    () -> assertThat(InvoiceXml.read(bytes(plain.replace("</Invoice>", filling + "</Invoice>"))))
                            .isEmpty());
        }
        assertThat(InvoiceXml.read(bytes(plain.replace(">R-1<", ">" + "9".repeat(201) + "<"))))
                .isEmpty();
    }

    /** However it is cut or spoilt, something is read or nothing: nothing is thrown. */
    @Test
    void a_spoilt_invoice_is_read_or_not() {
        Random chance = new Random(1);
        for (int length = 0; length < INVOICE.length - 10; length += 7) {
            assertThat(InvoiceXml.read(Arrays.copyOf(INVOICE, length))).isEmpty();
        }
        for (int round = 0; round < 3_000; round++) {
            byte[] spoilt = INVOICE.clone();
            for (int change = 0; change <= round % 4; change++) {
                spoilt[chance.nextInt(spoilt.length)] = (byte) chance.nextInt(256);
            }
            Optional<ElectronicInvoice> read = InvoiceXml.read(spoilt);
            read.ifPresent(invoice -> assertThat(invoice.number()).isNotBlank());
        }
        assertThat(InvoiceXml.read(bytes("<?xml version=\"1.0\"?><Invoice/>"))).isEmpty();
        assertThat(InvoiceXml.read(bytes("<?xml version=\"1.0\"?><html/>"))).isEmpty();
    }
}
