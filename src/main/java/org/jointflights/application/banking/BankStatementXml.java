package org.jointflights.application.banking;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.EntryFinding;
import org.jointflights.domain.banking.StatedPayment;
import org.jspecify.annotations.Nullable;

/**
 * Reads the statements of a {@code camt.053.001.08} file that follows its schema. It passes over the file once and takes what a
 * payment is known by, and nothing of who paid and what they wrote.
 */
final class BankStatementXml {

    /** So many payments in one file. */
    static final int MOST = 5000;

    private static final int LONGEST_AMOUNT = 40;
    private static final int LONGEST_REASON = 300;
    private static final int DAY = 10;

    private static final String STATEMENT = "Document/BkToCstmrStmt/Stmt";
    private static final String ENTRY = STATEMENT + "/Ntry";
    private static final String PART = ENTRY + "/NtryDtls/TxDtls";
    private static final int DEEPEST = 9;

    /**
     * A statement as the bank wrote it.
     *
     * @param number with the page, where it comes in several
     * @param account its IBAN, or empty
     * @param copy whether the bank says that it is one
     */
    record Read(String number, String account, boolean copy, List<StatedPayment> payments) {}

    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, String> ofStatement = new HashMap<>();
    private final Map<String, String> ofEntry = new HashMap<>();
    private final List<Map<String, String>> parts = new ArrayList<>();
    private final List<Read> statements = new ArrayList<>();
    private List<StatedPayment> payments = new ArrayList<>();
    private @Nullable String currency;
    private int entries;
    private int all;

    private BankStatementXml(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Throws {@link BadInput} for a file that does not follow the schema, or holds too much. */
    static List<Read> read(String name, byte[] content) {
        IsoSchema.BANK_STATEMENT.faultIn(content).ifPresent(fault -> {
            String reason = fault.reason();
            throw BadInput.of(
                    "file",
                    name,
                    "banking.statement.invalid",
                    IsoSchema.BANK_STATEMENT.message(),
                    fault.line(),
                    reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "…" : reason);
        });
        try {
            BankStatementXml reading =
                    new BankStatementXml(factory().createXMLStreamReader(new ByteArrayInputStream(content)));
            reading.read(name);
            return List.copyOf(reading.statements);
        } catch (XMLStreamException broken) {
            throw BadInput.of(
                    "file",
                    name,
                    "banking.statement.invalid",
                    IsoSchema.BANK_STATEMENT.message(),
                    broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber(),
                    "XML");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void read(String name) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> end(name);
                default -> {
                    // Comments and blanks say nothing.
                }
            }
        }
    }

    private void begin() {
        path.addLast(xml.getLocalName());
        text.setLength(0);
        currency = xml.getAttributeValue(null, "Ccy");
        String here = here();
        if (here.equals(PART)) {
            parts.add(new HashMap<>());
        } else if (here.equals(PART + "/RtrInf")) {
            part().put("RtrInf", "true");
        }
    }

    private void end(String name) {
        String here = here();
        path.removeLast();
        String said = text.toString().strip();
        text.setLength(0);
        if (here.equals(STATEMENT)) {
            statementOver();
        } else if (here.equals(ENTRY)) {
            entryOver(name);
        } else if (here.startsWith(PART + "/")) {
            keep(part(), here.substring(PART.length() + 1), said);
        } else if (here.startsWith(ENTRY + "/")) {
            keep(ofEntry, here.substring(ENTRY.length() + 1), said);
        } else if (here.startsWith(STATEMENT + "/")) {
            keep(ofStatement, here.substring(STATEMENT.length() + 1), said);
        }
    }

    private Map<String, String> part() {
        return parts.get(parts.size() - 1);
    }

    private void keep(Map<String, String> facts, String place, String said) {
        switch (place) {
            case "Amt" -> {
                facts.put("Amt", said);
                facts.put("Ccy", String.valueOf(currency));
            }
            case "Id",
                    "StmtPgntn/PgNb",
                    "CpyDplctInd",
                    "Acct/Id/IBAN",
                    "CdtDbtInd",
                    "RvslInd",
                    "Sts/Cd",
                    "ValDt/Dt",
                    "ValDt/DtTm",
                    "AcctSvcrRef",
                    "Refs/AcctSvcrRef",
                    "Refs/EndToEndId" -> facts.put(place, said);
            default -> {
                // Of everything else nothing is kept.
            }
        }
    }

    private String here() {
        return path.size() > DEEPEST ? "" : String.join("/", path);
    }

    private void statementOver() {
        String page = ofStatement.getOrDefault("StmtPgntn/PgNb", "");
        String number = ofStatement.getOrDefault("Id", "");
        statements.add(new Read(
                page.isEmpty() ? number : number + "/" + page,
                ofStatement.getOrDefault("Acct/Id/IBAN", ""),
                ofStatement.containsKey("CpyDplctInd"),
                List.copyOf(payments)));
        ofStatement.clear();
        payments = new ArrayList<>();
        entries = 0;
    }

    private void entryOver(String name) {
        entries++;
        List<Map<String, String>> stated = parts.isEmpty() ? List.of(Map.of()) : parts;
        all += stated.size();
        if (all > MOST) {
            throw BadInput.of("file", name, "banking.statement.large", MOST);
        }
        boolean addsUp = addsUp(name, stated);
        for (int number = 0; number < stated.size(); number++) {
            payments.add(payment(name, stated.get(number), number + 1, stated.size() == 1, addsUp));
        }
        ofEntry.clear();
        parts.clear();
    }

    /** Whether the parts of an entry come to its amount: parts without an amount of their own do not, unless there is only one. */
    private boolean addsUp(String name, List<Map<String, String>> stated) {
        if (stated.size() == 1 && !stated.get(0).containsKey("Amt")) {
            return true;
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map<String, String> part : stated) {
            if (!part.containsKey("Amt") || !ofEntry.getOrDefault("Ccy", "").equals(part.get("Ccy"))) {
                return false;
            }
            BigDecimal amount = amount(name, part.getOrDefault("Amt", ""));
            sum = isDebit(part) == isDebit(ofEntry) ? sum.add(amount) : sum.subtract(amount);
        }
        return sum.compareTo(amount(name, ofEntry.getOrDefault("Amt", ""))) == 0;
    }

    private StatedPayment payment(String name, Map<String, String> part, int number, boolean only, boolean addsUp) {
        Map<String, String> money = part.containsKey("Amt") ? part : ofEntry;
        String endToEnd = part.getOrDefault("Refs/EndToEndId", "");
        return new StatedPayment(
                entries,
                number,
                ofEntry.getOrDefault("AcctSvcrRef", ""),
                part.getOrDefault("Refs/AcctSvcrRef", ""),
                EndToEnd.read(endToEnd).map(EndToEnd::toString).orElse(""),
                amount(name, only && !addsUp ? ofEntry.getOrDefault("Amt", "") : money.getOrDefault("Amt", "")),
                money.getOrDefault("Ccy", ""),
                day(),
                flaw(part, addsUp));
    }

    private @Nullable EntryFinding flaw(Map<String, String> part, boolean addsUp) {
        String reversal = ofEntry.getOrDefault("RvslInd", "false");
        if (reversal.equals("true") || reversal.equals("1") || part.containsKey("RtrInf")) {
            return EntryFinding.REVERSAL;
        }
        if (isDebit(part)) {
            return EntryFinding.DEBIT;
        }
        if (!ofEntry.getOrDefault("Sts/Cd", "").equals("BOOK")) {
            return EntryFinding.NOT_BOOKED;
        }
        return addsUp ? null : EntryFinding.PARTS_DO_NOT_ADD_UP;
    }

    /** What a part does not say of itself, its entry says of all. */
    private boolean isDebit(Map<String, String> part) {
        return part.getOrDefault("CdtDbtInd", ofEntry.getOrDefault("CdtDbtInd", ""))
                .equals("DBIT");
    }

    private @Nullable LocalDate day() {
        String text = ofEntry.getOrDefault("ValDt/Dt", ofEntry.getOrDefault("ValDt/DtTm", ""));
        try {
            return text.length() < DAY ? null : LocalDate.parse(text.substring(0, DAY));
        } catch (DateTimeException beyondOurCalendar) {
            return null;
        }
    }

    /** The schema allows as many noughts before a figure as a file can hold. */
    private static BigDecimal amount(String name, String text) {
        if (text.length() > LONGEST_AMOUNT) {
            throw BadInput.of("file", name, "banking.statement.amount", text.substring(0, LONGEST_AMOUNT) + "…");
        }
        return new BigDecimal(text);
    }
}
