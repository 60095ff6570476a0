package org.jointflights.application.people.absence;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.absence.Substitution;
import org.jspecify.annotations.Nullable;

/** Substitutions without a database. */
public final class InMemorySubstitutions implements Substitutions {

    private final Map<Long, Substitution> all = new TreeMap<>();
    private final Map<String, Long> acting = new HashMap<>();

    @Override
    public void add(Substitution one) {
        put(1L + all.size(), one, one.agreedAt(), one.confirmedBy(), null);
    }

    private void put(
            long id,
            Substitution one,
            @Nullable Instant agreedAt,
            @Nullable String confirmedBy,
            @Nullable Instant endedAt) {
        all.put(
                id,
                new Substitution(
                        id,
                        one.absent(),
                        one.substitute(),
                        one.groups(),
                        one.from(),
                        one.until(),
                        one.starts(),
                        one.ends(),
                        one.agreedBy(),
                        agreedAt,
                        one.enteredBy(),
                        confirmedBy,
                        endedAt));
    }

    @Override
    public Substitution get(long id) {
        return Optional.ofNullable(all.get(id)).orElseThrow(() -> Unknown.of("people.absence.unknown"));
    }

    @Override
    public List<Substitution> notOverAt(Instant now) {
        return all.values().stream()
                .filter(one -> !one.isOverAt(now))
                .sorted(Comparator.comparing(Substitution::starts))
                .toList();
    }

    @Override
    public boolean agree(long id, Instant at) {
        Substitution one = get(id);
        if (one.agreedAt() != null || one.endedAt() != null) {
            return false;
        }
        put(id, one, at, one.confirmedBy(), null);
        return true;
    }

    @Override
    public boolean confirm(long id, String by) {
        Substitution one = get(id);
        if (one.confirmedBy() != null || one.endedAt() != null) {
            return false;
        }
        put(id, one, one.agreedAt(), by, null);
        return true;
    }

    @Override
    public boolean end(long id, Instant at) {
        Substitution one = get(id);
        acting.values().removeIf(in -> in == id);
        if (one.isOverAt(at)) {
            return false;
        }
        put(id, one, one.agreedAt(), one.confirmedBy(), at);
        return true;
    }

    @Override
    public void act(String person, long id) {
        acting.put(person, id);
    }

    @Override
    public void stop(String person) {
        acting.remove(person);
    }

    @Override
    public Optional<Substitution> actingIn(String person, Instant now) {
        return Optional.ofNullable(acting.get(person)).map(this::get).filter(one -> one.holdsAt(now));
    }

    @Override
    public void hold() {}
}
