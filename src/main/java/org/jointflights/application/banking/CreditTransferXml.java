package org.jointflights.application.banking;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jointflights.domain.Party;
import org.jointflights.domain.banking.BankAccount;
import org.jointflights.domain.banking.PaymentOrder;
import org.jointflights.domain.money.Money;

/**
 * Writes an order as the customer credit transfer initiation of ISO 20022, {@code pain.001.001.09}: one block per currency, and
 * in euro between accounts of SEPA as the rulebook of SEPA wants it. The same order is written the same way, byte for byte.
 */
final class CreditTransferXml {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final XMLStreamWriter xml;
    private final PaymentOrder order;
    private final BankAccount debtor;
    private final Map<Party, BankAccount> creditors;
    private final String message;

    private CreditTransferXml(
            XMLStreamWriter xml, PaymentOrder order, BankAccount debtor, Map<Party, BankAccount> creditors) {
        this.xml = xml;
        this.order = order;
        this.debtor = debtor;
        this.creditors = creditors;
        this.message = "JF-" + order.party() + "-" + DAY.format(LocalDate.ofInstant(order.orderedAt(), ZoneOffset.UTC))
                + "-" + order.id();
    }

    /** The file. Throws {@link IllegalStateException} for one that does not follow its schema: it is never given out. */
    static String write(PaymentOrder order, BankAccount debtor, Map<Party, BankAccount> creditors) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new CreditTransferXml(xml, order, debtor, creditors).document();
            xml.close();
        } catch (XMLStreamException broken) {
            throw new IllegalStateException(broken);
        }
        IsoSchema.CREDIT_TRANSFER.faultIn(out.toByteArray()).ifPresent(fault -> {
            throw new IllegalStateException("order " + order.id() + ": " + fault);
        });
        return out.toString(StandardCharsets.UTF_8);
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.setDefaultNamespace(IsoSchema.CREDIT_TRANSFER.namespace());
        begin("Document");
        xml.writeDefaultNamespace(IsoSchema.CREDIT_TRANSFER.namespace());
        begin("CstmrCdtTrfInitn");
        begin("GrpHdr");
        text("MsgId", message);
        text("CreDtTm", order.orderedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        totals(order.lines());
        holder("InitgPty", debtor);
        end();
        for (Map.Entry<Currency, List<PaymentOrder.Line>> block : blocks().entrySet()) {
            payments(block.getKey(), block.getValue());
        }
        end();
        end();
        xml.writeEndDocument();
    }

    private SortedMap<Currency, List<PaymentOrder.Line>> blocks() {
        SortedMap<Currency, List<PaymentOrder.Line>> blocks =
                new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        for (PaymentOrder.Line line : order.lines()) {
            blocks.computeIfAbsent(line.amount().currency(), first -> new ArrayList<>())
                    .add(line);
        }
        return blocks;
    }

    private void payments(Currency currency, List<PaymentOrder.Line> lines) throws XMLStreamException {
        boolean sepa = currency.equals(Money.EUR)
                && debtor.iban().isInSepa()
                && lines.stream().allMatch(line -> account(line).iban().isInSepa());
        begin("PmtInf");
        text("PmtInfId", message + "-" + currency);
        text("PmtMtd", "TRF");
        totals(lines);
        if (sepa) {
            begin("PmtTpInf");
            begin("SvcLvl");
            text("Cd", "SEPA");
            end();
            end();
        }
        begin("ReqdExctnDt");
        text("Dt", order.execution().toString());
        end();
        holder("Dbtr", debtor);
        number("DbtrAcct", debtor);
        bank("DbtrAgt", debtor);
        text("ChrgBr", sepa ? "SLEV" : "SHAR");
        for (PaymentOrder.Line line : lines) {
            payment(line);
        }
        end();
    }

    private void payment(PaymentOrder.Line line) throws XMLStreamException {
        BankAccount creditor = account(line);
        begin("CdtTrfTxInf");
        begin("PmtId");
        text("EndToEndId", line.id().toString());
        end();
        begin("Amt");
        begin("InstdAmt");
        xml.writeAttribute("Ccy", line.amount().currency().getCurrencyCode());
        xml.writeCharacters(line.amount().decimal().toPlainString());
        end();
        end();
        if (!creditor.bic().isEmpty()) {
            bank("CdtrAgt", creditor);
        }
        holder("Cdtr", creditor);
        number("CdtrAcct", creditor);
        begin("RmtInf");
        text("Ustrd", line.id().subject() + " " + order.party() + "-" + line.creditor());
        end();
        end();
    }

    /** How many, and what all of them come to, whatever their currencies: what a bank counts again. */
    private void totals(List<PaymentOrder.Line> lines) throws XMLStreamException {
        text("NbOfTxs", Integer.toString(lines.size()));
        text(
                "CtrlSum",
                lines.stream()
                        .map(line -> line.amount().decimal())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .toPlainString());
    }

    private BankAccount account(PaymentOrder.Line line) {
        BankAccount account = creditors.get(line.creditor());
        if (account == null) {
            throw new IllegalStateException("no account of " + line.creditor());
        }
        return account;
    }

    private void holder(String element, BankAccount account) throws XMLStreamException {
        begin(element);
        text("Nm", account.name());
        end();
    }

    private void number(String element, BankAccount account) throws XMLStreamException {
        begin(element);
        begin("Id");
        text("IBAN", account.iban().value());
        end();
        end();
    }

    /** The payer's bank has to be named; where its BIC is left out, by the words that the rulebook gives for it. */
    private void bank(String element, BankAccount account) throws XMLStreamException {
        begin(element);
        begin("FinInstnId");
        if (account.bic().isEmpty()) {
            begin("Othr");
            text("Id", "NOTPROVIDED");
            end();
        } else {
            text("BICFI", account.bic());
        }
        end();
        end();
    }

    private void text(String element, String text) throws XMLStreamException {
        begin(element);
        xml.writeCharacters(text);
        end();
    }

    private void begin(String element) throws XMLStreamException {
        xml.writeStartElement(IsoSchema.CREDIT_TRANSFER.namespace(), element);
    }

    private void end() throws XMLStreamException {
        xml.writeEndElement();
    }
}
