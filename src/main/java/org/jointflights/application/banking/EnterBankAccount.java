package org.jointflights.application.banking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Parties;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.administration.LogAdministration;
import org.jointflights.domain.Actor;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.Day;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.banking.BankAccount;
import org.jointflights.domain.banking.Iban;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One of a party's finance enters its bank account, another types its number a second time, from the letter and not from the
 * screen; then it counts, and every party's finance is told. Whoever slips a number in has to mislead two people and be overlooked
 * by all others.
 */
@Service
@Transactional
public class EnterBankAccount {

    /** So many may wait at once: one that was wrong is dropped, or another is entered beside it. */
    static final int MOST_WAITING = 5;

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final int DAYS_AHEAD = 366;

    private final BankAccounts accounts;
    private final CheckTreasuryAccess access;
    private final Parties parties;
    private final CurrentUser actor;
    private final LogAdministration log;
    private final WriteNotices notices;
    private final Clock clock;

    EnterBankAccount(
            BankAccounts accounts,
            CheckTreasuryAccess access,
            Parties parties,
            CurrentUser actor,
            LogAdministration log,
            WriteNotices notices,
            Clock clock) {
        this.accounts = accounts;
        this.access = access;
        this.parties = parties;
        this.actor = actor;
        this.log = log;
        this.notices = notices;
        this.clock = clock;
    }

    /** Throws {@link NotYours} for another party's, and {@link BadInput} for what is no account; its number here. */
    public long enter(Party party, TypedFields typed) {
        access.require(party);
        String name = typed.shortText("accountName", 200);
        Iban iban = Iban.typed(typed.text("iban"));
        String bic = typed.optionalText("bic").orElse("").toUpperCase(Locale.ROOT);
        BankAccount.require(name, bic);
        LocalDate today = today();
        LocalDate from = typed.isEmpty("accountFrom") ? today : typed.date("accountFrom");
        if (from.isBefore(FIRST) || from.isAfter(today.plusDays(DAYS_AHEAD))) {
            throw BadInput.of("accountFrom", from, "banking.from", FIRST, today.plusDays(DAYS_AHEAD));
        }
        if (accounts.of(party).stream().filter(BankAccount::waits).count() >= MOST_WAITING) {
            throw Conflict.of("banking.account.many", MOST_WAITING);
        }
        long id = accounts.add(new BankAccount(0, party, name, iban, bic, from, actor.id(), clock.instant(), null));
        log.record("people.administration.bankAccountEntered", party.code(), id, iban.ending());
        notices.tell(
                Role.FINANCE.groupOf(party),
                "bank-account/" + id + "/entered",
                "notice.bankAccountToConfirm",
                new PartyName(party),
                iban.ending());
        return id;
    }

    /**
     * From its day on the account counts. Throws {@link NotYours} for whoever entered it and for other parties' people, and
     * {@link BadInput} where another number was typed than the first time.
     */
    public void confirm(long id, String typedAgain) {
        BankAccount account = own(id);
        if (!account.waits()) {
            throw Conflict.of("banking.account.decided", id);
        }
        if (Actor.share(account.enteredBy(), actor.id())) {
            throw NotYours.of("banking.account.own");
        }
        Iban again = Iban.typed(typedAgain);
        if (!again.equals(account.iban())) {
            throw BadInput.of("ibanAgain", again, "banking.account.otherNumber");
        }
        accounts.decide(id, new BankAccount.Decided(actor.id(), clock.instant(), true));
        log(account, "people.administration.bankAccountConfirmed");
        tellAll(account, "confirmed", "notice.bankAccountChanged");
    }

    /**
     * It was wrong, and will not count: one that nobody has confirmed, or that does not count yet, of which every party's finance is
     * told. Throws {@link NotYours} for other parties' people, and {@link Conflict} for one that counts or was dropped.
     */
    public void drop(long id) {
        BankAccount account = own(id);
        BankAccount.Decided dropped = new BankAccount.Decided(actor.id(), clock.instant(), false);
        if (account.isConfirmed()) {
            accounts.revoke(id, dropped, today());
            tellAll(account, "dropped", "notice.bankAccountDropped");
        } else {
            accounts.decide(id, dropped);
        }
        log(account, "people.administration.bankAccountDropped");
    }

    private BankAccount own(long id) {
        access.parties();
        BankAccount account = accounts.get(id);
        access.require(account.party());
        return account;
    }

    private void log(BankAccount account, String code) {
        log.record(code, account.party().code(), account.id(), account.iban().ending());
    }

    private void tellAll(BankAccount account, String event, String code) {
        for (Parties.Member member : parties.all()) {
            notices.tell(
                    Role.FINANCE.groupOf(member.party()),
                    "bank-account/" + account.id() + "/" + event,
                    code,
                    new PartyName(account.party()),
                    new Day(account.from()),
                    account.iban().ending());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
