package org.jointflights.domain.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.domain.approval.Plan.FR;
import static org.jointflights.domain.approval.Plan.GB;
import static org.jointflights.domain.approval.SigningRole.DECISION_FOR_FRONTEX;
import static org.jointflights.domain.approval.SigningRole.DECISION_FOR_STATE;
import static org.jointflights.domain.approval.SigningRole.FINANCE;
import static org.jointflights.domain.approval.SigningRole.GO;
import static org.jointflights.domain.approval.SigningRole.LEGAL;
import static org.jointflights.domain.approval.SigningRole.MANAGER;
import static org.jointflights.domain.approval.SigningRole.RIGHTS_OPINION;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.RequiredSignatures.Missing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SigningRulesTest {

    private static final Instant NOW = Instant.parse("2027-03-01T09:00:00Z");
    private static final PlanVersion VERSION = Plan.of().freeze(1, NOW);
    private static final RequiredSignatures REQUIRED = required(ApprovalRoute.TWO_FINANCE_AND_MANAGER);

    @Test
    void somebody_who_prepared_nothing_signs_the_content_they_saw() {
        assertThatCode(() -> answer(VERSION, VERSION.hash(), List.of(), DECISION_FOR_STATE, FR, "anna"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_preparer_is_refused() {
        assertThatThrownBy(() -> new SigningRules(VERSION, Set.of("anna"), List.of())
                        .requireMayAnswer(VERSION.hash(), DECISION_FOR_STATE, FR, "anna", REQUIRED))
                .isInstanceOf(NotYours.class)
                .hasMessageContaining("Nobody signs what they prepared");
    }

    @Test
    void nor_does_their_substitute_nor_somebody_for_whom_they_prepared_it() {
        for (String signer : List.of("carl/anna", "anna/carl", "bernard", "carl/bernard")) {
            assertThatThrownBy(() -> new SigningRules(VERSION, Set.of("anna/bernard"), List.of())
                            .requireMayAnswer(VERSION.hash(), DECISION_FOR_STATE, FR, signer, REQUIRED))
                    .as(signer)
                    .isInstanceOf(NotYours.class)
                    .hasMessageContaining("Nobody signs what they prepared");
        }
        assertThatCode(() -> new SigningRules(VERSION, Set.of("anna/bernard"), List.of())
                        .requireMayAnswer(VERSION.hash(), DECISION_FOR_STATE, FR, "carl/dora", REQUIRED))
                .doesNotThrowAnyException();
    }

    @Test
    void another_content_than_the_one_seen_is_refused() {
        assertThatThrownBy(() -> answer(VERSION, "0".repeat(64), List.of(), DECISION_FOR_STATE, FR, "anna"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("has changed since version 1");
    }

    @Test
    void a_void_version_is_refused_and_so_is_one_that_is_committed() {
        PlanVersion voided = Plan.voided(VERSION, Sentence.of("common.said", "the route changed"));
        assertThatThrownBy(() -> answer(voided, VERSION.hash(), List.of(), DECISION_FOR_STATE, FR, "anna"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("void: the route changed");
        PlanVersion committed = VERSION.committed(NOW);
        assertThatThrownBy(() -> answer(committed, VERSION.hash(), List.of(), DECISION_FOR_STATE, FR, "anna"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void one_person_does_not_sign_both_sides_of_a_decision() {
        List<Signature> given = List.of(signed(DECISION_FOR_FRONTEX, FR, "anna"));

        assertThatThrownBy(() -> answer(VERSION, VERSION.hash(), given, DECISION_FOR_STATE, FR, "anna"))
                .isInstanceOf(NotYours.class)
                .hasMessageContaining("One person signs it once");
        assertThatCode(() -> answer(VERSION, VERSION.hash(), given, DECISION_FOR_FRONTEX, GB, "anna"))
                .as("the decision of another state is another document")
                .doesNotThrowAnyException();
    }

    @Test
    void one_person_does_not_sign_the_plan_twice_not_even_in_two_roles_or_for_two_parties() {
        List<Signature> given = new ArrayList<>(decisions());
        given.add(signed(FINANCE, FR, "anna"));

        assertThatThrownBy(() -> answer(VERSION, VERSION.hash(), given, FINANCE, FR, "anna"))
                .isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> answer(VERSION, VERSION.hash(), given, FINANCE, GB, "anna"))
                .isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> answer(VERSION, VERSION.hash(), given, MANAGER, null, "anna"))
                .isInstanceOf(NotYours.class);
        assertThatCode(() -> answer(VERSION, VERSION.hash(), given, FINANCE, FR, "bert"))
                .doesNotThrowAnyException();
    }

    @Test
    void who_signed_a_decision_signs_the_plan_too_which_is_another_document() {
        assertThatCode(() -> answer(VERSION, VERSION.hash(), decisions(), FINANCE, FR, "FRfinance1"))
                .doesNotThrowAnyException();
    }

    @Test
    void the_plan_is_not_signed_before_both_sides_have_signed_every_decision() {
        List<Signature> given = new ArrayList<>(decisions());
        given.remove(given.size() - 1);

        assertThatThrownBy(() -> answer(VERSION, VERSION.hash(), given, LEGAL, FR, "lara"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("come before every other signature");
    }

    @Test
    void either_side_of_any_decision_is_missed() {
        for (int i = 0; i < decisions().size(); i++) {
            List<Signature> given = new ArrayList<>(decisions());
            Signature gone = given.remove(i);

            assertThat(REQUIRED.missingDecisions(given)).containsExactly(new Missing(gone.role(), gone.party()));
        }
        assertThat(REQUIRED.missingDecisions(decisions())).isEmpty();
    }

    @Test
    void the_go_is_not_given_before_everything_else_is_there() {
        List<Signature> all = everythingBeforeGo();
        assertThatCode(() -> answer(VERSION, VERSION.hash(), all, GO, null, "eve"))
                .doesNotThrowAnyException();

        for (Signature one : all.subList(decisions().size(), all.size())) {
            List<Signature> without = new ArrayList<>(all);
            without.remove(one);
            assertThatThrownBy(() -> answer(VERSION, VERSION.hash(), without, GO, null, "eve"))
                    .as("without %s of %s", one.role(), one.party())
                    .isInstanceOf(Conflict.class)
                    .hasMessageContaining("given last");
        }
    }

    @Test
    void signatures_are_complete_only_with_the_go_and_only_if_it_came_last() {
        List<Signature> all = everythingBeforeGo();
        assertThat(REQUIRED.areComplete(all)).as("without the go").isFalse();

        all.add(signed(GO, null, "eve"));
        assertThat(REQUIRED.areComplete(all)).isTrue();

        all.add(signed(FINANCE, FR, "a third of finance"));
        assertThat(REQUIRED.areComplete(all)).as("somebody signed after the go").isFalse();

        List<Signature> early = everythingBeforeGo();
        early.add(decisions().size(), signed(GO, null, "eve"));
        assertThat(REQUIRED.areComplete(early)).as("the go came first").isFalse();
    }

    @Test
    void a_signature_that_was_made_void_does_not_come_after_the_go() {
        List<Signature> all = everythingBeforeGo();
        all.add(signed(GO, null, "eve"));
        all.add(new Signature(
                Plan.REFERENCE,
                1,
                VERSION.hash(),
                FINANCE,
                FR,
                "late",
                NOW,
                false,
                null,
                Sentence.of("approval.void.planChanged")));

        assertThat(REQUIRED.areComplete(all)).isTrue();
    }

    @Test
    void a_refusal_and_a_void_signature_count_for_nothing() {
        List<Signature> all = everythingBeforeGo();
        Signature opinion = all.remove(all.size() - 1);
        all.add(new Signature(
                opinion.reference(), 1, VERSION.hash(), RIGHTS_OPINION, null, "rita", NOW, true, "no", null));
        all.add(new Signature(
                opinion.reference(),
                1,
                VERSION.hash(),
                RIGHTS_OPINION,
                null,
                "rosa",
                NOW,
                false,
                null,
                Sentence.of("approval.void.planChanged")));

        assertThat(REQUIRED.missingBeforeGo(all)).containsExactly(new Missing(RIGHTS_OPINION, null));
    }

    @Test
    void two_signatures_of_the_same_person_count_once() {
        List<Signature> all = everythingBeforeGo();
        all.removeIf(signature -> signature.person().equals("FRfinance2"));
        all.add(signed(FINANCE, FR, "FRfinance1"));

        assertThat(REQUIRED.missingBeforeGo(all)).containsExactly(new Missing(FINANCE, FR));
    }

    @Test
    void the_route_says_how_many_of_finance_sign_and_whether_the_manager_does() {
        assertThat(required(ApprovalRoute.ONE_FINANCE).missing(decisions()))
                .containsExactly(
                        new Missing(FINANCE, FR),
                        new Missing(FINANCE, GB),
                        new Missing(LEGAL, FR),
                        new Missing(LEGAL, GB),
                        new Missing(RIGHTS_OPINION, null),
                        new Missing(GO, null));
        assertThat(required(ApprovalRoute.ONE_FINANCE_AND_MANAGER).missing(decisions()))
                .contains(new Missing(MANAGER, null))
                .hasSize(7);
        assertThat(REQUIRED.missing(decisions())).hasSize(9);
    }

    private static RequiredSignatures required(ApprovalRoute route) {
        return new RequiredSignatures(route, Set.of(FR, GB), Set.of(FR, GB));
    }

    private static List<Signature> decisions() {
        return List.of(
                signed(DECISION_FOR_FRONTEX, FR, "fred"),
                signed(DECISION_FOR_STATE, FR, "FRfinance1"),
                signed(DECISION_FOR_FRONTEX, GB, "fred"),
                signed(DECISION_FOR_STATE, GB, "GBfinance1"));
    }

    private static List<Signature> everythingBeforeGo() {
        List<Signature> all = new ArrayList<>(decisions());
        for (Party party : List.of(FR, GB)) {
            all.add(signed(FINANCE, party, party + "finance1"));
            all.add(signed(FINANCE, party, party + "finance2"));
            all.add(signed(LEGAL, party, party + "legal1"));
        }
        all.add(signed(MANAGER, null, "manager1"));
        all.add(signed(RIGHTS_OPINION, null, "rightsofficer1"));
        return all;
    }

    private static Signature signed(SigningRole role, @Nullable Party party, String person) {
        return new Signature(Plan.REFERENCE, 1, VERSION.hash(), role, party, person, NOW, false, null, null);
    }

    private static void answer(
            PlanVersion version,
            String seen,
            List<Signature> given,
            SigningRole role,
            @Nullable Party party,
            String person) {
        new SigningRules(version, Set.of(), given).requireMayAnswer(seen, role, party, person, REQUIRED);
    }
}
