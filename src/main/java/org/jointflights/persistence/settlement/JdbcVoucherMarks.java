package org.jointflights.persistence.settlement;

import java.util.Collection;
import java.util.List;
import org.jointflights.application.settlement.VoucherMarks;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.settlement.VoucherMark;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class JdbcVoucherMarks implements VoucherMarks {

    private static final String PROVES = "m.mark not like 'ALIKE|%'";

    private static final String ALIKE = """
            m.mark like 'ALIKE|%' and not exists (select 1 from voucher_mark p join voucher_mark q on q.mark = p.mark
                where p.claim_id = c.id and q.claim_id = o.id and p.mark not like 'ALIKE|%')
            """;

    private final JdbcClient jdbc;

    JdbcVoucherMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A claim can have a mark from two files, an invoice sent twice for one; it is kept once. */
    @Override
    public void add(long claim, Collection<VoucherMark> marks) {
        for (VoucherMark mark : marks) {
            jdbc.sql("""
                            insert into voucher_mark (claim_id, mark)
                            select c.id, cast(:mark as varchar(700)) from claim c
                            where c.id = :claim and not exists
                                (select 1 from voucher_mark m where m.claim_id = :claim and m.mark = :mark)
                            """).param("claim", claim).param("mark", mark.value()).update();
        }
    }

    @Override
    public void remove(long claim, Collection<VoucherMark> marks) {
        for (VoucherMark mark : marks) {
            jdbc.sql("delete from voucher_mark where claim_id = ? and mark = ?")
                    .params(claim, mark.value())
                    .update();
        }
    }

    @Override
    public List<Shared> shared(OperationReference reference) {
        return shared(reference, PROVES);
    }

    @Override
    public List<Shared> alike(OperationReference reference) {
        return shared(reference, ALIKE);
    }

    private List<Shared> shared(OperationReference reference, String marks) {
        return jdbc.sql("""
                        select distinct c.id, o.id as other, o.reference, o.claimant
                        from claim c
                        join voucher_mark m on m.claim_id = c.id
                        join voucher_mark s on s.mark = m.mark and s.claim_id <> m.claim_id
                        join claim o on o.id = s.claim_id
                        where c.reference = ? and c.withdrawn_for is null and o.withdrawn_for is null and
                        """ + marks + " order by 1, 2")
                .param(reference.value())
                .query((row, number) -> new Shared(
                        row.getLong("id"),
                        row.getLong("other"),
                        new OperationReference(row.getString("reference")),
                        new Party(row.getString("claimant"))))
                .list();
    }

    /** In the order of the marks, so that two claims with several in common wait for one another and not crosswise. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(long claim) {
        List<String> marks = jdbc.sql(
                        "select m.mark from voucher_mark m where m.claim_id = ? and " + PROVES + " order by m.mark")
                .param(claim)
                .query(String.class)
                .list();
        try {
            for (String mark : marks) {
                jdbc.sql("update voucher_mark set held = mark where claim_id = ? and mark = ?")
                        .params(claim, mark)
                        .update();
            }
        } catch (DuplicateKeyException held) {
            throw Conflict.of("settlement.voucher.held", claim);
        }
    }
}
