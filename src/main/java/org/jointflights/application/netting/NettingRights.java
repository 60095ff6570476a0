package org.jointflights.application.netting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Actor;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.netting.NetPayment;
import org.jointflights.domain.netting.Netting;
import org.springframework.stereotype.Component;

/**
 * Who has a say in a netting: the finance of a party proposes one over flights that concern it, and Frontex's over any; the finance of
 * every party in it signs, in each by somebody who did not propose it; the creditor's finance says that a payment has come; a manager
 * who is of none of them ends one that nobody pays.
 */
@Component
class NettingRights {

    private final CurrentUser actor;
    private final Clock clock;

    NettingRights(CurrentUser actor, Clock clock) {
        this.actor = actor;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Of whose finance the person is. */
    SortedSet<Party> parties() {
        SortedSet<Party> own = new TreeSet<>();
        for (Party party : Viewer.of(actor.groups()).parties()) {
            if (isFinanceOf(party)) {
                own.add(party);
            }
        }
        return own;
    }

    /** Throws {@link NotYours} for whoever is of no party's finance. */
    void requireFinance() {
        if (parties().isEmpty()) {
            throw NotYours.of("netting.finance");
        }
    }

    boolean isFinanceOf(Party party) {
        return actor.isIn(Role.FINANCE.groupOf(party));
    }

    /** Throws {@link NotYours} for anybody else. */
    void requireFinanceOf(Party party) {
        if (!isFinanceOf(party)) {
            throw NotYours.of("netting.party", Role.FINANCE.groupOf(party));
        }
    }

    /** Whether a flight between these can be put into one. */
    boolean mayPropose(Collection<Party> concerned) {
        return isFinanceOf(Party.FRONTEX) || concerned.stream().anyMatch(this::isFinanceOf);
    }

    /** Whether the person can still sign for that party. */
    boolean maySign(Netting netting, Party party) {
        return netting.state(today()) == Netting.State.PROPOSED
                && netting.toSign().contains(party)
                && isFinanceOf(party)
                && !hasProposed(netting)
                && !hasSigned(netting);
    }

    /** Whether the person, or whoever it acts for, proposed it. */
    boolean hasProposed(Netting netting) {
        return Actor.share(netting.proposedBy(), actor.id());
    }

    /** Whether the person, or whoever it acts for, has signed for another party. */
    boolean hasSigned(Netting netting) {
        return netting.signatures().stream().anyMatch(signature -> Actor.share(signature.by(), actor.id()));
    }

    /** Whether the person can say that the netting comes to nothing for that party; Frontex, which may propose any, for any. */
    boolean mayRefuse(Netting netting, Party party) {
        return netting.state(today()) == Netting.State.PROPOSED
                && (netting.parties().contains(party) || party.isFrontex())
                && isFinanceOf(party);
    }

    boolean mayCollect(Netting netting, NetPayment payment) {
        return netting.state(today()) == Netting.State.AGREED
                && payment.isOpen()
                && isFinanceOf(payment.due().creditor());
    }

    boolean mayPay(NetPayment payment) {
        return payment.isOpen() && isFinanceOf(payment.due().debtor());
    }

    /** Whether the person may end one that was agreed, of which nothing has come until its day was over. */
    boolean mayDissolve(Netting netting) {
        return netting.state(today()) == Netting.State.AGREED
                && today().isAfter(netting.payBy())
                && netting.payments().stream().allMatch(NetPayment::isOpen)
                && isManager()
                && isFree(netting);
    }

    boolean isManager() {
        return actor.isIn(Role.MANAGER.group());
    }

    /** Whether the person, and whoever it acts for, belongs to no party of it. */
    boolean isFree(Netting netting) {
        SortedSet<Party> parties = netting.parties();
        return actor.boundGroups().stream()
                .map(Viewer::partyOf)
                .noneMatch(party -> party != null && parties.contains(party));
    }

    boolean readsAll() {
        return isFinanceOf(Party.FRONTEX)
                || Stream.of(Role.AUDITOR, Role.MANAGER, Role.EXECUTIVE)
                        .map(Role::group)
                        .anyMatch(actor::isIn);
    }

    boolean reads(Netting netting) {
        return readsAll() || netting.parties().stream().anyMatch(this::isFinanceOf);
    }

    /** Throws {@link NotYours} for whoever is of no finance and watches over nothing. */
    void requireReader() {
        if (!readsAll()) {
            requireFinance();
        }
    }
}
