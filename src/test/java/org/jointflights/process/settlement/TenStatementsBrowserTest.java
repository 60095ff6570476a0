package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.browser.BrowserTest;
import org.jointflights.browser.BrowserUser;
import org.jointflights.browser.Chromium;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.jointflights.domain.settlement.Posting;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A finance approver signs one statement after the other in Tasklist, and needs no other page for a figure. The build signs two;
 * {@code -Dstatements.signed=10} signs ten and says how long that took.
 */
@BrowserTest
class TenStatementsBrowserTest extends SettlementFixture {

    private static final Logger LOG = LoggerFactory.getLogger(TenStatementsBrowserTest.class);
    private static final int SIGNED = Integer.getInteger("statements.signed", 2);
    private static final Map<Party, Seats> COMMITTED = Map.of(FR, seats(10, 0), GB, seats(30, 0), ES, seats(20, 0));

    @LocalServerPort
    int port;

    @Test
    void every_figure_of_a_statement_is_on_the_form_that_signs_it(Chromium.Sessions sessions) {
        List<OperationReference> waiting = new ArrayList<>();
        for (int number = 1; number <= SIGNED; number++) {
            waiting.add(computed(40_000_01 + 1_000_07L * number));
        }
        try (BrowserUser approver = new BrowserUser(sessions.open("en-GB"), port)) {
            List<String> pages = new ArrayList<>();
            long begun = System.nanoTime();
            approver.signsIn("gbfinance2");
            approver.page().onFrameNavigated(frame -> pages.add(frame.url()));
            approver.opensTasklist();
            for (OperationReference flight : waiting) {
                approver.takes(flight.value());
                assertThat(approver.form()).contains(figures(flight));
                assertThat(approver.picks("Your answer", "We sign").sends()).isEqualTo(204);
            }
            LOG.info(
                    "Signed {} statements in {} s.",
                    waiting.size(),
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds());
            assertThat(pages).isNotEmpty().allMatch(url -> url.contains("/camunda/app/tasklist/"));
        }
        for (OperationReference flight : waiting) {
            assertThat(read(flight).statement().answers())
                    .filteredOn(answer -> answer.party().equals(GB) && answer.signed())
                    .singleElement()
                    .satisfies(answer -> assertThat(answer.by()).isEqualTo("gbfinance2"));
        }
    }

    /** What is posted of the party and what that comes to, as people read it. */
    private List<String> figures(OperationReference flight) {
        List<String> figures = new ArrayList<>();
        Money balance = Money.euro(0);
        for (Posting posting : postings.of(flight)) {
            if (posting.party().equals(GB)) {
                figures.add(MoneyText.format(posting.amount(), Locale.ENGLISH));
                balance = balance.plus(posting.amount());
            }
        }
        assertThat(figures).isNotEmpty();
        figures.add(MoneyText.format(balance, Locale.ENGLISH));
        return figures;
    }

    /** A flight whose charter France paid, with accounts that wait for signatures. */
    private OperationReference computed(long cents) {
        OperationReference flight = flight(FR, COMMITTED);
        agreed(
                flight,
                COMMITTED,
                List.of(common(1, CostCategory.CHARTER, cents, FR, COMMITTED.keySet(), Key.PER_RETURNEE)));
        used(flight, COMMITTED);
        start(flight, FR);
        Map<String, Object> fields =
                new HashMap<>(claim("1", Money.euro(cents).decimal().toPlainString(), false));
        fields.put("voucherNumber", "S " + flight);
        finance(FR, 1).completes("userTask_enterActualCost", flight, fields);
        nobodyElseClaims(flight);
        certifyAll(flight, "");
        return flight;
    }
}
