package org.jointflights.application.people;

import java.util.Set;

/** Whoever the test lets act; the system until it lets somebody. */
public final class SomebodySignedIn implements CurrentUser {

    private String id = SYSTEM;
    private Set<String> groups = Set.of();

    public void is(String id, String... groups) {
        this.id = id;
        this.groups = Set.of(groups);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Set<String> groups() {
        return groups;
    }
}
