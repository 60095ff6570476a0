package org.jointflights.domain.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.domain.approval.Plan.FR;
import static org.jointflights.domain.approval.Plan.GB;
import static org.jointflights.domain.approval.SigningRole.DECISION_FOR_FRONTEX;
import static org.jointflights.domain.approval.SigningRole.DECISION_FOR_STATE;
import static org.jointflights.domain.approval.SigningRole.FINANCE;
import static org.jointflights.domain.approval.SigningRole.GO;
import static org.jointflights.domain.approval.SigningRole.LEGAL;
import static org.jointflights.domain.approval.SigningRole.RIGHTS_OPINION;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointflights.domain.Party;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private static final Instant FROZEN = Instant.parse("2027-03-01T09:00:00Z");
    private static final Instant SIGNED = FROZEN.plus(Duration.ofHours(1));
    private static final Instant COMMITTED = FROZEN.plus(Duration.ofHours(2));
    private static final String HASH = Plan.of().hash();

    @Test
    void what_everybody_signed_and_nobody_touched_has_no_fault() {
        Verification found = Verification.of(List.of(committed()), all());

        assertThat(found.faults()).isEmpty();
        assertThat(found.firstFault()).isEmpty();
        assertThat(found.versions()).isEqualTo(1);
        assertThat(found.signatures()).isEqualTo(10);
    }

    @Test
    void a_content_without_its_hash_is_named() {
        StoredVersion changed = stored(1, Plan.of().canonical().replace("Nigeria", "Nigerja"), COMMITTED, null);

        assertThat(sentences(Verification.of(List.of(changed), all())))
                .singleElement()
                .asString()
                .startsWith("The content of version 1 of flight JRO-2027-0001 is not what was signed");
    }

    @Test
    void a_signature_with_another_hash_is_named_and_missed() {
        List<Signature> given = all();
        given.set(9, signature("0".repeat(64), GO, null, "executive1", SIGNED));

        assertThat(sentences(Verification.of(List.of(committed()), given)))
                .singleElement()
                .asString()
                .startsWith("The signature of executive1 on version 1 of flight JRO-2027-0001 was given on another");
    }

    @Test
    void a_signature_before_the_version_was_frozen_or_after_it_was_closed_is_named() {
        for (Instant at : List.of(FROZEN.minusMillis(1), COMMITTED.plusMillis(1))) {
            List<Signature> given = all();
            given.set(9, signature(HASH, GO, null, "executive1", at));
            assertThat(sentences(Verification.of(List.of(committed()), given)))
                    .containsExactly("The signature of executive1 on version 1 of flight JRO-2027-0001 (Go to contract)"
                            + " is of " + at + ", when that version could not be signed.");
        }
        Signature late = signature(HASH, LEGAL, FR, "frlegal1", COMMITTED.plusMillis(1));
        StoredVersion voided = stored(1, Plan.of().canonical(), null, COMMITTED);
        assertThat(sentences(Verification.of(List.of(voided), List.of(late)))).hasSize(1);
        StoredVersion open = stored(1, Plan.of().canonical(), null, null);
        assertThat(sentences(Verification.of(List.of(open), List.of(late)))).isEmpty();
        StoredVersion next = new StoredVersion(
                Plan.REFERENCE,
                2,
                open.content(),
                HASH,
                open.bindingHash(),
                open.seats(),
                open.total(),
                new VersionFate(COMMITTED, null, null, null, null));
        assertThat(sentences(Verification.of(List.of(open, next), List.of(late))))
                .hasSize(1);
    }

    @Test
    void whoever_signed_a_document_twice_is_named_in_whatever_roles() {
        List<Signature> given = all();
        given.add(signature(HASH, LEGAL, GB, "frfinance2", SIGNED));

        assertThat(sentences(Verification.of(List.of(committed()), given)))
                .containsExactly("The signature of frfinance2 on version 1 of flight JRO-2027-0001 (Legal basis)"
                        + " is the second of the same person on the same document.");
    }

    @Test
    void a_signature_on_no_version_is_named() {
        Verification found = Verification.of(List.of(), List.of(signature(HASH, GO, null, "executive1", SIGNED)));

        assertThat(sentences(found))
                .containsExactly("The signature of executive1 is on version 1 of flight JRO-2027-0001 (Go to contract),"
                        + " and there is no such version.");
        assertThat(found.versions()).isZero();
    }

    @Test
    void a_signature_that_was_taken_away_is_missed() {
        List<Signature> given = all();
        given.remove(8);

        assertThat(sentences(Verification.of(List.of(committed()), given)))
                .containsExactly("Version 1 of flight JRO-2027-0001 is on record as signed by all,"
                        + " but these signatures are not there: RIGHTS_OPINION.");
    }

    @Test
    void the_first_fault_is_that_of_the_first_version() {
        List<Signature> given = all();
        given.set(9, signature("0".repeat(64), GO, null, "executive1", SIGNED));
        StoredVersion changed = stored(2, "{}", null, null);
        Verification found = Verification.of(List.of(changed, committed()), given);

        assertThat(found.faults()).hasSize(2);
        assertThat(found.firstFault().orElseThrow().sentence(Locale.FRENCH))
                .startsWith("La signature de executive1 sur la version 1 du vol JRO-2027-0001");
    }

    @Test
    void what_is_checked_besides_comes_after_the_versions() {
        Verification flight = Verification.of(List.of(stored(1, "{}", null, null)), List.of());
        Verification accounts = Verification.of(List.of(committed()), List.of());

        Verification both = flight.and(accounts.checked(), 3, 2);

        assertThat(both.versions()).isEqualTo(2);
        assertThat(both.postings()).isEqualTo(flight.postings() + 3);
        assertThat(both.since()).isEqualTo(flight.since() + 2);
        assertThat(both.signatures()).isZero();
        assertThat(both.faults()).hasSize(2).first().isEqualTo(flight.faults().get(0));
    }

    private static List<String> sentences(Verification found) {
        return found.faults().stream()
                .map((Refusal fault) -> fault.sentence(Locale.ENGLISH))
                .toList();
    }

    /** Everybody whom the plan of two states needs, the go last. */
    private static List<Signature> all() {
        return new ArrayList<>(List.of(
                signature(HASH, DECISION_FOR_FRONTEX, FR, "fxfinance1", SIGNED),
                signature(HASH, DECISION_FOR_STATE, FR, "frfinance1", SIGNED),
                signature(HASH, DECISION_FOR_FRONTEX, GB, "fxfinance1", SIGNED),
                signature(HASH, DECISION_FOR_STATE, GB, "gbfinance1", SIGNED),
                signature(HASH, FINANCE, FR, "frfinance2", SIGNED),
                signature(HASH, FINANCE, GB, "gbfinance2", SIGNED),
                signature(HASH, LEGAL, FR, "frlegal1", FROZEN),
                signature(HASH, LEGAL, GB, "gblegal1", COMMITTED),
                signature(HASH, RIGHTS_OPINION, null, "rightsofficer1", SIGNED),
                signature(HASH, GO, null, "executive1", COMMITTED)));
    }

    private static Signature signature(
            String hash, SigningRole role, @Nullable Party party, String person, Instant at) {
        return new Signature(Plan.REFERENCE, 1, hash, role, party, person, at, false, null, null);
    }

    private static StoredVersion committed() {
        return stored(1, Plan.of().canonical(), COMMITTED, null);
    }

    private static StoredVersion stored(
            int number, String content, @Nullable Instant committed, @Nullable Instant voided) {
        PlanVersion version = Plan.of().freeze(number, FROZEN);
        return new StoredVersion(
                Plan.REFERENCE,
                number,
                content,
                HASH,
                version.bindingHash(),
                version.seats(),
                version.total(),
                new VersionFate(
                        FROZEN,
                        ApprovalRoute.ONE_FINANCE,
                        committed,
                        voided,
                        voided == null ? null : Sentence.of("approval.void.planChanged")));
    }
}
