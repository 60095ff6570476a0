package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;

/** What an administrator of an older database granted themselves is gone after the next start. */
@OverHttp
class RightsMadeByHandTest {

    @Autowired
    private AuthorizationService rights;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    /** All that run when the application starts, the one that is meant among them. */
    @Autowired
    private List<SmartInitializingSingleton> starts;

    @Test
    void every_right_and_list_that_was_made_by_hand_is_taken_back_at_the_next_start() {
        starts.forEach(SmartInitializingSingleton::afterSingletonsInstantiated);
        long before = rights.createAuthorizationQuery().count();
        long lists = filters.createFilterQuery().count();
        List<String> planted = new ArrayList<>();
        planted.add(grant("admin", null, Resources.DEPLOYMENT, "*", Permissions.ALL));
        planted.add(grant("admin", null, Resources.TASK, "*", Permissions.ALL));
        planted.add(grant("admin", null, Resources.TASK, "some-task", Permissions.TASK_WORK));
        planted.add(grant(null, "camunda-admin", Resources.BATCH, "*", Permissions.CREATE));
        planted.add(grant(null, "FRfinance", Resources.PROCESS_INSTANCE, "*", Permissions.UPDATE));
        planted.add(grant(null, "intruders", Resources.TASK, "some-task", Permissions.TASK_WORK));
        planted.add(everybody());
        String list = filters.saveFilter(filters.newTaskFilter("Everything").setQuery(tasks.createTaskQuery()))
                .getId();
        Authorization own = rights.createAuthorizationQuery()
                .resourceType(Resources.USER)
                .resourceId("frfinance1")
                .userIdIn("frfinance1")
                .singleResult();
        own.addPermission(Permissions.DELETE);
        rights.saveAuthorization(own);

        starts.forEach(SmartInitializingSingleton::afterSingletonsInstantiated);

        planted.forEach(id -> assertThat(
                        rights.createAuthorizationQuery().authorizationId(id).count())
                .isZero());
        assertThat(filters.getFilter(list)).isNull();
        assertThat(rights.createAuthorizationQuery().count()).isEqualTo(before);
        assertThat(filters.createFilterQuery().count()).isEqualTo(lists);
        assertThat(rights.isUserAuthorized("frfinance1", null, Permissions.DELETE, Resources.USER, "frfinance1"))
                .isFalse();
        assertThat(rights.isUserAuthorized("frfinance1", null, Permissions.UPDATE, Resources.USER, "frfinance1"))
                .isTrue();
    }

    private String grant(String user, String group, Resource resource, String id, Permission permission) {
        Authorization right = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        if (user == null) {
            right.setGroupId(group);
        } else {
            right.setUserId(user);
        }
        return saved(right, resource, id, permission);
    }

    private String everybody() {
        Authorization right = rights.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        return saved(right, Resources.PROCESS_DEFINITION, "*", Permissions.ALL);
    }

    private String saved(Authorization right, Resource resource, String id, Permission permission) {
        right.setResource(resource);
        right.setResourceId(id);
        right.addPermission(permission);
        return rights.saveAuthorization(right).getId();
    }
}
