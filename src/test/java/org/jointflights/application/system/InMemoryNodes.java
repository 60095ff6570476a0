package org.jointflights.application.system;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class InMemoryNodes implements Nodes {

    private final Map<String, Node> all = new HashMap<>();

    @Override
    public void seen(Node node) {
        all.merge(
                node.id(),
                node,
                (known, now) -> new Node(
                        known.id(),
                        known.host(),
                        known.port(),
                        known.version(),
                        known.started(),
                        now.lastSeen(),
                        now.clockAhead()));
    }

    @Override
    public List<Node> all() {
        return all.values().stream()
                .sorted(comparing(Node::started).thenComparing(Node::id))
                .toList();
    }

    @Override
    public void forgetBefore(Instant moment) {
        all.values().removeIf(node -> node.lastSeen().isBefore(moment));
    }
}
