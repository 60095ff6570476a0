package org.jointflights.web.signin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jointflights.application.example.ShowSignInHint;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.server.Ssl;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last line of the start: where the application is, and in the example who may sign in. */
@Component
class ReadyLine {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyLine.class);

    private final Optional<ShowSignInHint> hint;
    private final String scheme;

    ReadyLine(Optional<ShowSignInHint> hint, ServerProperties server) {
        this.hint = hint;
        this.scheme = Ssl.isEnabled(server.getSsl()) ? "https" : "http";
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext context
                && context.getWebServer() != null) {
            LOG.info(sentence(scheme + "://localhost:" + context.getWebServer().getPort())
                    .in(Locale.ENGLISH));
        }
    }

    private Sentence sentence(String address) {
        return hint.map(all -> Sentence.of("signin.ready.example", address, who(all), all.password()))
                .orElseGet(() -> Sentence.of("signin.ready", address));
    }

    /** Those for whom something waits; where nothing does, everybody of one state. */
    private static Worded who(ShowSignInHint hint) {
        List<String> names = hint.waitedFor();
        return names.isEmpty()
                ? language -> String.join(", ", hint.names())
                : Sentence.of("signin.ready.who", String.join(", ", names), String.join(", ", hint.watching()));
    }
}
