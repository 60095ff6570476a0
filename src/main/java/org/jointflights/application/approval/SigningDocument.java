package org.jointflights.application.approval;

import java.util.List;
import java.util.Map;
import org.jointflights.domain.Party;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reads before signing, ready to be shown: texts, and the rows of tables.
 *
 * @param version what is signed; nothing while nothing is frozen
 * @param ceilings up to how much each state's decision pays
 */
public record SigningDocument(
        String route,
        Money total,
        String carrier,
        String crew,
        String emptySeats,
        @Nullable PlanVersion version,
        List<SeatRow> seats,
        List<CostRow> costs,
        List<ShareRow> shares,
        List<DecisionRow> decisions,
        Map<Party, Money> ceilings,
        List<SignatureRow> signatures) {

    /** The one row of the decisions that is this state's. */
    public List<DecisionRow> decisionOf(Party state) {
        return decisions.stream()
                .filter(row -> row.state().startsWith(state.code() + " "))
                .toList();
    }

    /** One state's seats. */
    public record SeatRow(String party, int returnees, String staff, int total, String boards) {}

    /** One cost item. */
    public record CostRow(String item, String amount, String payer, String sharers, String key) {}

    /** One party's share of one item, with its reason. */
    public record ShareRow(String party, String item, String amount, String reason) {}

    /** One state's financial decision. */
    public record DecisionRow(
            String state, String fund, String rate, String claim, String ceiling, String basis, String signed) {}

    /** One answer to a version; what was made void says so. */
    public record SignatureRow(int version, String role, String party, String person, String at, String answer) {}
}
