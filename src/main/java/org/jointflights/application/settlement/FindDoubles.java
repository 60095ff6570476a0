package org.jointflights.application.settlement;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.settlement.VoucherMarks.Shared;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.flight.Participation;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.VoucherMark;
import org.springframework.stereotype.Component;

/**
 * Nothing is paid twice. One voucher pays for one claim. That it stands on two is said when the second is entered or its file added, and no claim is
 * certified while another one with the same voucher counts. Of two that are certified at the same moment the database lets one
 * through.
 */
@Component
class FindDoubles {

    private final VoucherMarks marks;
    private final Flights flights;
    private final Participations participations;
    private final WriteNotices notices;
    private final CertificationWorkflow workflow;
    private final ExchangedAircraft exchanged;

    FindDoubles(
            VoucherMarks marks,
            Flights flights,
            Participations participations,
            WriteNotices notices,
            CertificationWorkflow workflow,
            ExchangedAircraft exchanged) {
        this.marks = marks;
        this.flights = flights;
        this.participations = participations;
        this.notices = notices;
        this.workflow = workflow;
        this.exchanged = exchanged;
    }

    /** Throws {@link Conflict} for the aircraft of a flight on which it is given in flying hours. */
    void requireNotExchanged(OperationReference reference, CostCategory category) {
        if (category == CostCategory.CHARTER && exchanged.standsOn(reference)) {
            throw Conflict.of("settlement.claim.exchanged", reference);
        }
    }

    /** A claim was entered: if its voucher is on another one, its finance is told, which can still put it right. */
    void entered(Claim claim) {
        marks.add(claim.id(), VoucherMark.of(claim));
        marks.add(claim.id(), VoucherMark.alike(claim));
        show(marks.alike(claim.reference()).stream()
                .filter(alike -> alike.claim() == claim.id())
                .toList());
        String group = Role.FINANCE.groupOf(claim.claimant());
        List<Shared> found = of(claim);
        show(found);
        found.forEach(shared -> notices.send(
                claim.reference(),
                group,
                "voucher-twice-" + claim.id() + "-" + shared.other(),
                "notice.voucherTwice",
                claim.reference(),
                claim.id(),
                said(shared, Viewer.of(Set.of(group)))));
    }

    /** A claim no longer counts, since its voucher stands on another one: its finance is told. */
    void leftOut(Claim claim, List<Shared> others) {
        show(others);
        notices.send(
                claim.reference(),
                Role.FINANCE.groupOf(claim.claimant()),
                "left-out-" + claim.id(),
                "notice.claimLeftOut",
                claim.reference(),
                claim.id());
    }

    /** A file was added: whoever looks at this claim, or at another one with the same voucher, sees it. */
    void added(Claim claim, Collection<VoucherMark> found) {
        marks.add(claim.id(), found);
        show(of(claim));
        workflow.vouchersChanged(claim.reference());
    }

    void takenAway(Claim claim, Collection<VoucherMark> found) {
        List<Shared> others = of(claim);
        marks.remove(claim.id(), found);
        show(others);
        workflow.vouchersChanged(claim.reference());
    }

    private void show(List<Shared> others) {
        others.stream().map(Shared::otherFlight).distinct().forEach(workflow::vouchersChanged);
    }

    /** The other claims that show the same payment. */
    List<Shared> of(Claim claim) {
        return marks.shared(claim.reference()).stream()
                .filter(shared -> shared.claim() == claim.id())
                .toList();
    }

    List<Shared> of(OperationReference reference) {
        return marks.shared(reference);
    }

    /** Other claims with a voucher of the same number and day: another payment in most cases, and the same one in some. */
    List<Shared> alike(OperationReference reference) {
        return marks.alike(reference);
    }

    /** Throws {@link Conflict} while the voucher of the claim stands on another one as well. */
    void requireSingle(Claim claim) {
        of(claim).stream().findFirst().ifPresent(shared -> {
            throw Conflict.of("settlement.voucher.doubled", claim.id(), shared.other(), shared.otherFlight());
        });
    }

    /** The claim is certified; throws {@link Conflict} if another with the same voucher was at the same moment. */
    void hold(Claim claim) {
        marks.hold(claim.id());
    }

    /** In words, naming the other flight only to those who may look at it. */
    Sentence said(Shared shared, Viewer reader) {
        OperationReference other = shared.otherFlight();
        return reader.sees(concerned(other))
                ? Sentence.of("settlement.voucher.also", shared.other(), other)
                : Sentence.of("settlement.voucher.alsoElsewhere");
    }

    private Set<Party> concerned(OperationReference reference) {
        Set<Party> concerned = new TreeSet<>();
        concerned.add(flights.get(reference).organiser());
        participations.of(reference).stream().map(Participation::party).forEach(concerned::add);
        return concerned;
    }
}
