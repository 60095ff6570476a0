package org.jointflights.process.signin;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.jointflights.application.people.Role;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine, as little as its work needs. The right to a task comes with the task, from its
 * candidate group; nobody holds one on all tasks, instances or deployments.
 */
@Component
class EngineRights {

    /** The one process that people start themselves. */
    static final String STARTED_BY_PEOPLE = "jointFlight";

    private record Grant(Resource resource, String id, List<Permission> permissions) {}

    private final AuthorizationService authorizations;

    EngineRights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** The rights that groups have, by group and what they are about: read once for many questions. */
    record Given(Map<Place, Authorization> byPlace) {}

    private record Place(String group, int resource, String id) {}

    /** Those of now. */
    Given given() {
        Map<Place, Authorization> byPlace = new HashMap<>();
        for (Authorization right : authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .unlimitedList()) {
            if (right.getGroupId() != null) {
                byPlace.put(new Place(right.getGroupId(), right.getResourceType(), right.getResourceId()), right);
            }
        }
        return new Given(byPlace);
    }

    /** Gives the group its rights, no more and no less; does nothing where it has them. */
    void grant(Role role, String group, Given given) {
        grantsOf(role).forEach(grant -> grant(group, grant, given));
    }

    void mayReadFilter(String group, String filter, Given given) {
        grant(group, new Grant(Resources.FILTER, filter, List.of(Permissions.READ)), given);
    }

    void mayReadOwnFilter(String person, String filter) {
        Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setUserId(person);
        authorization.setResource(Resources.FILTER);
        authorization.setResourceId(filter);
        authorization.addPermission(Permissions.READ);
        authorizations.saveAuthorization(authorization);
    }

    /** The ids of the lists that the person alone may read. */
    List<String> ownFiltersOf(String person) {
        return authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .userIdIn(person)
                .resourceType(Resources.FILTER)
                .list()
                .stream()
                .map(Authorization::getResourceId)
                .toList();
    }

    private static List<Grant> grantsOf(Role role) {
        List<Grant> grants = new ArrayList<>();
        grants.add(new Grant(Resources.APPLICATION, "tasklist", List.of(Permissions.ACCESS)));
        // The diagram beside a task.
        grants.add(new Grant(Resources.PROCESS_DEFINITION, ANY, readingOf(role)));
        switch (role) {
            case COORDINATOR -> {
                grants.add(new Grant(
                        Resources.PROCESS_DEFINITION,
                        STARTED_BY_PEOPLE,
                        List.of(Permissions.READ, Permissions.CREATE_INSTANCE)));
                grants.add(new Grant(Resources.PROCESS_INSTANCE, ANY, List.of(Permissions.CREATE)));
            }
            // People, groups and rights are nobody's to change in the engine: the application does that itself.
            case MANAGER, AUDITOR, ADMINISTRATOR -> grants.addAll(looking());
            default -> {
                // The tasks of the group are all it needs.
            }
        }
        return grants;
    }

    private static List<Permission> readingOf(Role role) {
        List<Permission> reading = new ArrayList<>(List.of(ProcessDefinitionPermissions.READ));
        if (role == Role.MANAGER || role == Role.AUDITOR || role == Role.ADMINISTRATOR) {
            // No variables: what a form shows or was told, private reasons among it, is for those who work on the task.
            reading.addAll(List.of(
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_HISTORY));
        }
        if (role == Role.ADMINISTRATOR) {
            reading.add(ProcessDefinitionPermissions.RETRY_JOB);
        }
        return reading;
    }

    private static List<Grant> looking() {
        return List.of(
                new Grant(Resources.APPLICATION, "cockpit", List.of(Permissions.ACCESS)),
                new Grant(Resources.DECISION_DEFINITION, ANY, List.of(Permissions.READ, Permissions.READ_HISTORY)),
                new Grant(Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, List.of(Permissions.READ)),
                new Grant(Resources.DEPLOYMENT, ANY, List.of(Permissions.READ)));
    }

    private void grant(String group, Grant grant, Given given) {
        Authorization authorization =
                given.byPlace().get(new Place(group, grant.resource().resourceType(), grant.id()));
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(grant.resource());
            authorization.setResourceId(grant.id());
        }
        if (!isExactly(authorization, grant)) {
            authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
            authorizations.saveAuthorization(authorization);
        }
    }

    /**
     * Takes back every right that is not given out here or by {@code TaskRights}: what somebody made by hand, and what
     * another version gave.
     */
    void takeBackOthers() {
        for (Authorization right : authorizations.createAuthorizationQuery().unlimitedList()) {
            if (!isOurs(right)) {
                authorizations.deleteAuthorization(right.getId());
                if (isOwnProfile(right)) {
                    grantOwnProfile(right.getUserId());
                }
            }
        }
    }

    private static boolean isOurs(Authorization right) {
        if (right.getAuthorizationType() != AUTH_TYPE_GRANT) {
            return false;
        }
        boolean one = !ANY.equals(right.getResourceId());
        Grant filter = new Grant(Resources.FILTER, right.getResourceId(), List.of(Permissions.READ));
        if (right.getGroupId() == null) {
            return (one && isExactly(right, filter)) || isExactly(right, ownProfile(right.getUserId()));
        }
        Optional<Role> role = Role.ofGroup(right.getGroupId());
        if (role.isEmpty()) {
            return false;
        }
        Grant group = new Grant(Resources.GROUP, right.getGroupId(), List.of(Permissions.READ));
        return (one && (isExactly(right, filter) || isWorkOnATask(right)))
                || isExactly(right, group)
                || grantsOf(role.get()).stream().anyMatch(grant -> isExactly(right, grant));
    }

    /** What the engine gives the candidate group of a task, or less. */
    private static boolean isWorkOnATask(Authorization right) {
        int work = Permissions.TASK_WORK.getValue()
                | Permissions.READ.getValue()
                | TaskPermissions.READ_VARIABLE.getValue();
        return right.getResourceType() == Resources.TASK.resourceType()
                && (((AuthorizationEntity) right).getPermissions() & ~work) == 0;
    }

    private static boolean isOwnProfile(Authorization right) {
        return right.getAuthorizationType() == AUTH_TYPE_GRANT
                && right.getUserId() != null
                && right.getResourceType() == Resources.USER.resourceType()
                && right.getUserId().equals(right.getResourceId());
    }

    private static Grant ownProfile(String person) {
        return new Grant(Resources.USER, person, List.of(Permissions.READ));
    }

    private void grantOwnProfile(String person) {
        Grant grant = ownProfile(person);
        Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setUserId(person);
        authorization.setResource(grant.resource());
        authorization.setResourceId(grant.id());
        authorization.setPermissions(grant.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(authorization);
    }

    private static boolean isExactly(Authorization right, Grant grant) {
        AuthorizationEntity exact = new AuthorizationEntity(AUTH_TYPE_GRANT);
        exact.setResource(grant.resource());
        exact.setPermissions(grant.permissions().toArray(Permission[]::new));
        return right.getResourceType() == grant.resource().resourceType()
                && grant.id().equals(right.getResourceId())
                && ((AuthorizationEntity) right).getPermissions() == exact.getPermissions();
    }
}
