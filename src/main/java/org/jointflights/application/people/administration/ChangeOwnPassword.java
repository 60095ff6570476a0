package org.jointflights.application.people.administration;

import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Person;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.NotYours;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Everybody's own password. */
@Service
public class ChangeOwnPassword {

    private final People people;
    private final LogAdministration log;
    private final CurrentUser actor;
    private final TransactionOperations transaction;

    ChangeOwnPassword(People people, LogAdministration log, CurrentUser actor, TransactionOperations transaction) {
        this.people = people;
        this.log = log;
        this.actor = actor;
        this.transaction = transaction;
    }

    /**
     * Ends every session of the person. That a one-time password has been changed is told: whoever it was meant for
     * would not know otherwise that somebody else has used it.
     */
    public void change(String current, String fresh, String again) {
        Person person = people.find(actor.account()).orElseThrow(() -> NotYours.of("signin.notYours"));
        // Outside the transaction: a refusal would take back that a wrong password was counted.
        if (!people.isPassword(person.id(), current)) {
            throw BadInput.of("currentPassword", "", "people.password.wrong");
        }
        if (!fresh.equals(again)) {
            throw BadInput.of("newPasswordAgain", "", "people.password.differs");
        }
        if (fresh.equals(current)) {
            throw BadInput.of("newPassword", "", "people.password.same");
        }
        transaction.executeWithoutResult(status -> {
            boolean oneTime = people.passwordOf(person.id()).oneTime();
            people.setPassword(person, fresh, false);
            if (oneTime) {
                log.recordAbout(person.id(), "people.administration.passwordChosen", person.name(), person.id());
            }
        });
    }
}
