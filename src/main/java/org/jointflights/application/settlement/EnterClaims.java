package org.jointflights.application.settlement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Voucher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a party says it really paid. */
@Service
@Transactional
public class EnterClaims {

    private static final long MOST_UNITS = 1_000_000_000;
    private static final int EARLIEST_DAYS = 730;
    private static final int MOST_CLAIMS = 500;

    private final Claims claims;
    private final Statements statements;
    private final ReadAgreedCosts agreed;
    private final Flights flights;
    private final FindDoubles doubles;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final Clock clock;

    EnterClaims(
            Claims claims,
            Statements statements,
            ReadAgreedCosts agreed,
            Flights flights,
            FindDoubles doubles,
            CurrentUser actor,
            WriteTrail trail,
            Clock clock) {
        this.claims = claims;
        this.statements = statements;
        this.agreed = agreed;
        this.flights = flights;
        this.doubles = doubles;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** The planned items that a party may claim: those that it was to pay, or that are its own. */
    @Transactional(readOnly = true)
    public List<CostItem> plannedFor(OperationReference reference, Party party) {
        return agreed.items(reference).stream()
                .filter(item -> item.payer().equals(party)
                        || (item.isDirect() && item.sharers().contains(party)))
                .toList();
    }

    /**
     * Throws {@link BadInput} for what cannot be claimed, and {@link org.jointflights.domain.Conflict} for an aircraft that is given in flying
     * hours; nothing is stored then. A voucher that stands on a claim of another
     * flight is no reason to refuse it, since either may be the wrong one: it is said, and neither is certified while both count.
     */
    public Claim enter(OperationReference reference, Party party, NewClaim entered) {
        List<Claim> earlier = claims.of(reference);
        if (earlier.size() >= MOST_CLAIMS) {
            throw BadInput.of("amount", entered.amount().decimal(), "settlement.claims.tooMany", MOST_CLAIMS);
        }
        requireAmount(entered);
        Optional<CostItem> planned = planned(reference, party, entered);
        CostCategory category = planned.map(CostItem::category).orElseGet(() -> categoryOf(entered));
        requireVoucher(reference, party, entered, earlier);
        doubles.requireNotExchanged(reference, category);
        Claim claim = claims.add(new Claim(
                0,
                reference,
                party,
                Claim.Kind.COST,
                entered.budgetLine(),
                category,
                entered.description(),
                entered.amount(),
                entered.voucher(),
                actor.id(),
                clock.instant(),
                null,
                null,
                null));
        doubles.entered(claim);
        trail.recordOf(
                reference,
                party,
                TrailEvent.ACCOUNTS_CLAIMED,
                party,
                entered.amount(),
                entered.description(),
                claim.id());
        return claim;
    }

    /** The party has no further cost to claim. */
    public void complete(OperationReference reference, Party party) {
        statements.claimsComplete(reference, party);
        long entered = of(reference, party).size();
        trail.recordOf(reference, party, TrailEvent.ACCOUNTS_CLAIMS_COMPLETE, party, entered);
    }

    /** What the party claims as things stand. */
    @Transactional(readOnly = true)
    public List<Claim> of(OperationReference reference, Party party) {
        return claims.of(reference).stream()
                .filter(claim -> claim.counts() && claim.claimant().equals(party))
                .toList();
    }

    /** The claims of the party that were withdrawn, with the organiser's answer why. */
    @Transactional(readOnly = true)
    public List<Claim> withdrawn(OperationReference reference, Party party) {
        return claims.of(reference).stream()
                .filter(claim -> !claim.counts() && claim.claimant().equals(party))
                .toList();
    }

    private static void requireAmount(NewClaim entered) {
        if (entered.amount().minor() <= 0) {
            throw BadInput.of("amount", entered.amount().decimal().toPlainString(), "settlement.amount.positive");
        }
        if (entered.amount().decimal().longValue() >= MOST_UNITS) {
            throw BadInput.of(
                    "amount", entered.amount().decimal().toPlainString(), "settlement.amount.most", MOST_UNITS);
        }
    }

    private Optional<CostItem> planned(OperationReference reference, Party party, NewClaim entered) {
        Integer line = entered.budgetLine();
        if (line == null) {
            return Optional.empty();
        }
        List<CostItem> own = plannedFor(reference, party);
        return Optional.of(own.stream()
                .filter(item -> item.id() == line)
                .findFirst()
                .orElseThrow(() -> BadInput.of(
                        "item",
                        line,
                        "settlement.item.notYours",
                        party,
                        own.stream().map(CostItem::label).collect(Collectors.joining(", ")))));
    }

    private static CostCategory categoryOf(NewClaim entered) {
        CostCategory category = entered.category();
        if (category == null) {
            throw BadInput.of("category", "", "settlement.category.missing");
        }
        return category;
    }

    private void requireVoucher(OperationReference reference, Party party, NewClaim entered, List<Claim> earlier) {
        Voucher voucher = entered.voucher();
        if (voucher == null) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        LocalDate first = flights.get(reference).departure().toLocalDate().minusDays(EARLIEST_DAYS);
        if (voucher.date().isAfter(today)) {
            throw BadInput.of("voucherDate", voucher.date(), "settlement.date.future", today);
        }
        if (voucher.date().isBefore(first)) {
            throw BadInput.of("voucherDate", voucher.date(), "settlement.date.early", first);
        }
        earlier.stream()
                .filter(claim -> claim.counts() && claim.claimant().equals(party))
                .filter(claim -> isSame(claim.voucher(), voucher))
                .findFirst()
                .ifPresent(claim -> {
                    throw BadInput.of("voucherNumber", voucher.number(), "settlement.voucher.twice", claim.id());
                });
    }

    private static boolean isSame(@Nullable Voucher one, Voucher other) {
        return one != null
                && one.number().equalsIgnoreCase(other.number())
                && one.date().equals(other.date());
    }
}
