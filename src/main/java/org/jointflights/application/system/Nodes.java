package org.jointflights.application.system;

import java.time.Instant;
import java.util.List;

/** The nodes that run, and those that did lately. */
public interface Nodes {

    /** Keeps when that node was last seen, and the node itself the first time. */
    void seen(Node node);

    /** In the order in which they started. */
    List<Node> all();

    /** Forgets those last seen before that moment. */
    void forgetBefore(Instant moment);
}
