package org.jointflights.application.netting;

import java.time.LocalDate;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Day;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.netting.NetPayment;
import org.jointflights.domain.netting.Netting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells of the days of nettings, once each however often it looks: who has still to sign or to pay, and that one came to nothing by itself. */
@Service
@Transactional
public class RemindOfNettings {

    private static final int DAYS_BEFORE = 5;

    /** Nobody is told of what ended longer ago. */
    private static final int DAYS_AFTER = 30;

    private final SignedNettings nettings;
    private final NettingRights days;
    private final WriteNotices notices;

    RemindOfNettings(SignedNettings nettings, NettingRights days, WriteNotices notices) {
        this.nettings = nettings;
        this.days = days;
        this.notices = notices;
    }

    /** Looks at all of them as they stand today. */
    public void tell() {
        LocalDate today = days.today();
        for (Netting netting : nettings.all()) {
            switch (netting.state(today)) {
                case PROPOSED -> signSoon(netting, today);
                case LAPSED, OVERTAKEN -> cameToNothing(netting, today);
                case AGREED -> pay(netting, today);
                case ENDED, PAID -> {
                    // Told when it happened.
                }
            }
        }
    }

    private void signSoon(Netting netting, LocalDate today) {
        if (today.isBefore(netting.signBy().minusDays(DAYS_BEFORE))) {
            return;
        }
        for (Party party : netting.toSign()) {
            tell(party, netting, "/sign", "notice.netting.sign", netting.id(), new Day(netting.signBy()));
        }
    }

    private void cameToNothing(Netting netting, LocalDate today) {
        if (today.isAfter(netting.signBy().plusDays(DAYS_AFTER))) {
            return;
        }
        for (Party party : netting.parties()) {
            tell(
                    party,
                    netting,
                    "/ended",
                    "notice.netting.ended",
                    netting.id(),
                    netting.flights().size(),
                    netting.state(today).words());
        }
    }

    private void pay(Netting netting, LocalDate today) {
        boolean late = today.isAfter(netting.payBy());
        if (today.isBefore(netting.payBy().minusDays(DAYS_BEFORE))) {
            return;
        }
        netting.payments().stream().filter(NetPayment::isOpen).forEach(payment -> {
            Party debtor = payment.due().debtor();
            Object[] gaps = {
                netting.id(),
                payment.due().amount(),
                new PartyName(debtor),
                new PartyName(payment.due().creditor()),
                new Day(netting.payBy())
            };
            tell(debtor, netting, "/pay/" + payment.id(), "notice.netting.pay", gaps);
            if (late) {
                tell(debtor, netting, "/late/" + payment.id(), "notice.netting.late", gaps);
                tell(payment.due().creditor(), netting, "/late/" + payment.id(), "notice.netting.late", gaps);
                notices.tell(
                        Role.MANAGER.group(),
                        "netting-" + netting.id() + "/late/" + payment.id(),
                        "notice.netting.late",
                        gaps);
            }
        });
    }

    private void tell(Party party, Netting netting, String once, String code, Object... gaps) {
        notices.tell(Role.FINANCE.groupOf(party), "netting-" + netting.id() + once, code, gaps);
    }
}
