package org.jointflights.application.people;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.domain.Party;

public final class InMemoryParties implements Parties {

    private final SortedMap<Party, Member> members = new TreeMap<>();

    @Override
    public List<Member> all() {
        return List.copyOf(members.values());
    }

    @Override
    public boolean contains(Party party) {
        return members.containsKey(party);
    }

    @Override
    public void add(Member member) {
        members.put(member.party(), member);
    }

    @Override
    public void correct(Party party, String authority) {
        members.computeIfPresent(party, (same, before) -> new Member(party, authority, before.since()));
    }
}
