package org.jointflights.application.settlement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.file.FileBytes;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jointflights.application.settlement.VoucherMarks.Shared;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.Worded;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.ElectronicInvoice;
import org.jointflights.domain.settlement.VoucherFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The vouchers of a flight's claims: their files, what an invoice says of itself, and on which other claims they stand. */
@Service
@Transactional(readOnly = true)
public class ReadVouchers {

    private final CheckVoucherAccess access;
    private final Claims claims;
    private final VoucherFiles files;
    private final FindDoubles doubles;
    private final People people;

    ReadVouchers(CheckVoucherAccess access, Claims claims, VoucherFiles files, FindDoubles doubles, People people) {
        this.access = access;
        this.claims = claims;
        this.files = files;
        this.doubles = doubles;
        this.people = people;
    }

    /**
     * A claim and what shows it.
     *
     * @param files in the order in which they were added
     * @param doubles on which other claims its voucher stands, in words
     * @param alike which other claims have a voucher of the same number and day, in words
     * @param mayWrite whether the reader may add and take away files
     */
    public record Shown(
            Claim claim, List<SeenFile> files, List<Sentence> doubles, List<Sentence> alike, boolean mayWrite) {}

    /**
     * A file beside a claim.
     *
     * @param by the name of who added it
     * @param differences where an invoice says something else than the claim
     */
    public record SeenFile(VoucherFile file, Worded by, List<Sentence> differences) {

        /** Whether what it says of itself is what the claim says. */
        public boolean agrees() {
            return file.invoice() != null && differences.isEmpty();
        }
    }

    /** All claims of the flight that count; refused as {@link CheckVoucherAccess} says. */
    public List<Shown> forReader(OperationReference reference) {
        access.requireReader(reference);
        return shown(
                reference, claims.of(reference).stream().filter(Claim::counts).toList(), access.viewer());
    }

    /** Whether {@link #forReader} shows them to whoever is signed in. */
    public boolean areOpen(OperationReference reference) {
        return access.mayRead(reference);
    }

    /** The same of one claim, for a form that a party's finance opens. */
    public Shown forForm(Claim claim, Party reader) {
        return shown(claim.reference(), List.of(claim), Viewer.of(Set.of(Role.FINANCE.groupOf(reader))))
                .get(0);
    }

    /** On which other claims the vouchers of a party stand, in words: its claim, then the other one. */
    public List<Sentence> doublesOf(OperationReference reference, Party party) {
        Viewer viewer = Viewer.of(Set.of(Role.FINANCE.groupOf(party)));
        Set<Long> own = claims.of(reference).stream()
                .filter(claim -> claim.counts() && claim.claimant().equals(party))
                .map(Claim::id)
                .collect(Collectors.toSet());
        return doubles.of(reference).stream()
                .filter(shared -> own.contains(shared.claim()))
                .map(shared -> Sentence.of("settlement.form.doubled", shared.claim(), doubles.said(shared, viewer)))
                .toList();
    }

    /** The bytes of a file that stands; throws {@link Unknown} for every other, and where its time is over. */
    public FileBytes file(OperationReference reference, long id) {
        access.requireReader(reference);
        VoucherFile file = files.of(reference).stream()
                .filter(one -> one.id() == id && one.stands())
                .findFirst()
                .orElseThrow(() -> none(reference));
        return new FileBytes(file.file(), files.content(id).orElseThrow(() -> none(reference)));
    }

    private static Unknown none(OperationReference reference) {
        return Unknown.of("settlement.voucher.file.none", reference);
    }

    private List<Shown> shown(OperationReference reference, List<Claim> counted, Viewer viewer) {
        Map<Long, List<VoucherFile>> byClaim =
                files.of(reference).stream().collect(Collectors.groupingBy(VoucherFile::claim));
        Map<Long, List<Shared>> twice = doubles.of(reference).stream().collect(Collectors.groupingBy(Shared::claim));
        Map<Long, List<Shared>> alike = doubles.alike(reference).stream().collect(Collectors.groupingBy(Shared::claim));
        return counted.stream()
                .map(claim -> new Shown(
                        claim,
                        byClaim.getOrDefault(claim.id(), List.of()).stream()
                                .map(file -> seen(file, claim))
                                .toList(),
                        twice.getOrDefault(claim.id(), List.of()).stream()
                                .map(shared -> doubles.said(shared, viewer))
                                .toList(),
                        alike.getOrDefault(claim.id(), List.of()).stream()
                                .map(shared -> doubles.said(shared, viewer))
                                .toList(),
                        access.mayWrite(claim)))
                .toList();
    }

    private SeenFile seen(VoucherFile file, Claim claim) {
        ElectronicInvoice invoice = file.invoice();
        return new SeenFile(
                file, people.named(file.addedBy()), invoice == null ? List.of() : invoice.differences(claim));
    }
}
