package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The number that a page's scripts must carry was one for all requests: under load, pages stayed blank. */
@OverHttp
class NoncesUnderLoadTest {

    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]*)\"");
    private static final Pattern OWN_SCRIPT = Pattern.compile("<script(?![^>]*\\bsrc=)");

    private static final List<String> THEIRS =
            List.of("/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/");

    /** Where scripts come from files alone, and none needs a number. */
    private static final List<String> OURS = List.of("/", "/password", "/what-if");

    private static final int LOADS = 1_000;
    private static final int CLIENTS = 32;

    @LocalServerPort
    private int port;

    @Test
    void on_a_thousand_pages_header_and_page_agree_on_a_number_that_nobody_guesses_and_that_never_comes_again()
            throws Exception {
        HttpUser visitor = HttpUser.signedIn(port, "manager1");
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<HttpResponse<String>>> loads = new ArrayList<>();
        for (int i = 0; i < LOADS; i++) {
            // Four fifths of Tasklist and Cockpit, one fifth of ours in between.
            String page = i % 5 == 4 ? OURS.get(i % OURS.size()) : THEIRS.get(i % 2);
            loads.add(clients.submit(() -> visitor.get(page)));
        }
        clients.shutdown();

        Set<String> nonces = new HashSet<>();
        int numbered = 0;
        for (Future<HttpResponse<String>> load : loads) {
            HttpResponse<String> page = load.get();
            assertThat(page.statusCode()).isEqualTo(200);
            String policy = String.join("|", page.headers().allValues("Content-Security-Policy"));
            List<String> inPage = IN_PAGE.matcher(page.body())
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
            if (OURS.contains(page.uri().getPath())) {
                assertThat(policy).contains("script-src 'self';").doesNotContain("nonce-", "|");
                assertThat(inPage).isEmpty();
                assertThat(OWN_SCRIPT.matcher(page.body()).find()).isFalse();
                continue;
            }
            Matcher header = IN_HEADER.matcher(policy);
            assertThat(header.find()).as(policy).isTrue();
            String nonce = header.group(1);
            assertThat(policy).doesNotContain("|");
            assertThat(header.find()).as("one number a page").isFalse();
            assertThat(inPage).isNotEmpty().containsOnly(nonce);
            assertThat(Base64.getUrlDecoder().decode(nonce).length * 8).isGreaterThanOrEqualTo(128);
            assertThat(nonces.add(nonce)).as("it never comes again").isTrue();
            numbered++;
        }
        assertThat(numbered).isEqualTo(LOADS * 4 / 5);
    }
}
