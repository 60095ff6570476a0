package org.jointflights.process.signin;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.process.engine.FormLanguage;
import org.springframework.stereotype.Component;

/**
 * The lists that Tasklist opens on. A stored filter may hold no expression here, so there is no “current user” to ask
 * for: each group and each person has their own.
 */
@Component
class Filters {

    private static final String TO_CLAIM = "signin.list.toClaim";
    private static final String CLAIMED = "signin.list.claimed";
    private static final String MINE = "signin.list.mine";
    private static final List<String> CODES = List.of(TO_CLAIM, CLAIMED, MINE);

    private static final List<Map<String, String>> COLUMNS = List.of(
            Map.of("name", "reference", "label", FormLanguage.say("signin.list.flight")),
            Map.of("name", "party", "label", FormLanguage.say("field.party")));

    private final FilterService filters;
    private final TaskService tasks;
    private final EngineRights rights;

    Filters(FilterService filters, TaskService tasks, EngineRights rights) {
        this.filters = filters;
        this.tasks = tasks;
        this.rights = rights;
    }

    /** What waits for the group, and what its members have claimed; whoever watches the flights has their page. */
    void forGroup(Role role, String group, String name) {
        if (role == Role.AUDITOR || role == Role.ADMINISTRATOR) {
            return;
        }
        shared(
                group,
                FormLanguage.say(TO_CLAIM, name),
                0,
                FormLanguage.say("signin.list.toClaim.what"),
                query().taskCandidateGroup(group));
        shared(
                group,
                FormLanguage.say(CLAIMED, name),
                20,
                FormLanguage.say("signin.list.claimed.what"),
                query().taskCandidateGroup(group).includeAssignedTasks().taskAssigned());
    }

    /** The tasks that the person has claimed. */
    void forPerson(Person person) {
        Filter filter = save(
                FormLanguage.say(MINE),
                10,
                FormLanguage.say("signin.list.mine.what"),
                query().taskAssignee(person.id()));
        rights.mayReadOwnFilter(person.id(), filter.getId());
    }

    /** Removes the lists that somebody else made, and those of ours that somebody taught to compute something. */
    void removeOthers() {
        for (Filter filter : filters.createTaskFilterQuery().unlimitedList()) {
            String query = ((FilterEntity) filter).getQueryInternal();
            boolean ours =
                    CODES.stream().map(code -> FormLanguage.say(code, "")).anyMatch(filter.getName()::startsWith);
            if (!ours || query.contains("Expression") || query.contains("orQueries")) {
                filters.deleteFilter(filter.getId());
            }
        }
    }

    /** Takes away what {@link #forPerson} made. */
    void remove(Person person) {
        rights.ownFiltersOf(person.id()).forEach(filters::deleteFilter);
    }

    private void shared(String group, String name, int priority, String description, TaskQuery query) {
        if (filters.createTaskFilterQuery().filterName(name).count() == 0) {
            Filter filter = save(name, priority, description, query);
            rights.mayReadFilter(group, filter.getId());
        }
    }

    private Filter save(String name, int priority, String description, TaskQuery query) {
        Filter filter = filters.newTaskFilter(name);
        filter.setQuery(query);
        filter.setProperties(Map.of(
                "description",
                description,
                "priority",
                priority,
                "refresh",
                true,
                "showUndefinedVariable",
                false,
                "variables",
                COLUMNS));
        return filters.saveFilter(filter);
    }

    private TaskQuery query() {
        return tasks.createTaskQuery().orderByDueDate().asc();
    }
}
