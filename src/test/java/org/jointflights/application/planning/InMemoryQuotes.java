package org.jointflights.application.planning;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.flight.CarrierQuote;

/** Quotes without a database. */
public final class InMemoryQuotes implements Quotes {

    private final Map<OperationReference, Map<Integer, CarrierQuote>> quotes = new TreeMap<>();

    @Override
    public List<CarrierQuote> of(OperationReference reference) {
        return List.copyOf(quotes.getOrDefault(reference, Map.of()).values());
    }

    @Override
    public void put(CarrierQuote quote) {
        quotes.computeIfAbsent(quote.reference(), first -> new TreeMap<>()).put(quote.position(), quote);
    }

    @Override
    public void removeAll(OperationReference reference) {
        quotes.remove(reference);
    }
}
