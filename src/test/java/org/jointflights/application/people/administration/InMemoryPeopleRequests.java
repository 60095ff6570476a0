package org.jointflights.application.people.administration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.application.people.administration.PeopleRequest.Decided;
import org.jspecify.annotations.Nullable;

public final class InMemoryPeopleRequests implements PeopleRequests {

    private final SortedMap<Long, PeopleRequest> requests = new TreeMap<>();
    private @Nullable Decided meanwhile;

    @Override
    public PeopleRequest add(PeopleChange change, String askedBy, Instant askedAt) {
        PeopleRequest request = new PeopleRequest(requests.size() + 1L, change, askedBy, askedAt, null);
        requests.put(request.number(), request);
        return request;
    }

    @Override
    public Optional<PeopleRequest> find(long number) {
        return Optional.ofNullable(requests.get(number));
    }

    @Override
    public List<PeopleRequest> undecidedSince(Instant moment) {
        return requests.values().stream()
                .filter(request ->
                        request.decided() == null && request.askedAt().isAfter(moment))
                .toList();
    }

    @Override
    public boolean decide(long number, Decided decided) {
        Decided first = meanwhile;
        meanwhile = null;
        if (first != null) {
            decide(number, first);
        }
        PeopleRequest request = requests.get(number);
        if (request == null || request.decided() != null) {
            return false;
        }
        requests.put(
                number, new PeopleRequest(number, request.change(), request.askedBy(), request.askedAt(), decided));
        return true;
    }

    /** Somebody else decides just before the next one who does. */
    void meanwhile(Decided first) {
        meanwhile = first;
    }

    List<PeopleRequest> all() {
        return List.copyOf(requests.values());
    }
}
