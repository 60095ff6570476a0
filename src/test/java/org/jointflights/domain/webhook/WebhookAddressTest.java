package org.jointflights.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.jointflights.domain.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses may be typed. */
class WebhookAddressTest {

    @Test
    void an_address_by_name_is_taken_as_it_is() {
        assertThat(WebhookAddress.named("https://Hooks.Ministry.FR/flights?key=1"))
                .isEqualTo(new WebhookAddress("hooks.ministry.fr", 443, "/flights?key=1"))
                .hasToString("https://hooks.ministry.fr/flights?key=1");
        assertThat(WebhookAddress.named("https://hooks.ministry.fr"))
                .isEqualTo(new WebhookAddress("hooks.ministry.fr", 443, "/"));
        assertThat(WebhookAddress.named("https://hooks.ministry.fr:8443/a"))
                .hasToString("https://hooks.ministry.fr:8443/a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://hooks.ministry.fr/",
                "ftp://hooks.ministry.fr/",
                "file:///etc/passwd",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://[::1]/",
                "https://localhost/",
                "https://node1/",
                "https://node1.local/",
                "https://metadata.google.internal/",
                "https://user:secret@hooks.ministry.fr/",
                "https://hooks.ministry.fr@evil.example.com/",
                "https://hooks.ministry.fr:22/",
                "https://hooks.ministry.fr:99999/",
                "https://hooks.ministry.fr/#x",
                "https://hooks.ministry.fr/a b",
                "https://hooks.ministry.fr/\r\nHost: x",
                "https://-a.fr/",
                "https://hooks.ministry.fr./",
            })
    void every_other_is_refused(String typed) {
        assertThat(catchThrowable(() -> WebhookAddress.named(typed)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("Address cannot be");
    }
}
