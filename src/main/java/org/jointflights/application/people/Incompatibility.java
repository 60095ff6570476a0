package org.jointflights.application.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointflights.domain.Sentence;

/** Which roles nobody holds together, rule by rule. */
public enum Incompatibility {
    /** Whoever watches how people are treated does not command those who escort them, here or elsewhere. */
    MONITOR_AND_ESCORT_LEADER,
    /** The opinion on fundamental rights is independent of every party. */
    RIGHTS_OFFICER_AND_PARTY,
    /** Whoever decides who signs does not sign. */
    ADMINISTRATOR_AND_SIGNER,
    /** Nobody audits what they did. */
    AUDITOR_AND_ACTOR,
    /** Nobody acts for both sides of an offer, a share or a claim. */
    TWO_PARTIES;

    /** The rules that somebody who holds all of these breaks. */
    public static List<Incompatibility> among(Collection<Assignment> held) {
        return Stream.of(values())
                .filter(rule -> held.stream().anyMatch(one -> rule.forbids(one, held)))
                .toList();
    }

    /** The rules that somebody who holds these would break with one role more, whatever they break already. */
    public static List<Incompatibility> between(Assignment wanted, Collection<Assignment> held) {
        return Stream.of(values())
                .filter(rule -> rule.inTheWay(wanted, held).isPresent())
                .toList();
    }

    /** The role among those held that the wanted one does not go with, if any. */
    public Optional<Assignment> inTheWay(Assignment wanted, Collection<Assignment> held) {
        return held.stream()
                .filter(one -> meets(wanted, one) || meets(one, wanted))
                .findFirst();
    }

    /** The rule in words. */
    public Sentence sentence() {
        return Sentence.of("people.incompatible." + name());
    }

    private boolean forbids(Assignment one, Collection<Assignment> others) {
        return inTheWay(one, others).isPresent();
    }

    private boolean meets(Assignment one, Assignment other) {
        return switch (this) {
            case MONITOR_AND_ESCORT_LEADER -> one.role() == Role.MONITOR && other.role() == Role.ESCORT_LEADER;
            case RIGHTS_OFFICER_AND_PARTY -> one.role() == Role.RIGHTS_OFFICER && other.party() != null;
            case ADMINISTRATOR_AND_SIGNER ->
                one.role() == Role.ADMINISTRATOR && other.role().signs();
            case AUDITOR_AND_ACTOR -> one.role() == Role.AUDITOR && other.role() != Role.AUDITOR;
            case TWO_PARTIES ->
                one.party() != null && other.party() != null && !one.party().equals(other.party());
        };
    }
}
