package org.jointflights.application.overview;

import org.jointflights.application.notice.WriteNotices;
import org.jointflights.application.overview.OpenTasks.TaskOfFlight;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.people.People;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the groups of a task that somebody has commented on it, without a word of the comment. */
@Service
@Transactional
public class TellOfComment {

    private final OpenTasks tasks;
    private final WriteNotices notices;
    private final People people;
    private final CurrentUser author;

    TellOfComment(OpenTasks tasks, WriteNotices notices, People people, CurrentUser author) {
        this.tasks = tasks;
        this.notices = notices;
        this.people = people;
        this.author = author;
    }

    /** Once for each comment; nobody is told who would only hear of their own. */
    public void commented(String task, String comment) {
        tasks.find(task)
                .ifPresent(found -> found.task().groups().stream()
                        .filter(this::hasOthers)
                        .forEach(group -> tell(found, group, comment)));
    }

    private boolean hasOthers(String group) {
        return people.membersOf(group).stream().anyMatch(person -> !person.id().equals(author.account()));
    }

    private void tell(TaskOfFlight found, String group, String comment) {
        String code = found.task().isConfidential() ? "notice.confidential.comment" : "notice.comment";
        notices.sendOfComment(
                found.task().id(),
                author.account(),
                found.reference(),
                group,
                "comment/" + comment,
                code,
                found.reference(),
                found.task().name());
    }
}
