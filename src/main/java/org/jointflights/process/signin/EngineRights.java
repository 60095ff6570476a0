package org.jointflights.process.signin;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.jointflights.application.people.Assignment;
import org.jointflights.application.people.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine, as little as its work needs. The right to a task comes with the task, from its
 * candidate group; nobody holds one on all tasks, instances or deployments.
 */
@Component
class EngineRights {

    private static final Logger LOG = LoggerFactory.getLogger(EngineRights.class);

    /** The one process that people start themselves. */
    static final String STARTED_BY_PEOPLE = "jointFlight";

    private record Grant(Resource resource, String id, List<Permission> permissions) {}

    private final AuthorizationService authorizations;

    EngineRights(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** Grants what the group lacks, and no more of it; does nothing where it has its rights. */
    void grant(Role role, String group) {
        grantsOf(role).forEach(grant -> grant(group, grant));
    }

    void mayReadFilter(String group, String filter) {
        grant(group, new Grant(Resources.FILTER, filter, List.of(Permissions.READ)));
    }

    void mayReadOwnFilter(String person, String filter) {
        Authorization authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        authorization.setUserId(person);
        authorization.setResource(Resources.FILTER);
        authorization.setResourceId(filter);
        authorization.addPermission(Permissions.READ);
        authorizations.saveAuthorization(authorization);
    }

    /** The engine would also let everybody change their own profile, and delete it. */
    void mayOnlyReadOwnProfile(String person) {
        authorizations
                .createAuthorizationQuery()
                .userIdIn(person)
                .resourceType(Resources.USER)
                .resourceId(person)
                .list()
                .forEach(this::onlyReading);
    }

    private void onlyReading(Authorization own) {
        if (permissionsOf(own) != Permissions.READ.getValue()) {
            own.setPermissions(new Permission[] {Permissions.READ});
            authorizations.saveAuthorization(own);
        }
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

    /**
     * Takes away every right that the application has not given: somebody who could once grant rights may have granted
     * them to anybody. What comes with a single task the engine gives and takes by itself.
     */
    void takeAwayOthers() {
        for (Resources resource : Resources.values()) {
            AuthorizationQuery given = authorizations.createAuthorizationQuery().resourceType(resource);
            boolean ofTasks = resource == Resources.TASK || resource == Resources.HISTORIC_TASK;
            for (Authorization found : (ofTasks ? given.resourceId(ANY) : given).list()) {
                if (isOwnProfile(found)) {
                    onlyReading(found);
                } else if (!isOfTheApplication(found)) {
                    LOG.warn(
                            "Taken away: the right of {} to {} {}, which is none of the application's",
                            found.getGroupId() == null ? found.getUserId() : found.getGroupId(),
                            resource.resourceName(),
                            found.getResourceId());
                    authorizations.deleteAuthorization(found.getId());
                }
            }
        }
    }

    private static boolean isOfTheApplication(Authorization found) {
        if (found.getAuthorizationType() != AUTH_TYPE_GRANT) {
            return false;
        }
        String group = found.getGroupId();
        boolean ofList = isReadingOne(found, Resources.FILTER);
        if (group == null || ofList) {
            return ofList;
        }
        // The engine lets everybody read of the groups that they belong to.
        boolean ofItself = isReadingOne(found, Resources.GROUP) && isFor(found, Resources.GROUP, group);
        return ofItself
                || Assignment.of(group).stream()
                        .flatMap(held -> grantsOf(held.role()).stream())
                        .anyMatch(grant -> isFor(found, grant.resource(), grant.id()));
    }

    private static boolean isOwnProfile(Authorization found) {
        return found.getAuthorizationType() == AUTH_TYPE_GRANT
                && found.getUserId() != null
                && isFor(found, Resources.USER, found.getUserId())
                && !ANY.equals(found.getUserId());
    }

    private static boolean isFor(Authorization found, Resource resource, String id) {
        return found.getResourceType() == resource.resourceType() && id.equals(found.getResourceId());
    }

    private static boolean isReadingOne(Authorization found, Resource resource) {
        return found.getResourceType() == resource.resourceType()
                && !ANY.equals(found.getResourceId())
                && permissionsOf(found) == Permissions.READ.getValue();
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
            reading.addAll(List.of(
                    ProcessDefinitionPermissions.READ_INSTANCE,
                    ProcessDefinitionPermissions.READ_TASK,
                    ProcessDefinitionPermissions.READ_HISTORY,
                    ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE,
                    ProcessDefinitionPermissions.READ_TASK_VARIABLE,
                    ProcessDefinitionPermissions.READ_HISTORY_VARIABLE));
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

    private void grant(String group, Grant grant) {
        Authorization authorization = authorizations
                .createAuthorizationQuery()
                .authorizationType(AUTH_TYPE_GRANT)
                .groupIdIn(group)
                .resourceType(grant.resource())
                .resourceId(grant.id())
                .singleResult();
        if (authorization == null) {
            authorization = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
            authorization.setGroupId(group);
            authorization.setResource(grant.resource());
            authorization.setResourceId(grant.id());
        }
        Permission[] due = grant.permissions().toArray(Permission[]::new);
        if (permissionsOf(authorization) != permissionsOf(due)) {
            authorization.setPermissions(due);
            authorizations.saveAuthorization(authorization);
        }
    }

    private int permissionsOf(Permission[] permissions) {
        Authorization like = authorizations.createNewAuthorization(AUTH_TYPE_GRANT);
        like.setPermissions(permissions);
        return permissionsOf(like);
    }

    private static int permissionsOf(Authorization authorization) {
        return ((AuthorizationEntity) authorization).getPermissions();
    }
}
