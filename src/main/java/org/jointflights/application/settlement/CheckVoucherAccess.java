package org.jointflights.application.settlement;

import java.util.List;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.settlement.Claim;
import org.springframework.stereotype.Component;

/**
 * Who opens the files of vouchers, on the page and by address alike: of those to whom the accounts are open the finance of each
 * party, which signs them, managers, auditors, and the executive, who decides a dispute. A voucher may hold the account of a
 * carrier and the name of somebody who works there: nobody else needs it.
 */
@Component
class CheckVoucherAccess {

    private static final List<Role> READERS_OF_NO_PARTY = List.of(Role.MANAGER, Role.AUDITOR, Role.EXECUTIVE);

    private final CheckFlightAccess access;
    private final ReadAccounts accounts;
    private final Claims claims;
    private final CurrentUser user;

    CheckVoucherAccess(CheckFlightAccess access, ReadAccounts accounts, Claims claims, CurrentUser user) {
        this.access = access;
        this.accounts = accounts;
        this.claims = claims;
        this.user = user;
    }

    /** Throws {@link Unknown} for no flight and {@link NotYours} for whoever may not open its vouchers. */
    void requireReader(OperationReference reference) {
        access.require(reference);
        if (!mayRead(reference)) {
            throw NotYours.of("settlement.vouchers.notYours", reference);
        }
    }

    /** Whether the files of its vouchers are open to whoever is signed in. */
    boolean mayRead(OperationReference reference) {
        Viewer viewer = access.viewer();
        boolean finance = viewer.parties().stream().map(Role.FINANCE::groupOf).anyMatch(user::isIn);
        boolean other = READERS_OF_NO_PARTY.stream().map(Role::group).anyMatch(user::isIn);
        return (finance || other) && accounts.areOpen(reference);
    }

    Viewer viewer() {
        return access.viewer();
    }

    /** Whether whoever is signed in may add and take away files of the claim now. */
    boolean mayWrite(Claim claim) {
        return isOpen(claim) && claim.voucher() != null && user.isIn(Role.FINANCE.groupOf(claim.claimant()));
    }

    /**
     * The claim, if whoever is signed in may add or take away its files now. Throws {@link NotYours} for everybody but the
     * claimant's finance, and {@link Conflict} once it is certified or withdrawn, or where it names no voucher.
     */
    Claim requireWriter(OperationReference reference, long id) {
        requireReader(reference);
        Claim claim = claims.of(reference).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> Unknown.of("settlement.claim.unknown", id));
        if (!user.isIn(Role.FINANCE.groupOf(claim.claimant()))) {
            throw NotYours.of("settlement.voucher.file.claimant", id, claim.claimant());
        }
        if (!isOpen(claim)) {
            throw Conflict.of("settlement.voucher.file.closed", id);
        }
        if (claim.voucher() == null) {
            throw Conflict.of("settlement.voucher.file.noVoucher", id);
        }
        return claim;
    }

    private static boolean isOpen(Claim claim) {
        return claim.counts() && claim.certification() == null;
    }
}
