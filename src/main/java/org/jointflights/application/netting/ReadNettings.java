package org.jointflights.application.netting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jointflights.application.banking.BankAccounts;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.banking.BankAccount;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.netting.NetPayment;
import org.jointflights.domain.netting.Netting;
import org.jointflights.domain.settlement.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The nettings, for the finance of the parties in them and those who watch over all flights. */
@Service
@Transactional(readOnly = true)
public class ReadNettings {

    private final Nettings nettings;
    private final NettingRights rights;
    private final BankAccounts accounts;

    ReadNettings(Nettings nettings, NettingRights rights, BankAccounts accounts) {
        this.nettings = nettings;
        this.rights = rights;
        this.accounts = accounts;
    }

    /**
     * What the reader's party pays in it.
     *
     * @param id what goes with it to the creditor's statement
     * @param to the creditor's account that counts today, or nothing where none is confirmed
     * @param changed since when that number counts, where it is new
     * @param coming the creditor's accounts that are confirmed and count from a later day on
     */
    public record ToPay(
            NetPayment payment,
            EndToEnd id,
            @Nullable BankAccount to,
            @Nullable LocalDate changed,
            List<BankAccount> coming) {

        public ToPay {
            coming = List.copyOf(coming);
        }
    }

    /**
     * One, as it stands today.
     *
     * @param sign for whom the reader can sign it
     * @param refuse for whom the reader can say no
     * @param collect the payments of which the reader can say that they have come
     * @param pay what the reader's party has still to pay, once it is agreed
     */
    public record Looked(
            Netting netting,
            Netting.State state,
            SortedSet<Party> sign,
            SortedSet<Party> refuse,
            List<Long> collect,
            List<ToPay> pay,
            boolean dissolve,
            boolean overdue) {

        public Looked {
            collect = List.copyOf(collect);
            pay = List.copyOf(pay);
        }

        /** What the transfers come to for a party. */
        public Map<Ledger.Pot, Money> balances(Party party) {
            return netting.balances(party);
        }
    }

    /** The ones that are open to the reader, the newest first. Throws {@link NotYours} for whoever has nothing to do with them. */
    public List<Looked> all() {
        rights.requireReader();
        return nettings.all().stream().filter(rights::reads).map(this::looked).toList();
    }

    /** One; throws {@link NotYours} for whoever it does not concern, and {@link org.jointflights.domain.Unknown} if there is none. */
    public Looked one(long id) {
        rights.requireReader();
        Netting netting = nettings.get(id);
        if (!rights.reads(netting)) {
            throw NotYours.of("netting.other", id);
        }
        return looked(netting);
    }

    /** Whether the person may put flights forward. */
    public boolean mayPropose() {
        return !rights.parties().isEmpty();
    }

    /** Throws {@link NotYours} for whoever is of no finance and watches over nothing. */
    public void requireReader() {
        rights.requireReader();
    }

    private ToPay toPay(Netting netting, NetPayment payment) {
        LocalDate today = rights.today();
        List<BankAccount> all = accounts.of(payment.due().creditor());
        BankAccount to = BankAccount.on(today, all).orElse(null);
        return new ToPay(
                payment,
                new EndToEnd.OfNetPayment(netting.id(), payment.id()),
                to,
                to == null ? null : to.newSince(today),
                BankAccount.coming(today, all));
    }

    private Looked looked(Netting netting) {
        SortedSet<Party> sign = new TreeSet<>();
        SortedSet<Party> refuse = new TreeSet<>();
        if (rights.mayRefuse(netting, Party.FRONTEX)) {
            refuse.add(Party.FRONTEX);
        }
        for (Party party : netting.parties()) {
            if (rights.maySign(netting, party)) {
                sign.add(party);
            }
            if (rights.mayRefuse(netting, party)) {
                refuse.add(party);
            }
        }
        List<Long> collect = new ArrayList<>();
        netting.payments().stream()
                .filter(payment -> rights.mayCollect(netting, payment))
                .map(NetPayment::id)
                .forEach(collect::add);
        Netting.State state = netting.state(rights.today());
        boolean overdue = state == Netting.State.AGREED && rights.today().isAfter(netting.payBy());
        List<ToPay> pay = new ArrayList<>();
        netting.payments().stream()
                .filter(payment -> state == Netting.State.AGREED && rights.mayPay(payment))
                .forEach(payment -> pay.add(toPay(netting, payment)));
        return new Looked(netting, state, sign, refuse, collect, pay, rights.mayDissolve(netting), overdue);
    }
}
