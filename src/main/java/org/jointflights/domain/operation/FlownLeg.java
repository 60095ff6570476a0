package org.jointflights.domain.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A leg of the route as it is flown.
 *
 * @param planned when the aircraft lands if everything is on time; nothing for a diversion, which nobody plans
 * @param expected as its captain said before it left; nothing until then
 * @param landed nothing until it has
 * @param diversion whether it leads to another airport than planned
 */
public record FlownLeg(
        String from,
        String to,
        int km,
        @Nullable Instant planned,
        @Nullable Instant expected,
        @Nullable Instant landed,
        boolean diversion) {}
