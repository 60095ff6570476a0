package org.jointflights.application.settlement;

import java.util.List;
import java.util.Set;
import org.jointflights.application.costs.Rates;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.trail.TrailEntries;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.work.FindPreparers;
import org.jointflights.domain.Actor;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.settlement.Certification;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Statement;
import org.springframework.stereotype.Component;

/** Nobody signs accounts that they prepared, or twice. */
@Component
class FourEyesOnAccounts {

    private final Claims claims;
    private final Rates rates;
    private final FindPreparers preparers;
    private final TrailEntries told;
    private final CurrentUser actor;

    FourEyesOnAccounts(Claims claims, Rates rates, FindPreparers preparers, TrailEntries told, CurrentUser actor) {
        this.claims = claims;
        this.rates = rates;
        this.preparers = preparers;
        this.told = told;
        this.actor = actor;
    }

    /**
     * Throws {@link NotYours} if the person acting entered or certified one of the claims that count, entered a rate that converts
     * one, decided an objection, or fed the plan, the budget, the contract or the head counts; and if they have signed this
     * version for another party.
     */
    void requireOthers(Statement statement, Party party) {
        OperationReference reference = statement.reference();
        for (Claim claim : claims.of(reference)) {
            if (claim.counts()) {
                requireNotOfActor(claim);
            }
        }
        List<TrailEntry> happened = told.of(reference);
        if (happened.stream()
                .anyMatch(entry -> entry.event().decidesObjection() && Actor.share(entry.actor(), actor.id()))) {
            throw NotYours.of("settlement.sign.decided", party);
        }
        if (Actor.isAmong(actor.id(), preparers.of(reference, statement.computedAt(), happened))) {
            throw NotYours.of("settlement.sign.shaped", party);
        }
        for (Statement.Answer answer : statement.answers()) {
            boolean forAnother = !answer.party().equals(party);
            if (forAnother && answer.signed() && Actor.share(answer.by(), actor.id())) {
                throw NotYours.of("settlement.sign.twice", answer.party());
            }
        }
    }

    /**
     * Who the arbiter is. Throws {@link NotYours} for anybody but the executive, for whoever is of the organiser or of a party whose
     * objection is decided, and for whoever prepared these accounts; to have been the arbiter of an earlier version is no obstacle.
     */
    String requireArbiter(Statement statement, Party organiser, Set<Party> objectors) {
        OperationReference reference = statement.reference();
        if (!actor.isIn(Role.EXECUTIVE.group())) {
            throw NotYours.of("settlement.arbiter.only", Role.EXECUTIVE.group());
        }
        for (String group : actor.boundGroups()) {
            Party own = Viewer.partyOf(group);
            if (own != null && (own.equals(organiser) || objectors.contains(own))) {
                throw NotYours.of("settlement.arbiter.party", own);
            }
        }
        for (Claim claim : claims.of(reference)) {
            if (claim.counts()) {
                requireNotOfActor(claim);
            }
        }
        List<TrailEntry> happened = told.of(reference);
        boolean prepared = Actor.isAmong(actor.id(), preparers.of(reference, statement.computedAt(), happened));
        if (prepared || happened.stream().anyMatch(this::isAnswerOfActor)) {
            throw NotYours.of("settlement.arbiter.prepared", reference);
        }
        return actor.id();
    }

    private boolean isAnswerOfActor(TrailEntry entry) {
        return entry.event().decidesObjection()
                && entry.event() != TrailEvent.ACCOUNTS_ARBITRATED
                && Actor.share(entry.actor(), actor.id());
    }

    private void requireNotOfActor(Claim claim) {
        if (Actor.share(claim.enteredBy(), actor.id())) {
            throw NotYours.of("settlement.sign.prepared", claim.claimant());
        }
        Certification certification = claim.certification();
        if (certification != null && Actor.share(certification.by(), actor.id())) {
            throw NotYours.of("settlement.sign.certified", claim.id());
        }
        Conversion conversion = claim.conversion();
        List<ExchangeRate> used = conversion == null ? List.of() : conversion.rates();
        for (ExchangeRate rate : used) {
            // Rates are of all flights: it may have been entered for another one.
            if (rates.find(rate.currency(), rate.month())
                    .filter(known -> Actor.share(known.enteredBy(), actor.id()))
                    .isPresent()) {
                throw NotYours.of("settlement.sign.rate", rate.currency(), rate.month());
            }
        }
    }
}
