package org.jointflights.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jointflights.application.operation.StopOrders;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.StopOrder;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Stopping people on a phone, and the fingerprint of a list, in Chromium; pictures land in {@code target/pictures}. */
@BrowserTest
class StopBrowserTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @LocalServerPort
    int port;

    @Autowired
    TasklistUsers users;

    @Autowired
    StopOrders orders;

    @BeforeEach
    void open() {
        users.open();
    }

    /** The clicks are the list, the flight's “Stop people” and the stop itself; what is chosen and typed between them comes with any stop. */
    @Test
    void finding_4_a_doctor_stops_people_with_three_clicks_from_the_home_page_on_a_phone(Chromium.Sessions sessions)
            throws Exception {
        OperationReference flight = new SomeFlights(users).answered();
        try (BrowserUser doctor = new BrowserUser(sessions.open("en-GB"), port)) {
            Page page = doctor.page();
            page.setViewportSize(400, 800);
            doctor.signsIn("frdoctor").goes("/");

            page.locator("main a[href='/flights']").click();
            page.locator("a[href='/flights/" + flight + "/stop-people']").click();
            page.selectOption("#stopped", "GB");
            page.selectOption("#cause", "MEDICAL");
            page.fill("#reason", "Seen by the doctor at the gate");
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("stop-1-form.png")));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(400);
            page.locator("button.main-act").click();

            assertThat(page.getByText("Stop 1: the people of GB (medical)").first())
                    .isVisible();
            assertThat(page.getByText("Seen by the doctor at the gate")).isVisible();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("stop-2-page.png")));
        }
        assertThat(orders.of(flight)).extracting(StopOrder::isOpen).containsExactly(true);
    }

    @Test
    void a_list_is_given_its_fingerprint_without_leaving_the_machine(Chromium.Sessions sessions) throws Exception {
        try (BrowserUser legal = new BrowserUser(sessions.open("en-GB"), port)) {
            Page page = legal.page();
            legal.signsIn("frlegal1").goes("/fingerprint");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            List<String> sent = new ArrayList<>();
            page.onRequest(request -> sent.add(request.url()));
            page.setInputFiles(
                    "#list", new FilePayload("list.csv", "text/csv", "abc".getBytes(StandardCharsets.UTF_8)));

            assertThat(page.locator("#sum"))
                    .hasText("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(sent).as("addresses to which anything was sent").isEmpty();
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("fingerprint.png")));
        }
    }
}
