package org.jointflights.application.people.administration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

public final class InMemoryAdministrationEntries implements AdministrationEntries {

    private final List<AdministrationEntry> entries = new ArrayList<>();

    @Override
    public long add(Instant at, String actor, @Nullable String about, Sentence what) {
        long number = entries.size() + 1L;
        entries.add(new AdministrationEntry(number, at, actor, about, what));
        return number;
    }

    @Override
    public List<AdministrationEntry> before(long number, int most) {
        return entries.stream()
                .filter(entry -> entry.number() < number)
                .sorted(Comparator.comparing(AdministrationEntry::number).reversed())
                .limit(most)
                .toList();
    }

    List<AdministrationEntry> all() {
        return List.copyOf(entries);
    }
}
