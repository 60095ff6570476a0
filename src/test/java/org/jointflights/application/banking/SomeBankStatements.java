package org.jointflights.application.banking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Statements as banks write them. */
public final class SomeBankStatements {

    private final String account;
    private final String number;
    private final String marks;
    private final List<String> entries = new ArrayList<>();
    private String valueDate = "2027-06-01";

    private SomeBankStatements(String account, String number, String marks) {
        this.account = account;
        this.number = number;
        this.marks = marks;
    }

    /** A statement of that account. */
    public static SomeBankStatements of(String account, String number) {
        return new SomeBankStatements(account, number, "");
    }

    /** One that the bank calls a copy. */
    public static SomeBankStatements copyOf(String account, String number) {
        return new SomeBankStatements(account, number, "<CpyDplctInd>DUPL</CpyDplctInd>");
    }

    /** What is written from here on has that value date. */
    public SomeBankStatements on(String day) {
        valueDate = day;
        return this;
    }

    /** A booked credit of one payment. */
    public SomeBankStatements credit(String bank, String endToEnd, String amount) {
        return entry(bank, amount, "EUR", "", part("", endToEnd, ""));
    }

    /** An entry with its parts, and with these elements in place of what a booked credit has there. */
    public SomeBankStatements entry(String bank, String amount, String currency, String instead, String... parts) {
        String reference = bank.isEmpty() ? "" : "<AcctSvcrRef>" + bank + "</AcctSvcrRef>";
        String direction = instead.contains("<CdtDbtInd>") ? "" : "<CdtDbtInd>CRDT</CdtDbtInd>";
        String state = instead.contains("<Sts>") ? "" : "<Sts><Cd>BOOK</Cd></Sts>";
        String day = instead.contains("NODAY") ? "" : "<ValDt><Dt>" + valueDate + "</Dt></ValDt>";
        entries.add(
                "<Ntry><Amt Ccy=\"" + currency + "\">" + amount + "</Amt>" + direction + instead.replace("NODAY", "")
                        + state + "<BookgDt><Dt>2027-06-01</Dt></BookgDt>" + day + reference + "<BkTxCd/><NtryDtls>"
                        + String.join("", parts) + "</NtryDtls></Ntry>");
        return this;
    }

    /** Part of an entry; without an amount of its own where that is empty. */
    public static String part(String bank, String endToEnd, String amount) {
        return "<TxDtls><Refs>" + (bank.isEmpty() ? "" : "<AcctSvcrRef>" + bank + "</AcctSvcrRef>")
                + (endToEnd.isEmpty() ? "" : "<EndToEndId>" + endToEnd + "</EndToEndId>") + "</Refs>"
                + (amount.isEmpty() ? "" : "<Amt Ccy=\"EUR\">" + amount + "</Amt><CdtDbtInd>CRDT</CdtDbtInd>")
                + "<RltdPties><Dbtr><Pty><Nm>Somebody Else</Nm></Pty></Dbtr></RltdPties>"
                + "<RmtInf><Ustrd>what they wrote</Ustrd></RmtInf></TxDtls>";
    }

    /** The file. */
    public byte[] file() {
        return document(statement());
    }

    /** The statement alone, for a file of several. */
    public String statement() {
        return "<Stmt><Id>" + number + "</Id><CreDtTm>2027-06-01T20:00:00Z</CreDtTm>" + marks + "<Acct><Id><IBAN>"
                + account + "</IBAN></Id></Acct><Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp>"
                + "<Amt Ccy=\"EUR\">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2027-06-01</Dt></Dt></Bal>"
                + String.join("\n", entries) + "</Stmt>";
    }

    /** A file of these statements. */
    public static byte[] document(String... statements) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        + "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\""
                        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:schemaLocation=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08 camt.053.001.08.xsd\">\n"
                        + "<BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId><CreDtTm>2027-06-01T20:00:00Z</CreDtTm></GrpHdr>\n"
                        + String.join("\n", statements) + "</BkToCstmrStmt></Document>\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
