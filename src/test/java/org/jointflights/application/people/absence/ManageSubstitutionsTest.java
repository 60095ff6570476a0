package org.jointflights.application.people.absence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.PeopleServices;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.absence.ListUncovered.Uncovered;
import org.jointflights.application.people.administration.AdministrationServices;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.absence.Substitution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who acts for whom: what may be entered, by whom, and that it begins and ends by itself. */
class ManageSubstitutionsTest {

    private final AdministrationServices administration = new AdministrationServices();
    private final PeopleServices base = administration.base;
    private final InMemorySubstitutions all = new InMemorySubstitutions();
    private final ManageSubstitutions substitutions =
            new ManageSubstitutions(all, base.people, base.actor, administration.log, base.clock);
    private final ListUncovered uncovered = new ListUncovered(all, base.people, base.actor, base.clock);

    private final LocalDate monday = LocalDate.of(2027, 4, 5);

    @BeforeEach
    void people_of_two_parties() {
        base.clock.advance(Duration.between(base.clock.instant(), Instant.parse("2027-04-01T10:00:00Z")));
        base.add("frcoordinator", "FRcoordinator");
        base.add("frfinance1", "FRfinance");
        base.add("frfinance2", "FRfinance");
        base.add("frlegal1", "FRlegal");
        base.add("frdoctor", "FRdoctor");
        base.add("frmonitor", "FRmonitor");
        base.add("frescortleader", "FRescortleader");
        base.add("gbfinance1", "GBfinance");
        base.add("rightsofficer1", "rightsOfficer");
        base.add("manager1", "manager");
        base.add("auditor", "auditor");
        as("frfinance1", "FRfinance");
    }

    @Test
    void it_begins_on_its_first_day_and_is_over_after_its_last_on_the_clock_of_the_capital() {
        enters("frlegal1", "FRfinance", monday, monday.plusDays(4));
        Substitution one = substitutions.listed().get(0);
        assertThat(one.starts()).isEqualTo(Instant.parse("2027-04-04T22:00:00Z"));
        assertThat(one.ends()).isEqualTo(Instant.parse("2027-04-09T22:00:00Z"));
        agreed();
        as("frlegal1", "FRlegal");

        refusal(Conflict.class, "people.absence.notNow", () -> substitutions.act(one.id()));
        base.clock.advance(Duration.between(base.clock.instant(), one.starts()));
        substitutions.act(one.id());
        assertThat(substitutions.acting()).map(Substitution::id).contains(one.id());
        base.clock.advance(Duration.between(base.clock.instant(), one.ends().minusSeconds(1)));
        assertThat(substitutions.acting()).map(Substitution::id).contains(one.id());
        base.clock.advance(Duration.between(base.clock.instant(), one.ends()));
        assertThat(substitutions.acting()).isEmpty();
        refusal(Conflict.class, "people.absence.notNow", () -> substitutions.act(one.id()));
        assertThat(substitutions.listed()).isEmpty();
    }

    @Test
    void nobody_acts_before_whoever_is_named_has_agreed_and_nobody_agrees_for_them() {
        enters("frlegal1", "FRfinance", monday, monday);
        Substitution one = substitutions.listed().get(0);
        base.clock.advance(Duration.between(base.clock.instant(), one.starts()));
        as("frlegal1", "FRlegal");
        refusal(Conflict.class, "people.absence.notNow", () -> substitutions.act(one.id()));
        for (String other : List.of("frlegal1", "frfinance1", "frfinance2", "admin")) {
            as(other, other.equals("admin") ? "camunda-admin" : "FRfinance");
            assertThat(substitutions.toAgreeTo()).isZero();
            refusal(Unknown.class, "people.absence.unknown", () -> substitutions.agree(one.id()));
        }
        as("gbfinance1/frcoordinator", "FRcoordinator");
        refusal(NotYours.class, "people.absence.acting", () -> substitutions.agree(one.id()));

        as("frcoordinator", "FRcoordinator");
        assertThat(substitutions.toAgreeTo()).isEqualTo(1);
        substitutions.agree(one.id());
        assertThat(substitutions.toAgreeTo()).isZero();
        refusal(Conflict.class, "people.absence.changed", () -> substitutions.agree(one.id()));
        as("frlegal1", "FRlegal");
        substitutions.act(one.id());
        assertThat(substitutions.acting()).isPresent();

        as("admin", "camunda-admin");
        enters("frdoctor", "frmonitor", "FRdoctor", "admin");
        assertThat(substitutions.listed())
                .as("an administrator who agrees to what they enter says so by entering it")
                .last()
                .matches(entered -> entered.agreedAt() != null);
    }

    @ParameterizedTest
    @CsvSource({
        "substitute, nobody, people.absence.nobody",
        "substitute, '', common.missing",
        "substitute, frfinance1, people.absence.self",
        "substitute, gbfinance1, people.absence.incompatible",
        "substitute, rightsofficer1, people.absence.incompatible",
        "substitute, admin, people.absence.incompatible",
        "substitute, auditor, people.absence.incompatible",
        "substitute, frdoctor, people.absence.signs",
        "actGroups, FRlegal, common.choice",
        "actGroups, '', common.missing",
        "agreedBy, nobody, people.absence.nobody",
        "agreedBy, frfinance1, people.absence.agreedByOther",
        "agreedBy, frlegal1, people.absence.agreedByOther",
        "firstDay, 2027-03-31, people.absence.days",
        "firstDay, 2030-01-01, people.absence.days",
        "firstDay, soon, common.date",
        "lastDay, 2027-04-04, people.absence.days",
        "lastDay, 2029-04-04, people.absence.days",
    })
    void what_cannot_be_is_refused_by_its_field_and_nothing_is_kept(String field, String value, String code) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "substitute", "frlegal1",
                "firstDay", "2027-04-05",
                "lastDay", "2027-04-09",
                "agreedBy", "frcoordinator"));
        typed.put(field, value);
        String group = field.equals("actGroups") ? value : "FRfinance";

        BadInput refused = refusal(
                BadInput.class,
                code,
                () -> substitutions.enter(new TypedFields(typed), group.isEmpty() ? List.of() : List.of(group)));

        assertThat(refused.field()).isEqualTo(field);
        assertThat(refused.getMessage()).doesNotContain("{");
        assertThat(substitutions.listed()).isEmpty();
    }

    @Test
    void an_escort_leader_does_not_monitor_for_another() {
        as("frmonitor", "FRmonitor");

        refusal(
                BadInput.class,
                "people.absence.incompatible",
                () -> enters("frescortleader", "FRmonitor", monday, monday));
        enters("frdoctor", "FRmonitor", monday, monday);
    }

    @Test
    void a_chain_is_refused_in_both_directions_and_so_is_what_overlaps() {
        enters("frlegal1", "FRfinance", monday, monday.plusDays(4));

        as("frlegal1", "FRlegal");
        refused(
                Conflict.class,
                "people.absence.chain",
                "frfinance2",
                "FRlegal",
                monday.plusDays(4),
                monday.plusDays(6));
        as("frfinance2", "FRfinance");
        refused(Conflict.class, "people.absence.chain", "frfinance1", "FRfinance", monday, monday);
        refused(
                Conflict.class,
                "people.absence.overlap",
                "frlegal1",
                "FRfinance",
                monday.plusDays(2),
                monday.plusDays(2));
        as("frfinance1", "FRfinance");
        refused(
                Conflict.class,
                "people.absence.overlap",
                "frfinance2",
                "FRfinance",
                monday.plusDays(4),
                monday.plusDays(9));

        assertThat(all.notOverAt(base.clock.instant())).hasSize(1);
        enters("frfinance2", "FRfinance", monday.plusDays(5), monday.plusDays(9));
        as("frlegal1", "FRlegal");
        enters("frfinance2", "FRlegal", monday.plusDays(10), monday.plusDays(10));
    }

    @Test
    void nobody_says_it_of_others_but_administrators_and_for_who_signs_it_takes_two_of_them() {
        refusal(NotYours.class, "people.absence.notYours", () -> enters("frfinance2", "frlegal1", "FRfinance"));
        as("admin", "camunda-admin");
        enters("frfinance2", "frlegal1", "FRfinance");
        Substitution one = substitutions.listed().get(0);
        base.clock.advance(Duration.between(base.clock.instant(), one.starts()));

        as("frlegal1", "FRlegal");
        refusal(Conflict.class, "people.absence.notNow", () -> substitutions.act(one.id()));
        refusal(NotYours.class, "people.absence.confirm.notYours", () -> substitutions.confirm(one.id()));
        as("admin", "camunda-admin");
        refusal(NotYours.class, "people.absence.confirm.notYours", () -> substitutions.confirm(one.id()));
        as("admin2", "camunda-admin");
        substitutions.confirm(one.id());
        refusal(Conflict.class, "people.absence.changed", () -> substitutions.confirm(one.id()));
        agreed();
        as("frlegal1", "FRlegal");
        substitutions.act(one.id());
        assertThat(substitutions.acting()).isPresent();

        as("admin", "camunda-admin");
        enters("frdoctor", "frmonitor", "FRdoctor");
        assertThat(substitutions.listed()).hasSize(2).last().matches(other -> other.confirmedBy() != null);
    }

    @Test
    void either_of_the_two_or_an_administrator_ends_it_and_nobody_else_knows_of_it() {
        enters("frlegal1", "FRfinance", monday, monday);
        long id = substitutions.listed().get(0).id();
        as("frfinance2", "FRfinance");
        assertThat(substitutions.listed()).isEmpty();
        refusal(Unknown.class, "people.absence.unknown", () -> substitutions.end(id));
        refusal(Unknown.class, "people.absence.unknown", () -> substitutions.act(id));
        refusal(Unknown.class, "people.absence.unknown", () -> substitutions.end(99));

        agreed();
        as("frlegal1", "FRlegal");
        base.clock.advance(Duration.between(base.clock.instant(), Instant.parse("2027-04-05T08:00:00Z")));
        substitutions.act(id);
        substitutions.end(id);
        assertThat(substitutions.acting()).isEmpty();
        refusal(Conflict.class, "people.absence.changed", () -> substitutions.end(id));
    }

    @Test
    void who_acts_for_another_passes_it_on_to_nobody() {
        as("frlegal1/frfinance1", "FRfinance");

        refused(NotYours.class, "people.absence.acting", "frfinance2", "FRfinance", monday, monday);
    }

    @Test
    void groups_without_anybody_on_one_of_the_next_two_working_days_are_named_to_managers() {
        as("frdoctor", "FRdoctor");
        enters("frmonitor", "FRdoctor", monday, monday);
        as("frfinance1", "FRfinance");
        enters("frlegal1", "FRfinance", monday, monday.plusDays(4));
        agreed();
        as("manager1", "manager");
        base.clock.advance(Duration.between(base.clock.instant(), Instant.parse("2027-04-05T08:00:00Z")));
        assertThat(uncovered.groups()).as("somebody acts for each of them").isEmpty();

        as("admin", "camunda-admin");
        enters("frmonitor", "frdoctor", "FRmonitor", LocalDate.of(2027, 4, 6));
        agreed();
        as("admin", "camunda-admin");
        substitutions.end(all.notOverAt(base.clock.instant()).get(0).id());
        as("manager1", "manager");
        assertThat(uncovered.groups()).isEmpty();
        as("frfinance1", "FRfinance");
        assertThat(uncovered.groups()).isEmpty();
    }

    @Test
    void a_group_whose_only_member_is_away_and_whose_substitute_has_not_been_confirmed_has_nobody() {
        as("admin", "camunda-admin");
        enters("frlegal1", "frfinance1", "FRlegal", monday.plusDays(1));
        as("manager1", "manager");
        base.clock.advance(Duration.between(base.clock.instant(), Instant.parse("2027-04-02T08:00:00Z")));
        // Friday, and Monday is the holiday after Easter of 2026 no more: the second working day is Monday.
        assertThat(uncovered.groups()).isEmpty();
        base.clock.advance(Duration.ofDays(3));

        assertThat(uncovered.groups()).containsExactly(new Uncovered("FRlegal", monday.plusDays(1)));
        as("frlegal1", "FRlegal");
        assertThat(uncovered.groups()).isEmpty();
    }

    @Test
    void a_group_to_which_nobody_belongs_is_named_to_managers_and_one_whose_members_are_away_is_not() {
        base.people.addGroups(Role.DOCTOR, "GBdoctor", Sentence.of("people.role.doctor"));
        as("admin", "camunda-admin");
        enters("frlegal1", "frfinance1", "FRlegal", monday);
        as("manager1", "manager");

        assertThat(uncovered.empty()).contains("GBdoctor").doesNotContain("FRlegal", "FRdoctor");
        base.add("gbdoctor", "GBdoctor");
        assertThat(uncovered.empty()).doesNotContain("GBdoctor");
        as("gbdoctor", "GBdoctor");
        base.people.addGroups(Role.MONITOR, "GBmonitor", Sentence.of("people.role.monitor"));
        assertThat(uncovered.empty()).isEmpty();
    }

    /** Whoever is named says so to all of them. */
    private void agreed() {
        as("frcoordinator", "FRcoordinator");
        substitutions.listed().stream()
                .filter(one -> one.agreedAt() == null)
                .forEach(one -> substitutions.agree(one.id()));
    }

    private void as(String person, String... groups) {
        base.actor.is(person, groups);
    }

    private void enters(String absent, String substitute, String group) {
        enters(absent, substitute, group, monday);
    }

    private void enters(String absent, String substitute, String group, LocalDate day) {
        enters(absent, substitute, group, day, "frcoordinator");
    }

    private void enters(String absent, String substitute, String group, String agreedBy) {
        enters(absent, substitute, group, monday, agreedBy);
    }

    private void enters(String absent, String substitute, String group, LocalDate day, String agreedBy) {
        substitutions.enter(
                new TypedFields(Map.of(
                        "awayPerson",
                        absent,
                        "substitute",
                        substitute,
                        "firstDay",
                        day.toString(),
                        "lastDay",
                        day.toString(),
                        "agreedBy",
                        agreedBy)),
                List.of(group));
    }

    private void enters(String substitute, String group, LocalDate from, LocalDate until) {
        substitutions.enter(
                new TypedFields(Map.of(
                        "substitute",
                        substitute,
                        "firstDay",
                        from.toString(),
                        "lastDay",
                        until.toString(),
                        "agreedBy",
                        "frcoordinator")),
                List.of(group));
    }

    private <R extends Refusal> void refused(
            Class<R> kind, String code, String substitute, String group, LocalDate from, LocalDate until) {
        R refusal = refusal(kind, code, () -> enters(substitute, group, from, until));
        assertThat(refusal.getMessage()).doesNotContain("{");
    }
}
