package org.jointflights.application.people.token;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

public final class InMemoryApiTokens implements ApiTokens {

    private record Kept(ApiToken token, String hash) {}

    private final SortedMap<Long, Kept> all = new TreeMap<>();
    private long last;

    @Override
    public void add(ApiToken token, String hash) {
        if (withHash(hash).isPresent()) {
            throw new IllegalStateException("that secret is somebody's");
        }
        last++;
        all.put(last, new Kept(copy(token, last, token.lastUsed()), hash));
    }

    @Override
    public List<ApiToken> of(String person) {
        return all.values().stream()
                .map(Kept::token)
                .filter(token -> token.person().equals(person))
                .toList();
    }

    @Override
    public Optional<ApiToken> find(long number) {
        return Optional.ofNullable(all.get(number)).map(Kept::token);
    }

    @Override
    public Optional<ApiToken> withHash(String hash) {
        return all.values().stream()
                .filter(kept -> kept.hash().equals(hash))
                .map(Kept::token)
                .findFirst();
    }

    @Override
    public void used(long number, LocalDate day) {
        all.computeIfPresent(
                number,
                (same, kept) -> kept.token().lastUsed() != null
                                && !kept.token().lastUsed().isBefore(day)
                        ? kept
                        : new Kept(copy(kept.token(), number, day), kept.hash()));
    }

    @Override
    public boolean remove(long number) {
        return all.remove(number) != null;
    }

    /** What is kept of the secrets. */
    List<String> hashes() {
        return all.values().stream().map(Kept::hash).toList();
    }

    private static ApiToken copy(ApiToken token, long number, @Nullable LocalDate used) {
        return new ApiToken(
                number,
                token.person(),
                token.name(),
                token.scopes(),
                token.passwordVersion(),
                token.made(),
                token.expires(),
                used);
    }
}
