package org.jointflights.application.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.banking.SomeBankStatements.part;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.banking.EntryFinding;
import org.jointflights.domain.banking.StatedPayment;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of a bank's statement, and what a hostile one can do. */
class BankStatementXmlTest {

    private static final String ACCOUNT = "FI2112345600000785";
    private static final String OURS = "JRO-2027-0042-T7";

    @Test
    void a_payment_is_read_by_what_it_is_known_by_and_nothing_of_who_paid() {
        List<BankStatementXml.Read> read = read(SomeBankStatements.of(ACCOUNT, "2027/1")
                .credit("B1", OURS, "30000.00")
                .credit("B2", "INVOICE OF JOHN SMITH", "12.50")
                .file());

        assertThat(read).hasSize(1);
        assertThat(read.get(0).number()).isEqualTo("2027/1");
        assertThat(read.get(0).account()).isEqualTo(ACCOUNT);
        assertThat(read.get(0).payments())
                .containsExactly(
                        new StatedPayment(
                                1,
                                1,
                                "B1",
                                "",
                                OURS,
                                new BigDecimal("30000.00"),
                                "EUR",
                                LocalDate.of(2027, 6, 1),
                                null),
                        new StatedPayment(
                                2, 1, "B2", "", "", new BigDecimal("12.50"), "EUR", LocalDate.of(2027, 6, 1), null));
        assertThat(read.toString()).doesNotContain("SMITH", "Somebody", "what they wrote");
    }

    @Test
    void what_keeps_an_entry_from_being_booked_is_seen() {
        List<BankStatementXml.Read> read = read(SomeBankStatements.of(ACCOUNT, "1")
                .entry("B1", "5.00", "EUR", "<CdtDbtInd>DBIT</CdtDbtInd>", part("", OURS, ""))
                .entry("B2", "5.00", "EUR", "<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd>", part("", OURS, ""))
                .entry("B3", "5.00", "EUR", "<CdtDbtInd>CRDT</CdtDbtInd><RvslInd>1</RvslInd>", part("", OURS, ""))
                .entry("B4", "5.00", "EUR", "<CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>PDNG</Cd></Sts>", part("", OURS, ""))
                .entry("B5", "5.00", "EUR", "NODAY", part("", OURS, ""))
                .entry("B6", "9.00", "EUR", "", part("P1", OURS, "4.00"), part("P2", "", "5.00"))
                .entry("B7", "9.00", "EUR", "", part("P3", OURS, "4.00"), part("P4", "", "4.00"))
                .entry("B8", "9.00", "EUR", "", part("P5", OURS, ""), part("P6", "", "9.00"))
                .file());

        assertThat(read.get(0).payments())
                .extracting(StatedPayment::bankReference, StatedPayment::flaw)
                .containsExactly(
                        tuple("B1", EntryFinding.DEBIT),
                        tuple("B2", EntryFinding.REVERSAL),
                        tuple("B3", EntryFinding.REVERSAL),
                        tuple("B4", EntryFinding.NOT_BOOKED),
                        tuple("B5", null),
                        tuple("P1", null),
                        tuple("P2", null),
                        tuple("P3", EntryFinding.PARTS_DO_NOT_ADD_UP),
                        tuple("P4", EntryFinding.PARTS_DO_NOT_ADD_UP),
                        tuple("P5", EntryFinding.PARTS_DO_NOT_ADD_UP),
                        tuple("P6", EntryFinding.PARTS_DO_NOT_ADD_UP));
        assertThat(read.get(0).payments().get(4).valueDate()).isNull();
    }

    @Test
    void a_file_that_does_not_follow_the_schema_is_refused_with_line_and_reason() {
        String good = text(
                SomeBankStatements.of(ACCOUNT, "1").credit("B1", OURS, "5.00").file());

        BadInput refused = refused(good.replace("<AcctSvcrRef>", "<AcctRef>").replace("</AcctSvcrRef>", "</AcctRef>"));
        assertThat(refused.sentence(Locale.ENGLISH)).contains("statement.xml", "camt.053.001.08", "Line 4", "AcctRef");
        refused(good.replace("camt.053.001.08", "camt.053.001.02"));
        refused(good.replace("5.00", "5,00"));
        refused(good.replace("<BkTxCd/>", ""));
        refused(good.substring(0, good.length() - 20));
        refused("<?xml version=\"1.0\"?><Document/>");
    }

    @Test
    void a_hostile_file_reads_nothing_else_and_is_refused_at_once(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "JRO-2027-0042-T7");
        String good = text(
                SomeBankStatements.of(ACCOUNT, "1").credit("B1", OURS, "5.00").file());
        String head = "?>\n";
        Assertions.assertTimeout(Duration.ofSeconds(8), () -> {
            refused(good.replaceFirst(
                            "\\?>\n", head + "<!DOCTYPE Document [<!ENTITY a SYSTEM \"" + secret.toUri() + "\">]>")
                    .replace("what they wrote", "&a;"));
            refused(good.replaceFirst("\\?>\n", head + "<!DOCTYPE Document SYSTEM \"" + secret.toUri() + "\">"));
            refused(good.replaceFirst(
                    "\\?>\n",
                    head + "<!DOCTYPE Document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"));
            String nested = "<a>".repeat(100_000) + "</a>".repeat(100_000);
            refused(good.replace("</TxDtls>", "<SplmtryData><Envlp>" + nested + "</Envlp></SplmtryData></TxDtls>"));
            refused(good.replace("5.00", "0".repeat(1_000_000) + "5.00"));
        });
    }

    @Test
    void more_payments_than_anybody_could_look_at_are_refused() {
        SomeBankStatements many = SomeBankStatements.of(ACCOUNT, "1");
        for (int one = 0; one <= BankStatementXml.MOST; one++) {
            many.credit("B" + one, "", "1.00");
        }
        refusal(BadInput.class, "banking.statement.large", () -> BankStatementXml.read("statement.xml", many.file()));
    }

    /** Whatever is cut out of a file or put into it, it is read or refused in a sentence. */
    @Test
    void a_damaged_file_is_never_a_failure() {
        byte[] good = SomeBankStatements.of(ACCOUNT, "1")
                .entry("B6", "9.00", "EUR", "", part("P1", OURS, "4.00"), part("P2", "", "5.00"))
                .file();
        Random random = new Random(53);
        for (int one = 0; one < 300; one++) {
            byte[] damaged = good.clone();
            for (int slip = 0; slip <= one % 3; slip++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                BankStatementXml.read("statement.xml", damaged);
            } catch (BadInput said) {
                assertThat(said.field()).isEqualTo("file");
            }
        }
    }

    private static BadInput refused(String text) {
        Throwable thrown = Assertions.assertThrows(BadInput.class, () -> read(text.getBytes(StandardCharsets.UTF_8)));
        return (BadInput) thrown;
    }

    private static List<BankStatementXml.Read> read(byte[] content) {
        return BankStatementXml.read("statement.xml", content);
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
