package org.jointflights.process.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_REVOKE;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.jointflights.application.people.AddPartiesAndPeople;
import org.jointflights.application.people.People;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.process.ProcessTest;
import org.jointflights.process.TasklistUsers;
import org.jointflights.web.overview.SomeFlights;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A database in which an administrator had once granted rights through the engine's own pages. */
@ProcessTest
class RightsAtStartTest {

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    IdentityService identities;

    @Autowired
    FilterService filters;

    @Autowired
    TaskService tasks;

    @Autowired
    RightsAtStart atStart;

    @Autowired
    AddPartiesAndPeople directory;

    @Autowired
    People people;

    @Autowired
    TasklistUsers users;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void what_the_application_has_not_given_is_taken_away_and_nothing_else() {
        Set<String> given = rights();
        add(AUTH_TYPE_GRANT, "admin", null, Resources.TASK, ANY, Permissions.ALL);
        add(AUTH_TYPE_GRANT, "admin", null, Resources.TASK, "some-task", Permissions.TASK_WORK);
        add(AUTH_TYPE_GRANT, null, "intruders", Resources.TASK, "some-task", Permissions.TASK_WORK);
        add(AUTH_TYPE_GRANT, "manager1", null, Resources.AUTHORIZATION, ANY, Permissions.ALL);
        add(AUTH_TYPE_GRANT, "manager1", null, Resources.USER, "frfinance1", Permissions.UPDATE);
        add(AUTH_TYPE_GRANT, null, "camunda-admin", Resources.GROUP_MEMBERSHIP, ANY, Permissions.ALL);
        add(AUTH_TYPE_GRANT, null, "camunda-admin", Resources.APPLICATION, "admin", Permissions.ACCESS);
        add(AUTH_TYPE_GRANT, null, "others", Resources.DEPLOYMENT, ANY, Permissions.ALL);
        add(AUTH_TYPE_GLOBAL, ANY, null, Resources.PROCESS_DEFINITION, ANY, Permissions.ALL);
        add(AUTH_TYPE_REVOKE, null, "auditor", Resources.PROCESS_DEFINITION, "jointFlight", Permissions.READ);

        atStart.afterSingletonsInstantiated();

        assertThat(rights()).isEqualTo(given);
    }

    @Test
    void who_worked_on_a_task_before_the_start_works_on_it_after() {
        OperationReference flight = new SomeFlights(users).proposed();
        String task =
                users.as("gbcoordinator").open("userTask_answerOffer", flight).getId();

        atStart.afterSingletonsInstantiated();

        users.as("gbcoordinator").does(() -> {
            assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
            tasks.claim(task, "gbcoordinator");
            assertThat(tasks.getVariableLocal(task, "reference")).isEqualTo(flight.value());
        });
    }

    @Test
    void a_list_that_somebody_made_by_hand_is_gone_after_the_next_start() {
        String list = filters.saveFilter(filters.newTaskFilter("Everything").setQuery(tasks.createTaskQuery()))
                .getId();
        long before = filters.createFilterQuery().count();

        atStart.afterSingletonsInstantiated();

        assertThat(filters.getFilter(list)).isNull();
        assertThat(filters.createFilterQuery().count()).isEqualTo(before - 1);
    }

    @Test
    void a_right_that_was_widened_is_narrowed_and_one_that_was_taken_is_given_again() {
        Set<String> given = rights();
        Authorization reading = one("auditor", Resources.PROCESS_DEFINITION, ANY);
        reading.addPermission(Permissions.DELETE_INSTANCE);
        authorizations.saveAuthorization(reading);
        authorizations.deleteAuthorization(
                one("FRfinance", Resources.APPLICATION, "tasklist").getId());
        identities.deleteGroup("SElegal");

        directory.addSharedGroups();
        for (Role role : Role.ofParties()) {
            for (String party : Set.of("FR", "SE")) {
                String group = role.groupOf(new Party(party));
                people.addGroups(role, group, language -> group);
            }
        }

        assertThat(identities.createGroupQuery().groupId("SElegal").count()).isEqualTo(1);
        identities.createMembership("selegal1", "SElegal");
        identities.createMembership("selegal2", "SElegal");
        assertThat(rights()).containsAll(given);
        assertThat(one("auditor", Resources.PROCESS_DEFINITION, ANY).isPermissionGranted(Permissions.DELETE_INSTANCE))
                .isFalse();
    }

    @Test
    void everybody_reads_their_own_profile_and_changes_it_on_our_page_only() {
        Authorization own = authorizations
                .createAuthorizationQuery()
                .userIdIn("frfinance1")
                .resourceType(Resources.USER)
                .singleResult();
        assertThat(own.isPermissionGranted(Permissions.READ)).isTrue();
        assertThat(own.isPermissionGranted(Permissions.UPDATE)).isFalse();
        own.setPermissions(new Permission[] {Permissions.ALL});
        authorizations.saveAuthorization(own);

        atStart.afterSingletonsInstantiated();

        assertThat(authorizations
                        .createAuthorizationQuery()
                        .userIdIn("frfinance1")
                        .resourceType(Resources.USER)
                        .singleResult()
                        .isPermissionGranted(Permissions.DELETE))
                .isFalse();
    }

    private Authorization one(String group, Resource resource, String id) {
        return authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
    }

    /** Who may do what, without the rows' own ids; the rights to single tasks come and go with the tasks. */
    private Set<String> rights() {
        return authorizations.createAuthorizationQuery().list().stream()
                .filter(right -> right.getResourceType() != Resources.TASK.resourceType()
                        || right.getResourceId().equals(ANY))
                .map(right -> "%d %s %s %d %s %d"
                        .formatted(
                                right.getAuthorizationType(),
                                right.getUserId(),
                                right.getGroupId(),
                                right.getResourceType(),
                                right.getResourceId(),
                                ((AuthorizationEntity) right).getPermissions()))
                .collect(Collectors.toSet());
    }

    private void add(int type, String user, String group, Resource resource, String id, Permission permission) {
        Authorization right = authorizations.createNewAuthorization(type);
        if (type != AUTH_TYPE_GLOBAL) {
            right.setUserId(user);
            right.setGroupId(group);
        }
        right.setResource(resource);
        right.setResourceId(id);
        right.setPermissions(new Permission[] {permission});
        authorizations.saveAuthorization(right);
    }
}
