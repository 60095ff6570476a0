package org.jointflights.application.banking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.banking.BankAccount;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.Iban;
import org.jointflights.domain.banking.PaymentOrder;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

/** The file for the bank, which {@code write} itself holds to the published schema. */
class CreditTransferXmlTest {

    private static final Map<Party, BankAccount> ACCOUNTS = Map.of(
            new Party("FR"), account("FR", "FR1420041010050500013M02606", "BNPAFRPPXXX"),
            new Party("GB"), account("GB", "GB29NWBK60161331926819", ""),
            new Party("TR"), account("TR", "TR330006100519786457841326", "TCZBTR2A"));

    @Test
    void in_euro_within_sepa_it_is_as_the_rulebook_wants_it() {
        String file = write(order(List.of(line(7, "GB", 3_000_001, "EUR"), line(8, "GB", 1, "EUR"))));

        assertThat(file)
                .contains("<MsgId>JF-FR-20270601-12</MsgId>", "<CreDtTm>2027-06-01T09:00:00Z</CreDtTm>")
                .contains("<NbOfTxs>2</NbOfTxs><CtrlSum>30000.02</CtrlSum>")
                .contains("<PmtTpInf><SvcLvl><Cd>SEPA</Cd></SvcLvl></PmtTpInf>", "<ChrgBr>SLEV</ChrgBr>")
                .contains("<ReqdExctnDt><Dt>2027-06-02</Dt></ReqdExctnDt>")
                .contains("<DbtrAgt><FinInstnId><BICFI>BNPAFRPPXXX</BICFI></FinInstnId></DbtrAgt>")
                .contains("<EndToEndId>JRO-2027-0042-T7</EndToEndId>", "<EndToEndId>JRO-2027-0042-T8</EndToEndId>")
                .contains("<InstdAmt Ccy=\"EUR\">30000.01</InstdAmt>", "<InstdAmt Ccy=\"EUR\">0.01</InstdAmt>")
                .contains("<Ustrd>JRO-2027-0042 T7 FR-GB</Ustrd>")
                .doesNotContain("<CdtrAgt>");
    }

    @Test
    void each_currency_has_a_block_and_only_euro_within_sepa_is_called_so() {
        String file = write(order(List.of(
                line(7, "GB", 100, "EUR"),
                line(8, "GB", 250, "GBP"),
                line(9, "GB", 7, "JPY"),
                line(10, "GB", 50, "GBP"))));

        assertThat(found(file, "<PmtInfId>([^<]+)</PmtInfId>"))
                .containsExactly("JF-FR-20270601-12-EUR", "JF-FR-20270601-12-GBP", "JF-FR-20270601-12-JPY");
        assertThat(found(file, "<CtrlSum>([^<]+)</CtrlSum>")).containsExactly("11.00", "1.00", "3.00", "7");
        assertThat(found(file, "<Cd>SEPA</Cd>()")).hasSize(1);
        assertThat(write(order(List.of(line(7, "TR", 100, "EUR"))))).doesNotContain("SEPA", "SLEV");
    }

    @Test
    void the_sums_of_generated_orders_are_those_of_their_transfers_and_the_same_order_is_written_the_same() {
        Random random = new Random(20022);
        for (int one = 0; one < 60; one++) {
            List<PaymentOrder.Line> lines = new ArrayList<>();
            Map<String, BigDecimal> sums = new TreeMap<>();
            for (int number = 0; number <= random.nextInt(40); number++) {
                PaymentOrder.Line line = line(
                        1 + number,
                        random.nextBoolean() ? "GB" : "TR",
                        1 + (long) (random.nextDouble() * 1e12),
                        List.of("EUR", "GBP", "SEK").get(random.nextInt(3)));
                lines.add(line);
                sums.merge(
                        line.amount().currency().getCurrencyCode(),
                        line.amount().decimal(),
                        BigDecimal::add);
            }
            PaymentOrder order = order(lines);

            String file = write(order);
            assertThat(write(order)).isEqualTo(file);
            List<BigDecimal> stated = found(file, "<CtrlSum>([^<]+)</CtrlSum>").stream()
                    .map(BigDecimal::new)
                    .toList();
            assertThat(stated.get(0)).isEqualTo(sums.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            assertThat(stated.subList(1, stated.size())).containsExactlyElementsOf(sums.values());
            assertThat(found(file, "<EndToEndId>([^<]+)</EndToEndId>"))
                    .doesNotHaveDuplicates()
                    .hasSize(lines.size());
        }
    }

    private static String write(PaymentOrder order) {
        return CreditTransferXml.write(order, account("FR", "FR1420041010050500013M02606", "BNPAFRPPXXX"), ACCOUNTS);
    }

    private static List<String> found(String file, String pattern) {
        return Pattern.compile(pattern)
                .matcher(file)
                .results()
                .map((MatchResult result) -> result.group(1))
                .toList();
    }

    private static PaymentOrder order(List<PaymentOrder.Line> lines) {
        return new PaymentOrder(
                12,
                new Party("FR"),
                LocalDate.of(2027, 6, 2),
                "frfinance1",
                Instant.parse("2027-06-01T09:00:00.123Z"),
                "",
                lines,
                null);
    }

    private static PaymentOrder.Line line(long transfer, String creditor, long minor, String currency) {
        return new PaymentOrder.Line(
                new EndToEnd.OfTransfer(new OperationReference("JRO-2027-0042"), transfer),
                new Party(creditor),
                new Money(minor, Currency.getInstance(currency)));
    }

    private static BankAccount account(String party, String iban, String bic) {
        return new BankAccount(
                1,
                new Party(party),
                "Treasury of " + party,
                new Iban(iban),
                bic,
                LocalDate.of(2027, 1, 1),
                "x",
                Instant.EPOCH,
                null);
    }
}
