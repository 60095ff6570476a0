package org.jointflights.application.settlement;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.PlainText;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.ElectronicInvoice;
import org.jspecify.annotations.Nullable;

/**
 * Reads the few figures of an electronic invoice that are compared with a claim: UBL 2.1 (Invoice) and UN/CEFACT CII, the two
 * ways in which EN 16931 is written. There are libraries that know the whole standard; they bring schemas, stylesheets and
 * readers of PDF with them, and each is one more way to read a hostile file. The reader of the JDK itself passes over the file
 * once, resolves nothing, and is asked for seven elements by their place.
 */
final class InvoiceXml {

    private static final int DEEPEST = 40;
    private static final int DEEPEST_FIGURE = 6;
    private static final int MOST_ELEMENTS = 200_000;
    private static final int LONGEST = 200;
    private static final int LONGEST_SELLER = 100;
    private static final int MOST_DIGITS = 18;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private static final QName UBL = QName.valueOf("{urn:oasis:names:specification:ubl:schema:xsd:Invoice-2}Invoice");
    private static final QName CII =
            QName.valueOf("{urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100}CrossIndustryInvoice");

    /** Where the figures stand, by the local names from the root on; of several places for one the first that says something. */
    private enum Figure {
        NUMBER("ID", "ExchangedDocument/ID"),
        DATE("IssueDate", "ExchangedDocument/IssueDateTime/DateTimeString"),
        CURRENCY("DocumentCurrencyCode", SETTLEMENT + "InvoiceCurrencyCode"),
        PAYABLE("LegalMonetaryTotal/PayableAmount", SUMMATION + "DuePayableAmount"),
        TOTAL("LegalMonetaryTotal/TaxInclusiveAmount", SUMMATION + "GrandTotalAmount"),
        TAX_NUMBER(SUPPLIER + "PartyTaxScheme/CompanyID", SELLER + "SpecifiedTaxRegistration/ID"),
        REGISTER(SUPPLIER + "PartyLegalEntity/CompanyID", SELLER + "SpecifiedLegalOrganization/ID"),
        IDENTIFIER(SUPPLIER + "PartyIdentification/ID", SELLER + "ID"),
        GLOBAL_IDENTIFIER(SUPPLIER + "EndpointID", SELLER + "GlobalID");

        private final String inUbl;
        private final String inCii;

        Figure(String inUbl, String inCii) {
            this.inUbl = inUbl;
            this.inCii = inCii;
        }
    }

    private static final String SUPPLIER = "AccountingSupplierParty/Party/";
    private static final String TRANSACTION = "SupplyChainTradeTransaction/";
    private static final String SETTLEMENT = TRANSACTION + "ApplicableHeaderTradeSettlement/";
    private static final String SUMMATION = SETTLEMENT + "SpecifiedTradeSettlementHeaderMonetarySummation/";
    private static final String SELLER = TRANSACTION + "ApplicableHeaderTradeAgreement/SellerTradeParty/";

    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();
    private final Map<Figure, String> found = new HashMap<>();
    private int elements;

    private InvoiceXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** What the invoice says; nothing for what is no invoice, says too little, or is written to harm its reader. */
    static Optional<ElectronicInvoice> read(byte[] content) {
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(content));
            return new InvoiceXml(xml).read();
        } catch (XMLStreamException
                | DateTimeException
                | ArithmeticException
                | IllegalArgumentException
                | BadInput
                | NoInvoice broken) {
            return Optional.empty();
        }
    }

    /** The JDK's own, whichever others are on the class path; without document types, and so without entities. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty("http://javax.xml.XMLConstants/property/accessExternalDTD", "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException(systemId);
        });
        return factory;
    }

    /** What stands there is not what is looked for. */
    private static final class NoInvoice extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoInvoice() {
            super(null, null, false, false);
        }
    }

    private Optional<ElectronicInvoice> read() throws XMLStreamException {
        boolean ubl = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.ENTITY_DECLARATION -> throw new NoInvoice();
                case XMLStreamConstants.START_ELEMENT -> {
                    if (elements == 0) {
                        ubl = isUbl(xml.getName());
                    }
                    begin();
                    note(ubl);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> said(ubl);
                case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                default -> {
                    // Comments, instructions and blanks say nothing.
                }
            }
        }
        return Optional.of(invoice(ubl));
    }

    private static boolean isUbl(QName root) {
        if (root.equals(UBL)) {
            return true;
        }
        if (root.equals(CII)) {
            return false;
        }
        throw new NoInvoice();
    }

    private void begin() {
        elements++;
        path.addLast(xml.getLocalName());
        if (elements > MOST_ELEMENTS || path.size() > DEEPEST) {
            throw new NoInvoice();
        }
    }

    /** A second element at the same place, another party's tax number for one, is not added to what the first said. */
    private void note(boolean ubl) {
        Figure figure = here(ubl);
        if (figure != null && found.containsKey(figure)) {
            path.removeLast();
            path.addLast("");
        }
    }

    private void said(boolean ubl) {
        Figure figure = here(ubl);
        if (figure == null) {
            return;
        }
        String text = found.getOrDefault(figure, "") + xml.getText();
        if (text.length() > LONGEST) {
            throw new NoInvoice();
        }
        found.put(figure, text);
    }

    private @Nullable Figure here(boolean ubl) {
        if (path.size() < 2 || path.size() > DEEPEST_FIGURE) {
            return null;
        }
        String place = String.join("/", path.stream().skip(1).toList());
        return Stream.of(Figure.values())
                .filter(figure -> place.equals(ubl ? figure.inUbl : figure.inCii))
                .findFirst()
                .orElse(null);
    }

    private ElectronicInvoice invoice(boolean ubl) {
        Currency currency = Currency.getInstance(required(Figure.CURRENCY));
        String total = text(Figure.TOTAL);
        return new ElectronicInvoice(
                required(Figure.NUMBER),
                day(required(Figure.DATE), ubl),
                money(required(Figure.PAYABLE), currency),
                total == null ? null : money(total, currency),
                seller());
    }

    private static LocalDate day(String text, boolean ubl) {
        LocalDate day =
                LocalDate.parse(text, ubl ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.BASIC_ISO_DATE);
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new NoInvoice();
        }
        return day;
    }

    private @Nullable String seller() {
        return Stream.of(Figure.TAX_NUMBER, Figure.REGISTER, Figure.IDENTIFIER, Figure.GLOBAL_IDENTIFIER)
                .map(this::text)
                .filter(text -> text != null && text.length() <= LONGEST_SELLER)
                .findFirst()
                .orElse(null);
    }

    private static Money money(String text, Currency currency) {
        if (text.length() > MOST_DIGITS + 2) {
            throw new NoInvoice();
        }
        BigDecimal amount = new BigDecimal(text);
        if (Math.abs(amount.scale()) > MOST_DIGITS) {
            throw new NoInvoice();
        }
        return new Money(
                amount.movePointRight(Math.max(0, currency.getDefaultFractionDigits()))
                        .longValueExact(),
                currency);
    }

    private String required(Figure figure) {
        String text = text(figure);
        if (text == null) {
            throw new NoInvoice();
        }
        return text;
    }

    private @Nullable String text(Figure figure) {
        String text = found.getOrDefault(figure, "").strip();
        PlainText.requireLine("file", text);
        return text.isEmpty() ? null : text;
    }
}
