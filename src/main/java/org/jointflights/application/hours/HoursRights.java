package org.jointflights.application.hours;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Actor;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.hours.HoursExchange;
import org.springframework.stereotype.Component;

/**
 * Who has a say in hours: the finance of the state whose aircraft it was enters them, that of every other party in them agrees or refuses,
 * managers and Frontex's finance enter factors. Nobody agrees to what they entered, or twice; where somebody acts for somebody else,
 * this holds for both.
 */
@Component
class HoursRights {

    private final CurrentUser actor;

    HoursRights(CurrentUser actor) {
        this.actor = actor;
    }

    String actor() {
        return actor.id();
    }

    boolean mayKeepFactors() {
        return actor.isIn(Role.MANAGER.group()) || actor.isIn(Role.FINANCE.groupOf(Party.FRONTEX));
    }

    /** Throws {@link NotYours} for anybody but managers and Frontex's finance. */
    void requireKeeper() {
        if (!mayKeepFactors()) {
            throw NotYours.of("hours.factor.notYours");
        }
    }

    /** Throws {@link NotYours} for whoever is of no party's finance. */
    void requireFinance() {
        if (!viewer().isOfFinance()) {
            throw NotYours.of("hours.finance");
        }
    }

    /** Throws {@link NotYours} for whoever is of no party's finance and watches over nothing. */
    void requireReader() {
        if (!viewer().isOfFinance() && !readsAll()) {
            throw NotYours.of("hours.reader");
        }
    }

    /** Throws {@link NotYours} for anybody but that party's finance. */
    void requireFinanceOf(Party party) {
        if (!isFinanceOf(party)) {
            throw NotYours.of("hours.financeOf", party);
        }
    }

    boolean isFinanceOf(Party party) {
        return actor.isIn(Role.FINANCE.groupOf(party));
    }

    /** Those of the parties in whose finance the person is. */
    Set<Party> financeIn(Collection<Party> parties) {
        Set<Party> own = new TreeSet<>(parties);
        own.removeIf(party -> !isFinanceOf(party));
        return own;
    }

    /** The states in whose finance the person is: Frontex has no aircraft of its own. */
    Set<Party> states() {
        Set<Party> states = financeIn(viewer().parties());
        states.remove(Party.FRONTEX);
        return states;
    }

    boolean readsAll() {
        return viewer().readsEveryAccount();
    }

    boolean reads(HoursExchange exchange) {
        return readsAll() || !financeIn(exchange.parties()).isEmpty();
    }

    /** Why a party refused is for it, for whoever entered the hours, and for those who watch over all. */
    boolean readsRefusal(HoursExchange exchange, HoursExchange.Answer refusal) {
        return readsAll() || isFinanceOf(exchange.enteredFor()) || isFinanceOf(refusal.party());
    }

    /** Whether the person has no part in it yet. */
    boolean isFree(HoursExchange exchange) {
        return !Actor.share(exchange.enteredBy(), actor.id())
                && exchange.answers().stream().noneMatch(answer -> Actor.share(answer.by(), actor.id()));
    }

    /** Throws {@link NotYours} for whoever entered it, or has answered for another party. */
    void requireFree(HoursExchange exchange) {
        if (!isFree(exchange)) {
            throw NotYours.of("hours.fourEyes");
        }
    }

    private Viewer viewer() {
        return Viewer.of(actor.groups());
    }
}
