package org.jointflights.process.signin;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jointflights.application.people.People.NewGroup;
import org.jointflights.application.people.Person;
import org.jointflights.application.people.Role;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OverdueLists;
import org.springframework.stereotype.Component;

/**
 * The lists that Tasklist opens on. A stored filter may hold no expression here, so there is no “current user” to ask
 * for: each group and each person has their own.
 */
@Component
class Filters {

    private static final String OPEN = "signin.list.open";
    private static final String TO_CLAIM = "signin.list.toClaim";
    private static final String OVERDUE = "signin.list.overdue";
    private static final String MINE = "signin.list.mine";
    private static final List<String> CODES = List.of(OPEN, TO_CLAIM, OVERDUE, MINE);

    private final FilterService filters;
    private final TaskService tasks;
    private final EngineRights rights;

    Filters(FilterService filters, TaskService tasks, EngineRights rights) {
        this.filters = filters;
        this.tasks = tasks;
        this.rights = rights;
    }

    /**
     * All that is open for the group, claimed or not, so that what somebody claims stays where they found it; what nobody has
     * claimed, and what is overdue. Whoever watches the flights has their page.
     */
    void forGroup(NewGroup wanted, Map<String, Filter> lists, EngineRights.Given given) {
        Role role = wanted.role();
        if (role == Role.AUDITOR || role == Role.ADMINISTRATOR) {
            return;
        }
        Shared shared = new Shared(wanted.group(), lists, given);
        Worded name = wanted.name();
        shared(
                shared,
                new Words(Sentence.of(OPEN, name), "signin.list.open.what"),
                Map.of("priority", 0),
                candidates(wanted).includeAssignedTasks());
        shared(
                shared,
                new Words(Sentence.of(TO_CLAIM, name), "signin.list.toClaim.what"),
                Map.of("priority", 2),
                candidates(wanted));
        shared(
                shared,
                new Words(Sentence.of(OVERDUE, name), "signin.list.overdue.what"),
                Map.of("priority", 5, OverdueLists.MARK, true),
                candidates(wanted).includeAssignedTasks());
    }

    private TaskQuery candidates(NewGroup wanted) {
        return query().taskCandidateGroup(wanted.group());
    }

    /** All lists by their names: read once for many groups. */
    Map<String, Filter> byName() {
        Map<String, Filter> lists = new HashMap<>();
        filters.createTaskFilterQuery().unlimitedList().forEach(list -> lists.put(list.getName(), list));
        return lists;
    }

    private record Shared(String group, Map<String, Filter> lists, EngineRights.Given given) {}

    /** The tasks that the person has claimed. */
    void forPerson(Person person) {
        Filter filter = save(
                filters.newTaskFilter(FormLanguage.say(MINE)),
                new Words(Sentence.of(MINE), "signin.list.mine.what"),
                Map.of("priority", 10),
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

    /** One that was made before lists had words in every language is given them. */
    private void shared(Shared shared, Words words, Map<String, Object> kind, TaskQuery query) {
        Filter before = shared.lists().get(FormLanguage.say(words.name()));
        if (before == null) {
            Filter filter = save(filters.newTaskFilter(FormLanguage.say(words.name())), words, kind, query);
            rights.mayReadFilter(shared.group(), filter.getId(), shared.given());
        } else if (!before.getProperties().keySet().containsAll(otherLanguages())) {
            save(before, words, kind, query);
        }
    }

    private Filter save(Filter filter, Words words, Map<String, Object> kind, TaskQuery query) {
        Map<String, Object> properties = new HashMap<>(words.spoken());
        properties.putAll(kind);
        properties.put("refresh", true);
        properties.put("showUndefinedVariable", false);
        for (Locale other : FormLanguage.OTHERS) {
            Map<String, Object> inOther = FormLanguage.in(other, words::spoken);
            inOther.put("name", words.name().in(other));
            properties.put(other.getLanguage(), inOther);
        }
        filter.setQuery(query);
        filter.setProperties(properties);
        return filters.saveFilter(filter);
    }

    private static List<String> otherLanguages() {
        return FormLanguage.OTHERS.stream().map(Locale::getLanguage).toList();
    }

    private TaskQuery query() {
        return tasks.createTaskQuery().orderByDueDate().asc();
    }

    /** What Tasklist shows of a list: its name, and beside it what it holds and what its columns are. */
    private record Words(Sentence name, String description) {

        Map<String, Object> spoken() {
            Map<String, Object> words = new HashMap<>();
            words.put("description", FormLanguage.say(description));
            words.put(
                    "variables",
                    List.of(
                            Map.of("name", "reference", "label", FormLanguage.say("signin.list.flight")),
                            Map.of("name", "party", "label", FormLanguage.say("field.party"))));
            return words;
        }
    }
}
