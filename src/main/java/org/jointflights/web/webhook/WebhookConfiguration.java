package org.jointflights.web.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.jointflights.application.webhook.Poster;
import org.jointflights.application.webhook.SendWebhooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Sends what happened to the parties' webhooks, every minute. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookConfiguration.class);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Bean
    Poster webhookPoster(TaskScheduler schedule) {
        return new HttpsPoster(
                new OutsideAddresses(InetAddress::getAllByName)::require,
                (SSLSocketFactory) SSLSocketFactory.getDefault(),
                socket -> closing(schedule, socket));
    }

    private static ScheduledFuture<?> closing(TaskScheduler schedule, Socket socket) {
        return schedule.schedule(() -> close(socket), Instant.now().plus(LONGEST));
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            LOG.debug("A connection was broken before it was closed.", broken);
        }
    }

    /** Apart, so that tests send when they say so. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "jointflights.webhooks", havingValue = "true", matchIfMissing = true)
    @EnableScheduling
    static class EveryMinute {

        private final SendWebhooks sending;
        private final Poster poster;

        EveryMinute(SendWebhooks sending, Poster poster) {
            this.sending = sending;
            this.poster = poster;
        }

        @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
        void deliver() {
            sending.deliver(poster);
        }
    }
}
