package org.jointflights.application.system;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down that a node is there, and forgets those that have been gone for a day. */
@Service
public class RecordNode {

    private static final Duration KEPT = Duration.ofDays(1);

    private final Nodes nodes;
    private final CompareClocks clocks;

    RecordNode(Nodes nodes, CompareClocks clocks) {
        this.nodes = nodes;
        this.clocks = clocks;
    }

    /** The node at its start, before it is seen for the first time. */
    public Node start(String id, String host, int port, String version) {
        Instant now = clocks.now();
        return new Node(id, host, port, version, now, now, 0);
    }

    @Transactional
    public void seen(Node node) {
        clocks.compare();
        Instant now = clocks.now();
        nodes.seen(new Node(
                node.id(),
                node.host(),
                node.port(),
                node.version(),
                node.started(),
                now,
                clocks.ahead().toSeconds()));
        nodes.forgetBefore(now.minus(KEPT));
    }
}
