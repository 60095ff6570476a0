package org.jointflights.application.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jointflights.application.InMemoryPorts;
import org.jointflights.application.settlement.InMemoryClaims;
import org.jointflights.application.settlement.InMemoryVoucherFiles;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.file.FileKind;
import org.jointflights.domain.file.FileScan;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.recovery.FoundError;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.jointflights.domain.sampling.SampleFinding;
import org.jointflights.domain.settlement.Certification;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.domain.settlement.VoucherFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has a say in a recovery; people who work for several may have had one already. */
class RecoveryRightsTest {

    private static final OperationReference FLIGHT = new OperationReference("JRO-2027-0001");
    private static final Party FR = new Party("FR");
    private static final Instant NOW = Instant.parse("2027-06-16T09:00:00Z");

    private final InMemoryPorts ports = new InMemoryPorts();
    private final InMemoryClaims claims = new InMemoryClaims();
    private final InMemoryVoucherFiles files = new InMemoryVoucherFiles(claims);
    private final RecoveryRights rights = new RecoveryRights(claims, files, ports.user);
    private final long claim = claims.add(new Claim(
                    0,
                    FLIGHT,
                    FR,
                    Claim.Kind.COST,
                    null,
                    CostCategory.CHARTER,
                    "charter",
                    Money.euro(100),
                    null,
                    "enterer",
                    NOW,
                    null,
                    null,
                    null))
            .id();

    @BeforeEach
    void the_claim_is_certified() {
        AttachedFile scan = new AttachedFile("a.pdf", FileKind.PDF, 1, "d".repeat(64), FileScan.CLEAN);
        files.add(new VoucherFile(0, FLIGHT, claim, scan, "adder", NOW, null, null), new byte[] {1});
        claims.certified(claim, new Certification(Money.euro(100), false, "", "certifier", NOW));
    }

    private RecoveryOrder order(Transfer... owed) {
        return new RecoveryOrder(
                1,
                new FoundError(1, 1, claim, FLIGHT, FR, Money.euro(5), SampleFinding.Cause.NOT_ELIGIBLE, "finder", NOW),
                "announcer",
                NOW,
                LocalDate.EPOCH,
                new RecoveryOrder.Answer(true, "FR/1", "answerer", NOW),
                null,
                List.of(owed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "finder",
                "announcer",
                "answerer",
                "enterer",
                "adder",
                "certifier",
                "another/answerer",
                "adder/another"
            })
    void whoever_had_a_hand_in_it_does_not_decide(String person) {
        ports.user.is(person, "executive");
        assertThatThrownBy(() -> rights.requireFree(order())).isInstanceOf(NotYours.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"finder", "enterer", "adder", "certifier"})
    void nor_announce(String person) {
        ports.user.is(person, "FXfinance");
        assertThatThrownBy(() -> rights.requireFreeOfClaim(order())).isInstanceOf(NotYours.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FRfinance", "FRcoordinator", "FRlegal"})
    void nor_does_whoever_belongs_to_the_claimant_decide(String group) {
        ports.user.is("another", "executive", group);
        assertThatThrownBy(() -> rights.requireFree(order()))
                .isInstanceOf(NotYours.class)
                .hasMessageContaining("You are of FR");
    }

    @Test
    void a_file_of_another_claim_and_a_group_of_another_state_bind_nobody() {
        long other = claims.add(claims.get(claim)).id();
        AttachedFile scan = new AttachedFile("b.pdf", FileKind.PDF, 1, "e".repeat(64), FileScan.CLEAN);
        files.add(new VoucherFile(0, FLIGHT, other, scan, "another", NOW, null, null), new byte[] {1});
        ports.user.is("another", "executive", "GBlegal");
        assertThatCode(() -> rights.requireFree(order())).doesNotThrowAnyException();
    }

    @Test
    void somebody_else_does_both() {
        ports.user.is("another", "executive");
        assertThatCode(() -> rights.requireFree(order())).doesNotThrowAnyException();
        assertThatCode(rights::requireDecider).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "FXfinance, true, false, false, true, true",
        "executive, false, true, false, false, true",
        "FRfinance, false, false, true, false, true",
        "GBfinance, false, false, false, false, false",
        "auditor, false, false, false, false, true",
        "manager, false, false, false, false, true",
        "FXcoordinator, false, false, false, false, false",
        "camunda-admin, false, false, false, false, false"
    })
    void each_role_has_its_say_and_no_other(
            String group, boolean opens, boolean decides, boolean answers, boolean collects, boolean reads) {
        ports.user.is("somebody", group);
        assertThat(rights.mayOpen()).isEqualTo(opens);
        assertThat(rights.mayDecide()).isEqualTo(decides);
        assertThat(rights.mayAnswer(order())).isEqualTo(answers);
        assertThat(rights.mayCollect(new Party("EU"))).as("for the Commission").isEqualTo(collects);
        assertThat(rights.mayCollect(Party.FRONTEX)).isEqualTo(collects);
        assertThat(rights.reads(order())).isEqualTo(reads);
    }

    @Test
    void an_order_is_open_to_whoever_gets_something_back() {
        ports.user.is("somebody", "GBfinance");
        Transfer owed = new Transfer(1, FLIGHT, Fund.NATIONAL, FR, new Party("GB"), Money.euro(5), null);
        assertThat(rights.reads(order(owed))).isTrue();
        assertThat(rights.mayCollect(new Party("GB"))).isTrue();
        assertThat(rights.mayCollect(FR)).isFalse();
    }
}
