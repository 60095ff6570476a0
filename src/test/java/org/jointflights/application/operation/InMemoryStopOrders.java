package org.jointflights.application.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.operation.StopOrder;

/** Keeps the stops of all flights; there is nobody to hold them against. */
public final class InMemoryStopOrders implements StopOrders {

    private final List<StopOrder> kept = new ArrayList<>();

    @Override
    public void hold(OperationReference reference) {}

    @Override
    public void add(StopOrder order) {
        kept.add(order);
    }

    @Override
    public void lift(StopOrder lifted) {
        boolean open = kept.removeIf(order -> order.isOpen()
                && order.number() == lifted.number()
                && order.reference().equals(lifted.reference()));
        if (!open) {
            throw Conflict.of("operation.order.lifted", lifted.number(), lifted.reference());
        }
        kept.add(lifted);
    }

    @Override
    public List<StopOrder> of(OperationReference reference) {
        return kept.stream()
                .filter(order -> order.reference().equals(reference))
                .sorted(Comparator.comparing(StopOrder::number))
                .toList();
    }
}
