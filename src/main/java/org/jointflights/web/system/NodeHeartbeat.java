package org.jointflights.web.system;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jointflights.application.system.Node;
import org.jointflights.application.system.RecordNode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Says every half minute that this node is there, from the moment at which its pages are served. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NodeHeartbeat {

    private static final long SECONDS = 30;
    private static final String HEALTH = "management";

    private final RecordNode record;
    private final String version;
    private volatile @Nullable Node node;

    NodeHeartbeat(RecordNode record, @Value("${spring.application.version:}") String version) {
        this.record = record;
        this.version = version;
    }

    @EventListener
    void serves(WebServerInitializedEvent server) {
        if (!WebServerApplicationContext.hasServerNamespace(server.getApplicationContext(), HEALTH)) {
            node = record.start(
                    UUID.randomUUID().toString(), host(), server.getWebServer().getPort(), version);
            beat();
        }
    }

    @Scheduled(fixedDelay = SECONDS, initialDelay = SECONDS, timeUnit = TimeUnit.SECONDS)
    void beat() {
        Node own = node;
        if (own != null) {
            record.seen(own);
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException namelessMachine) {
            return InetAddress.getLoopbackAddress().getHostName();
        }
    }
}
