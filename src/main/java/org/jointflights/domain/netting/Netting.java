package org.jointflights.domain.netting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.CanonicalJson;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Balances;
import org.jointflights.domain.settlement.Due;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Statement;
import org.jointflights.domain.settlement.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * Transfers of several flights that are settled together by the fewest payments. It binds once every party has signed it. The transfers
 * stay owed until all payments in their money have come: then all of them are settled at once. Nothing is netted across funds or
 * currencies.
 *
 * @param signBy the last day on which everybody can sign; who is silent until then has said no
 * @param payBy the day by which its payments are to be made
 * @param signed what is signed: canonical JSON of transfers and payments, and its SHA-256
 * @param transfers in the order of their numbers
 * @param agreedAt when the last party signed, or nothing
 */
public record Netting(
        long id,
        LocalDate signBy,
        LocalDate payBy,
        String proposedBy,
        Instant proposedAt,
        Statement.Content signed,
        List<Transfer> transfers,
        List<NetPayment> payments,
        List<Signature> signatures,
        @Nullable Instant agreedAt,
        @Nullable Ended ended) {

    /** Stands in every content, so that a later change of its form can be told from a change of the figures. */
    private static final int FORM = 1;

    private static final int DAYS_TO_SIGN = 21;
    private static final int DAYS_TO_PAY = 30;

    public Netting {
        transfers = List.copyOf(transfers);
        payments = List.copyOf(payments);
        signatures = List.copyOf(signatures);
    }

    /** A party has signed the content of that hash. */
    public record Signature(Party party, String by, Instant at, String hash) {}

    /** It came to nothing. */
    public record Ended(Why why, String by, Instant at) {}

    /** Why it came to nothing. */
    public enum Why {
        /** A party does not find its figures in it. */
        FIGURES,
        /** A party has paid, or will pay, otherwise. */
        PAID_OTHERWISE,
        /** A party wants other flights in it. */
        OTHER_FLIGHTS,
        /** A party nets nothing. */
        NO_NETTING,
        /** Nobody has paid, and it binds no longer. */
        NOT_PAID;

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("netting.why." + name());
        }
    }

    /** How far it is. */
    public enum State {
        PROPOSED,
        /** Not all had signed on the last day. */
        LAPSED,
        /** One of its transfers was settled, or is to be settled, otherwise before all had signed. */
        OVERTAKEN,
        ENDED,
        AGREED,
        PAID;

        /** What people call it. */
        public Sentence words() {
            return Sentence.of("netting.state." + name());
        }
    }

    /** One that is proposed now. Throws {@link Conflict} where it saves nobody a payment. */
    public static Netting proposed(List<Transfer> transfers, String by, Instant now) {
        List<Transfer> sorted = transfers.stream()
                .sorted(Comparator.comparingLong(Transfer::id))
                .toList();
        List<NetPayment> payments =
                dues(sorted).stream().map(due -> new NetPayment(0, due, null)).toList();
        if (payments.size() >= sorted.size()) {
            throw Conflict.of("netting.savesNothing", sorted.size(), payments.size());
        }
        LocalDate signBy = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(DAYS_TO_SIGN);
        LocalDate payBy = signBy.plusDays(DAYS_TO_PAY);
        String json = json(signBy, payBy, sorted, payments);
        return new Netting(
                0,
                signBy,
                payBy,
                by,
                now,
                new Statement.Content(json, CanonicalJson.hash(json)),
                sorted,
                payments,
                List.of(),
                null,
                null);
    }

    /** The fewest payments that leave every party where the transfers do, within each fund and currency. */
    public static List<Due> dues(List<Transfer> transfers) {
        Balances balances = new Balances();
        for (Transfer transfer : transfers) {
            balances.add(transfer.fund(), transfer.creditor(), transfer.amount());
            balances.add(transfer.fund(), transfer.debtor(), transfer.amount().negated());
        }
        return balances.dues();
    }

    public State state(LocalDate today) {
        if (ended != null) {
            return State.ENDED;
        }
        if (agreedAt != null) {
            return payments.stream().anyMatch(NetPayment::isOpen) ? State.AGREED : State.PAID;
        }
        if (transfers.stream().anyMatch(transfer -> !transfer.isOpen() || transfer.netting() != null)) {
            return State.OVERTAKEN;
        }
        return today.isAfter(signBy) ? State.LAPSED : State.PROPOSED;
    }

    /** Everybody who pays or is paid in one of the transfers: all of them sign. */
    public SortedSet<Party> parties() {
        SortedSet<Party> parties = new TreeSet<>();
        transfers.forEach(transfer -> {
            parties.add(transfer.debtor());
            parties.add(transfer.creditor());
        });
        return parties;
    }

    public SortedSet<OperationReference> flights() {
        return transfers.stream().map(Transfer::reference).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Who has not signed yet. */
    public SortedSet<Party> toSign() {
        SortedSet<Party> parties = parties();
        signatures.forEach(signature -> parties.remove(signature.party()));
        return parties;
    }

    public Optional<Signature> signature(Party party) {
        return signatures.stream()
                .filter(signature -> signature.party().equals(party))
                .findFirst();
    }

    /** The payment of that number; throws {@link Conflict} if it is another netting's. */
    public NetPayment payment(long number) {
        return payments.stream()
                .filter(payment -> payment.id() == number)
                .findFirst()
                .orElseThrow(() -> Conflict.of("netting.payment.other", number, id));
    }

    /** The funds and currencies whose payments have all come, or that need none. */
    public Set<Ledger.Pot> paidPots() {
        Set<Ledger.Pot> paid = transfers.stream().map(Netting::pot).collect(Collectors.toSet());
        payments.stream().filter(NetPayment::isOpen).map(NetPayment::pot).forEach(paid::remove);
        return paid;
    }

    /** When the last payment of that money had come; the day of the agreement where it needed none. */
    public LocalDate settledOn(Ledger.Pot pot) {
        if (agreedAt == null) {
            throw new IllegalStateException("netting " + id + " is not agreed");
        }
        LocalDate agreed = LocalDate.ofInstant(agreedAt, ZoneOffset.UTC);
        return payments.stream()
                .filter(payment -> payment.pot().equals(pot))
                .map(NetPayment::arrived)
                .map(arrived -> arrived == null ? LocalDate.MAX : arrived.valueDate())
                .reduce(agreed, (one, other) -> one.isAfter(other) ? one : other);
    }

    public static Ledger.Pot pot(Transfer transfer) {
        return new Ledger.Pot(transfer.fund(), transfer.amount().currency());
    }

    /** What a party is owed (above zero) or owes by the transfers, in each money. */
    public Map<Ledger.Pot, Money> balances(Party party) {
        return balances(party, transfers.stream().map(Netting::due).toList());
    }

    /**
     * What no longer fits: the text and its hash, the stored rows and the text, the payments and the transfers, the signatures and the
     * hash, that it binds and who has signed.
     */
    public List<Conflict> faults() {
        List<Conflict> faults = new ArrayList<>();
        String real = CanonicalJson.hash(signed.json());
        if (!real.equals(signed.hash())) {
            faults.add(Conflict.of("netting.falseHash", id, signed.hash(), real));
        }
        if (!json(signBy, payBy, transfers, payments).equals(signed.json())) {
            faults.add(Conflict.of("netting.falseRows", id));
        }
        List<Due> owed = transfers.stream().map(Netting::due).toList();
        List<Due> paid = payments.stream().map(NetPayment::due).toList();
        for (Party party : parties()) {
            if (!balances(party, owed).equals(balances(party, paid))) {
                faults.add(Conflict.of("netting.falsePayments", id, party));
            }
        }
        if (agreedAt != null && !toSign().isEmpty()) {
            faults.add(Conflict.of("netting.falseAgreement", id, toSign()));
        }
        signatures.stream()
                .filter(signature -> !parties().contains(signature.party()))
                .forEach(signature ->
                        faults.add(Conflict.of("netting.falseSignature", id, signature.party(), signature.by())));
        signatures.stream()
                .filter(signature -> !signature.hash().equals(signed.hash()))
                .forEach(signature ->
                        faults.add(Conflict.of("netting.falseSignature", id, signature.party(), signature.by())));
        return faults;
    }

    /** Throws {@link Conflict} for the first of {@link #faults()}. */
    public void requireTrue() {
        for (Conflict fault : faults()) {
            throw fault;
        }
    }

    private static Due due(Transfer transfer) {
        return new Due(transfer.fund(), transfer.debtor(), transfer.creditor(), transfer.amount());
    }

    private static Map<Ledger.Pot, Money> balances(Party party, List<Due> dues) {
        Map<Ledger.Pot, Money> balances = new HashMap<>();
        for (Due due : dues) {
            Ledger.Pot pot = new Ledger.Pot(due.fund(), due.amount().currency());
            if (due.creditor().equals(party)) {
                balances.merge(pot, due.amount(), Money::plus);
            }
            if (due.debtor().equals(party)) {
                balances.merge(pot, due.amount().negated(), Money::plus);
            }
        }
        balances.values().removeIf(Money::isZero);
        return balances;
    }

    private static String json(LocalDate signBy, LocalDate payBy, List<Transfer> transfers, List<NetPayment> payments) {
        return CanonicalJson.write(Map.of(
                "form",
                FORM,
                "signBy",
                signBy.toString(),
                "payBy",
                payBy.toString(),
                "transfers",
                transfers.stream().map(Netting::facts).toList(),
                "payments",
                payments.stream().map(payment -> facts(payment.due())).toList()));
    }

    private static Map<String, Object> facts(Transfer transfer) {
        Map<String, Object> facts = facts(due(transfer));
        facts.put("transfer", transfer.id());
        facts.put("reference", transfer.reference().value());
        return facts;
    }

    private static Map<String, Object> facts(Due due) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("fund", due.fund().name());
        facts.put("debtor", due.debtor().code());
        facts.put("creditor", due.creditor().code());
        facts.put("amount", due.amount());
        return facts;
    }
}
