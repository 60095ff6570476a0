package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.settlement.SettlementServices.FR;
import static org.jointflights.application.settlement.SettlementServices.FX;
import static org.jointflights.application.settlement.SettlementServices.GB;
import static org.jointflights.application.settlement.SettlementServices.REFERENCE;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.settlement.Arbitration;
import org.jointflights.domain.settlement.Arbitration.Decision;
import org.jointflights.domain.settlement.Statement;
import org.junit.jupiter.api.Test;

class DecideDisputeTest {

    private final SettlementServices services = new SettlementServices();
    private final DecideDispute disputes = services.disputes;
    private final SignStatements sign = services.sign;

    @Test
    void the_second_objection_of_the_same_party_asks_for_an_arbiter() {
        objects();
        assertThat(sign.needsArbiter(REFERENCE)).isFalse();
        services.ports.user.is("gbfinance3", "GBfinance");
        services.objections.uphold(REFERENCE, "It is right.");
        objectsAgain();

        assertThat(sign.needsArbiter(REFERENCE)).isTrue();
        assertThat(disputes.objectors(REFERENCE)).containsExactly(FR);
    }

    @Test
    void what_the_arbiter_upholds_binds_whoever_objected_and_is_signed_without_the_reasons() {
        objects();
        services.ports.user.is("executive1", "executive");

        disputes.uphold(REFERENCE, "As agreed.");

        Statement statement = sign.current(REFERENCE);
        Arbitration decided = Objects.requireNonNull(statement.arbitration());
        assertThat(sign.toSign(REFERENCE)).containsExactly(FX, GB);
        assertThat(decided.signed().json())
                .contains(statement.signed().hash(), "executive1", "STANDS")
                .doesNotContain("As agreed");
        assertThat(statement.answers()).extracting(Statement.Answer::reply).containsExactly("As agreed.");
        assertThat(services.ports.trail.last().event()).isEqualTo(TrailEvent.ACCOUNTS_ARBITRATED);
        refusal(Conflict.class, "settlement.objection.none", () -> disputes.uphold(REFERENCE, "Again."));
    }

    @Test
    void nobody_but_an_executive_who_is_free_of_the_flight_decides() {
        objects();

        services.ports.user.is("manager1", "manager");
        refusal(NotYours.class, "settlement.arbiter.only", () -> disputes.uphold(REFERENCE, "Why."));
        services.ports.user.is("both", "executive", "FRcoordinator");
        refusal(NotYours.class, "settlement.arbiter.party", () -> disputes.uphold(REFERENCE, "Why."));
        services.ports.user.is("both", "executive", "GBlegal");
        refusal(NotYours.class, "settlement.arbiter.party", () -> disputes.uphold(REFERENCE, "Why."));
        services.ports.user.is("gbfinance1", "executive");
        refusal(NotYours.class, "settlement.sign.prepared", () -> disputes.uphold(REFERENCE, "Why."));
        assertThat(sign.current(REFERENCE).arbitration()).isNull();
    }

    @Test
    void whoever_answered_an_objection_or_decided_about_the_flight_is_no_arbiter() {
        services.ports.user.is("executive1", "executive");
        services.ports.writeTrail.record(REFERENCE, TrailEvent.KEY_FIXED, "Why.");
        services.ports.user.is("executive2", "executive");
        services.ports.writeTrail.record(REFERENCE, TrailEvent.ACCOUNTS_ARBITRATED, "Why.");
        objects();

        services.ports.user.is("executive1", "executive");
        refusal(NotYours.class, "settlement.arbiter.prepared", () -> disputes.uphold(REFERENCE, "Why."));
        services.ports.user.is("executive2", "executive");
        disputes.uphold(REFERENCE, "Why.");
        assertThat(sign.current(REFERENCE).arbitration()).isNotNull();
    }

    @Test
    void a_decision_that_is_not_what_was_signed_is_a_fault_of_the_accounts() {
        objects();
        services.ports.user.is("executive1", "executive");
        disputes.uphold(REFERENCE, "As agreed.");
        Statement statement = sign.current(REFERENCE);
        Arbitration decided = Objects.requireNonNull(statement.arbitration());
        sign.requireTrue(REFERENCE);

        services.statements.tamper(
                REFERENCE,
                statement.version(),
                new Arbitration(
                        Decision.CORRECT,
                        null,
                        new TreeSet<>(Set.of(FR)),
                        decided.by(),
                        decided.at(),
                        decided.signed()));

        refusal(Conflict.class, "settlement.arbitration.false", () -> sign.requireTrue(REFERENCE));
    }

    private void objects() {
        services.computeFirstVersion();
        objectsAgain();
    }

    private void objectsAgain() {
        services.as("frfinance2");
        sign.object(REFERENCE, FR, "Too much.");
    }
}
