package org.jointflights.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.Map;
import org.jointflights.application.banking.SomeBankStatements;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A party's finance at its page of payments: the account, the file for the bank, the bank's statement. */
@BrowserTest
class PaymentsBrowserTest {

    private static final Path AXE = Path.of("src", "test", "resources", "browser", "axe-4.14.1.min.js");
    private static final String FRENCH = "FR1420041010050500013M02606";
    private static final String BRITISH = "GB29NWBK60161331926819";

    @LocalServerPort
    int port;

    @Autowired
    TasklistUsers users;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void two_people_confirm_an_account_a_file_is_made_and_a_statement_read(Chromium.Sessions sessions)
            throws Exception {
        OperationReference flight = owed();
        account(sessions, "frfinance1", "frfinance2", "Ministere de l'interieur", FRENCH);
        account(sessions, "gbfinance1", "gbfinance2", "Home Office", BRITISH);

        try (BrowserUser payer = new BrowserUser(sessions.open("en-GB"), port)) {
            payer.brings(AXE).signsIn("gbfinance1").goes("/accounts/payments");
            assertThat(payer.page().locator("main")).containsText("Ask its finance people by a telephone number");
            payer.page().check("input[name=transfers]");
            assertThat(payer.violations()).isEmpty();
            payer.keepsPicture("payments");
            payer.page().click("form[action='/accounts/payments/orders'] button.main-act");
            Download file = payer.page().waitForDownload(() -> payer.page().click("a[href$='.xml']"));
            assertThat(Files.readString(file.path()))
                    .contains("pain.001.001.09", flight + "-T", FRENCH, "<CtrlSum>12345.67</CtrlSum>");
            assertThat(payer.page().locator("input[name=transfers]")).hasCount(0);
        }
        try (BrowserUser payee = new BrowserUser(sessions.open("fr-FR"), port)) {
            payee.brings(AXE).signsIn("frfinance1").goes("/accounts/payments");
            byte[] statement = SomeBankStatements.of(FRENCH, "7")
                    .credit("B7", "SALARY", "12.00")
                    .file();
            payee.page().setInputFiles("#statement", new FilePayload("releve.xml", "application/xml", statement));
            payee.page().click("form.upload button");
            assertThat(payee.page().locator("main")).containsText("Elle ne nomme rien qui soit à nous.");
            assertThat(payee.violations()).isEmpty();
            payee.keepsPicture("payments-fr");
            payee.keepsNarrowPicture("payments-fr-phone");
            payee.page().selectOption("select[name=entryOutcome]", "NOT_OURS");
            payee.page().click("tr[id^=entry-] button");
            assertThat(payee.page().locator("main")).containsText("Aucune écriture n’attend quelqu’un.");
        }
    }

    private void account(Chromium.Sessions sessions, String first, String second, String name, String iban) {
        try (BrowserUser enters = new BrowserUser(sessions.open("en-GB"), port)) {
            enters.signsIn(first).goes("/accounts/payments");
            enters.page().fill("#accountName", name);
            enters.page().fill("#iban", iban);
            enters.page().click("form[action='/accounts/payments/account'] button");
            assertThat(enters.page().locator("#refusal")).hasCount(0);
        }
        try (BrowserUser confirms = new BrowserUser(sessions.open("en-GB"), port)) {
            confirms.signsIn(second).goes("/accounts/payments");
            confirms.page().fill("input[name=ibanAgain]", iban);
            confirms.page().click("form[action$='/confirm'] button");
            assertThat(confirms.page().locator("main")).containsText("This one counts today.");
        }
    }

    /** Britain owes France for a flight; the way there is a test of its own. */
    private OperationReference owed() {
        OperationReference flight = users.as("frcoordinator").proposes(Map.of());
        database.sql("""
                        insert into transfer (reference, fund, debtor, creditor, amount_minor, currency)
                        values (?, 'NATIONAL', 'GB', 'FR', 1234567, 'EUR')
                        """).param(flight.value()).update();
        database.sql("""
                        insert into posting (reference, number, statement, fund, kind, party, amount_minor, currency, exact,
                            weights, reason, arguments, booked_at)
                        values (?, 1, 1, 'NATIONAL', 'SHARE', 'GB', -1234567, 'EUR', '-1234567', '', 'settlement.reason.share',
                            '[]', ?)
                        """)
                .params(flight.value(), Timestamp.from(clock.instant()))
                .update();
        database.sql("insert into final_posting (reference, statement, posted_at) values (?, 1, ?)")
                .params(flight.value(), Timestamp.from(clock.instant()))
                .update();
        return flight;
    }
}
