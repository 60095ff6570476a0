package org.jointflights.domain.settlement;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.FinalAccounts.Draft;

/** All postings of a flight in the order in which they were made. */
public final class Ledger {

    private final List<Posting> postings;

    public Ledger(List<Posting> postings) {
        this.postings = List.copyOf(postings);
    }

    /** Whose money, in which currency: what is never netted with anything else. */
    public record Pot(Fund fund, Currency currency) {}

    public List<Posting> postings() {
        return postings;
    }

    /** The postings that stand: neither reversed nor reversals. */
    public List<Posting> standing() {
        Set<Integer> reversed = new HashSet<>();
        postings.forEach(posting -> {
            if (posting.reverses() != null) {
                reversed.add(posting.reverses());
            }
        });
        return postings.stream()
                .filter(posting -> posting.reverses() == null && !reversed.contains(posting.number()))
                .toList();
    }

    /**
     * What must be posted so that the claims stand as drafted: claims that come out as before are left alone; the others
     * are reversed, posting by posting, by the exact opposite, and posted anew.
     */
    public List<Posting> toBecome(List<Draft> drafts, int statement) {
        Map<Long, List<Draft>> wanted = new TreeMap<>();
        drafts.forEach(draft -> wanted.computeIfAbsent(draft.claim(), claim -> new ArrayList<>())
                .add(draft));
        Map<Long, List<Posting>> posted = new TreeMap<>();
        for (Posting posting : standing()) {
            Long claim = posting.claim();
            if (claim != null) {
                posted.computeIfAbsent(claim, unseen -> new ArrayList<>()).add(posting);
            }
        }
        List<Posting> entries = new ArrayList<>();
        int number = postings.size();
        for (Map.Entry<Long, List<Posting>> claim : posted.entrySet()) {
            if (isAsDrafted(claim.getValue(), wanted.getOrDefault(claim.getKey(), List.of()))) {
                wanted.remove(claim.getKey());
            } else {
                for (Posting wrong : claim.getValue()) {
                    number++;
                    entries.add(reversal(wrong, number, statement));
                }
            }
        }
        for (List<Draft> claim : wanted.values()) {
            for (Draft draft : claim) {
                number++;
                entries.add(entry(draft, number, statement));
            }
        }
        return entries;
    }

    /**
     * What must be posted where the final shares differ by a cent from those that were signed. Throws
     * {@link IllegalStateException} unless the shares that stand are exactly the signed ones, and the final shares of
     * every claim add up to the same as these.
     */
    public List<Posting> toPost(List<FinalShare> shares, int statement) {
        Map<String, Money> signed = new TreeMap<>();
        shares.forEach(share -> signed.put(share.claim() + " " + share.party(), share.signed()));
        Map<String, Money> standing = new TreeMap<>();
        standing().stream()
                .filter(posting -> posting.kind() == Posting.Kind.SHARE)
                .forEach(posting -> standing.merge(
                        posting.claim() + " " + posting.party(),
                        posting.amount().negated(),
                        Money::plus));
        if (!standing.equals(signed)) {
            throw new IllegalStateException("signed were " + standing + ", now the shares are " + signed);
        }
        List<Draft> corrections = shares.stream()
                .filter(share -> !share.difference().isZero())
                .map(FinalShare::correction)
                .toList();
        FinalAccounts.requireZero(corrections);
        List<Posting> entries = new ArrayList<>();
        for (Draft correction : corrections) {
            entries.add(entry(correction, postings.size() + entries.size() + 1, statement));
        }
        return entries;
    }

    /** What a recovery order posts, after all that is there. Throws {@link IllegalStateException} unless it adds up to zero. */
    public List<Posting> toCorrect(List<Draft> corrections, int statement) {
        FinalAccounts.requireZero(corrections);
        List<Posting> entries = new ArrayList<>();
        for (Draft correction : corrections) {
            entries.add(entry(correction, postings.size() + entries.size() + 1, statement));
        }
        return entries;
    }

    /** What each party bears of each claim as all had signed it, by claim and party; recoveries are posted beside it. */
    public List<PostedShare> shares() {
        Map<Long, Money> shared = new TreeMap<>();
        Map<Long, SortedMap<Party, List<Posting>>> shares = new TreeMap<>();
        for (Posting posting : standing()) {
            Long claim = posting.claim();
            boolean signed = posting.kind() != Posting.Kind.RECOVERY;
            if (claim == null || !signed || posting.fund() != Fund.NATIONAL) {
                continue;
            }
            if (posting.kind() == Posting.Kind.SHARE) {
                shares.computeIfAbsent(claim, unseen -> new TreeMap<>())
                        .computeIfAbsent(posting.party(), unseen -> new ArrayList<>())
                        .add(posting);
            } else {
                shared.merge(claim, posting.amount(), Money::plus);
            }
        }
        List<PostedShare> all = new ArrayList<>();
        shares.forEach((claim, ofClaim) -> ofClaim.forEach((party, postings) -> {
            Money nothing = Money.zero(postings.get(0).amount().currency());
            all.add(new PostedShare(claim, party, shared.getOrDefault(claim, nothing), postings));
        }));
        return all;
    }

    /** What every party is owed (above zero) or owes, pot by pot; parties that are even are left out. */
    public Map<Pot, SortedMap<Party, Money>> balances() {
        Map<Pot, SortedMap<Party, Money>> balances = new LinkedHashMap<>();
        for (Posting posting : postings) {
            Currency currency = posting.amount().currency();
            balances.computeIfAbsent(new Pot(posting.fund(), currency), pot -> new TreeMap<>())
                    .merge(posting.party(), posting.amount(), Money::plus);
        }
        balances.values().forEach(pot -> pot.values().removeIf(Money::isZero));
        balances.values().removeIf(Map::isEmpty);
        return balances;
    }

    /** Whether nobody owes anybody anything. */
    public boolean isEven() {
        return balances().isEmpty();
    }

    /** Throws {@link IllegalStateException} unless the postings of every pot add up to zero. */
    public void requireZero() {
        sums().forEach((pot, sum) -> {
            throw new IllegalStateException("the postings of " + pot + " add up to " + sum);
        });
    }

    /** What the postings of a pot add up to, if that is not zero as it has to be. */
    public Map<Pot, Money> sums() {
        Map<Pot, Money> sums = new LinkedHashMap<>();
        balances()
                .forEach((pot, balances) ->
                        sums.put(pot, balances.values().stream().reduce(Money.zero(pot.currency()), Money::plus)));
        sums.values().removeIf(Money::isZero);
        return sums;
    }

    /** Figures decide, not the words that explain them: those are as the version of the day put them. */
    private static boolean isAsDrafted(List<Posting> posted, List<Draft> drafts) {
        List<Draft> unnumbered = posted.stream()
                .map(posting -> new Draft(
                        Objects.requireNonNull(posting.claim()),
                        posting.fund(),
                        posting.kind(),
                        posting.party(),
                        posting.amount(),
                        posting.exact(),
                        posting.weights(),
                        posting.reason()))
                .toList();
        return unnumbered.stream()
                .map(Ledger::unexplained)
                .toList()
                .equals(drafts.stream().map(Ledger::unexplained).toList());
    }

    private static Draft unexplained(Draft draft) {
        return new Draft(
                draft.claim(),
                draft.fund(),
                draft.kind(),
                draft.party(),
                draft.amount(),
                draft.exact(),
                draft.weights(),
                Sentence.of("common.said", ""));
    }

    private static Posting entry(Draft draft, int number, int statement) {
        return new Posting(
                number,
                statement,
                draft.claim(),
                null,
                draft.fund(),
                draft.kind(),
                draft.party(),
                draft.amount(),
                draft.exact(),
                draft.weights(),
                draft.reason(),
                null);
    }

    private static Posting reversal(Posting wrong, int number, int statement) {
        return new Posting(
                number,
                statement,
                wrong.claim(),
                wrong.transfer(),
                wrong.fund(),
                wrong.kind(),
                wrong.party(),
                wrong.amount().negated(),
                wrong.exact(),
                wrong.weights(),
                wrong.reason(),
                wrong.number());
    }
}
