package org.jointflights.application.annual;

import java.time.Clock;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.annual.Appropriation;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts on record what a fund may promise a state for its flights of one year. */
@Service
@Transactional
public class EnterAppropriation {

    private final Appropriations appropriations;
    private final CurrentUser actor;
    private final Clock clock;

    EnterAppropriation(Appropriations appropriations, CurrentUser actor, Clock clock) {
        this.appropriations = appropriations;
        this.actor = actor;
        this.clock = clock;
    }

    /** Whether the person signed in may: managers, and those who sign for Frontex. */
    @Transactional(readOnly = true)
    public boolean mayEnter() {
        return actor.isIn(Role.MANAGER.group()) || actor.isIn(Role.FINANCE.groupOf(Party.FRONTEX));
    }

    /** Throws {@link NotYours} for whoever may not. */
    @Transactional(readOnly = true)
    public void requireKeeper() {
        if (!mayEnter()) {
            throw NotYours.of("annual.appropriation.notYours");
        }
    }

    /**
     * The {@code appropriation} in euro of a {@code fund} for a {@code beneficiary}; it takes the place of the one before. Throws
     * {@link NotYours} for whoever may not, and {@link org.jointflights.domain.BadInput} for what is no appropriation.
     */
    public void enter(int year, TypedFields typed) {
        requireKeeper();
        appropriations.add(new Appropriation(
                typed.choice("fund", Fund.class),
                year,
                typed.party("beneficiary"),
                typed.money("appropriation", Money.EUR),
                actor.id(),
                clock.instant()));
    }
}
