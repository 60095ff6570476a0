package org.jointflights.application.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.VoucherFile;

/** Files of vouchers without a database. */
public final class InMemoryVoucherFiles implements VoucherFiles {

    private final Claims claims;
    private final List<VoucherFile> files = new ArrayList<>();
    private final Map<Long, byte[]> contents = new HashMap<>();

    public InMemoryVoucherFiles(Claims claims) {
        this.claims = claims;
    }

    @Override
    public long add(VoucherFile file, byte[] content) {
        requireOpen(file.claim());
        long id = 1L + files.size();
        files.add(file.numbered(id));
        contents.put(id, content.clone());
        return id;
    }

    @Override
    public List<VoucherFile> of(OperationReference reference) {
        return files.stream().filter(file -> file.reference().equals(reference)).toList();
    }

    @Override
    public Optional<byte[]> content(long id) {
        return Optional.ofNullable(contents.get(id));
    }

    @Override
    public void takeAway(VoucherFile file, String person, Instant at) {
        requireOpen(file.claim());
        contents.remove(file.id());
        AttachedFile left = new AttachedFile(
                "",
                file.file().kind(),
                file.file().size(),
                file.file().hash(),
                file.file().scan());
        files.replaceAll(one -> one.id() == file.id()
                ? new VoucherFile(one.id(), one.reference(), one.claim(), left, one.addedBy(), one.addedAt(), null, at)
                : one);
    }

    /** Without a trail: of every flight. */
    @Override
    public List<OperationReference> ofAccountsClosedBefore(Instant then) {
        return files.stream()
                .filter(file -> contents.containsKey(file.id()))
                .map(VoucherFile::reference)
                .distinct()
                .toList();
    }

    @Override
    public int erase(OperationReference reference) {
        int before = contents.size();
        of(reference).forEach(file -> contents.remove(file.id()));
        return before - contents.size();
    }

    private void requireOpen(long id) {
        Claim claim = claims.get(id);
        if (!claim.counts() || claim.certification() != null) {
            throw Conflict.of("settlement.voucher.file.closed", id);
        }
    }
}
