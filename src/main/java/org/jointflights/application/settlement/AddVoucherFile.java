package org.jointflights.application.settlement;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jointflights.application.file.CheckFile;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.file.FileKind;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.ElectronicInvoice;
import org.jointflights.domain.settlement.VoucherFile;
import org.jointflights.domain.settlement.VoucherMark;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The claimant's finance puts the file of a voucher beside its claim, or takes a wrong one away, until it is certified. */
@Service
@Transactional
public class AddVoucherFile {

    /** So many stand beside one claim. */
    static final int MOST = 5;

    /** So many were ever there, with those that were taken away. */
    static final int MOST_EVER = 20;

    /** What a voucher may be. */
    public static final Set<FileKind> KINDS =
            Set.copyOf(EnumSet.of(FileKind.PDF, FileKind.PNG, FileKind.JPEG, FileKind.XML));

    private final CheckVoucherAccess access;
    private final VoucherFiles files;
    private final FindDoubles doubles;
    private final CheckFile check;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final Clock clock;

    AddVoucherFile(
            CheckVoucherAccess access,
            VoucherFiles files,
            FindDoubles doubles,
            CheckFile check,
            CurrentUser actor,
            WriteTrail trail,
            Clock clock) {
        this.access = access;
        this.files = files;
        this.doubles = doubles;
        this.check = check;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** Asked before the bytes are read: throws what {@link #add} would throw whatever they are. */
    @Transactional(readOnly = true)
    public void requirePossible(OperationReference reference, long claim, String typedName) {
        access.requireWriter(reference, claim);
        AttachedFile.requireName(typedName);
        List<VoucherFile> there = of(reference, claim);
        if (there.stream().filter(VoucherFile::stands).count() >= MOST || there.size() >= MOST_EVER) {
            throw Conflict.of("settlement.voucher.file.many", claim, MOST, MOST_EVER);
        }
    }

    /** The number of the file. Throws {@link BadInput} for what is no file of the kinds that are taken. */
    public long add(OperationReference reference, long claimId, String typedName, byte[] content) {
        requirePossible(reference, claimId, typedName);
        Claim claim = access.requireWriter(reference, claimId);
        AttachedFile file = check.require(typedName, content, KINDS);
        if (of(reference, claimId).stream()
                .anyMatch(one -> one.stands() && one.file().hash().equals(file.hash()))) {
            throw Conflict.of("settlement.voucher.file.there", file.name(), claimId);
        }
        ElectronicInvoice invoice = file.kind() == FileKind.XML ? invoice(file, content) : null;
        long id = files.add(
                new VoucherFile(0, reference, claimId, file, actor.id(), clock.instant(), invoice, null), content);
        doubles.added(claim, VoucherMark.of(file, invoice));
        trail.recordOf(
                reference,
                claim.claimant(),
                TrailEvent.VOUCHER_FILE,
                claimId,
                file.kind().name(),
                file.size(),
                file.hash());
        return id;
    }

    /** Its bytes and its name are gone then; that it was there, and its hash, stay. */
    public void takeAway(OperationReference reference, long id) {
        access.requireReader(reference);
        VoucherFile file = files.of(reference).stream()
                .filter(one -> one.id() == id && one.stands())
                .findFirst()
                .orElseThrow(() -> Unknown.of("settlement.voucher.file.none", reference));
        Claim claim = access.requireWriter(reference, file.claim());
        files.takeAway(file, actor.id(), clock.instant());
        doubles.takenAway(claim, onlyOf(file, of(reference, claim.id())));
        trail.recordOf(
                reference,
                claim.claimant(),
                TrailEvent.VOUCHER_TAKEN_AWAY,
                claim.id(),
                file.file().hash());
    }

    /** What no other file of the claim shows as well. */
    private static Set<VoucherMark> onlyOf(VoucherFile file, List<VoucherFile> left) {
        Set<VoucherMark> marks = new HashSet<>(VoucherMark.of(file.file(), file.invoice()));
        left.stream()
                .filter(one -> one.stands() && one.id() != file.id())
                .forEach(one -> marks.removeAll(VoucherMark.of(one.file(), one.invoice())));
        return marks;
    }

    private List<VoucherFile> of(OperationReference reference, long claim) {
        return files.of(reference).stream()
                .filter(file -> file.claim() == claim)
                .toList();
    }

    private static ElectronicInvoice invoice(AttachedFile file, byte[] content) {
        return InvoiceXml.read(content)
                .orElseThrow(() -> BadInput.of("file", file.name(), "settlement.voucher.file.noInvoice"));
    }
}
