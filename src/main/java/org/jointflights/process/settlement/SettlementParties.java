package org.jointflights.process.settlement;

import java.util.List;
import org.jointflights.application.settlement.CertifyClaims;
import org.jointflights.application.settlement.SignStatements;
import org.jointflights.application.settlement.Statements;
import org.jointflights.application.settlement.Transfers;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.process.engine.ModelBean;
import org.springframework.stereotype.Component;

/** For the model: who enters, certifies, signs and confirms. */
@Component
public class SettlementParties implements ModelBean {

    private final Statements statements;
    private final CertifyClaims certifying;
    private final SignStatements signatures;
    private final Transfers transfers;

    SettlementParties(Statements statements, CertifyClaims certifying, SignStatements signatures, Transfers transfers) {
        this.statements = statements;
        this.certifying = certifying;
        this.signatures = signatures;
        this.transfers = transfers;
    }

    public List<String> partiesToClaim(String reference) {
        return codes(statements.askedToClaim(new OperationReference(reference)));
    }

    public List<Long> claimsToCertify(String reference) {
        return certifying.open(new OperationReference(reference)).stream()
                .map(Claim::id)
                .toList();
    }

    public List<String> partiesToSign(String reference) {
        return codes(signatures.toSign(new OperationReference(reference)));
    }

    public List<Long> transfersToConfirm(String reference) {
        return transfers.open(new OperationReference(reference)).stream()
                .map(Transfer::id)
                .toList();
    }

    /** Whose finance confirms that the money of a transfer has arrived. */
    public String creditorOf(Long transfer) {
        return transfers.get(transfer).creditor().code();
    }

    private static List<String> codes(List<Party> parties) {
        return parties.stream().map(Party::code).toList();
    }
}
