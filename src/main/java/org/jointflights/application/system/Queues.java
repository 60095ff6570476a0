package org.jointflights.application.system;

import java.util.List;

/** How much work waits: each that has some answers for its own. */
public interface Queues {

    List<Queue> lengths();
}
