package org.jointflights.process.costs;

import java.util.HashSet;
import java.util.Set;
import org.jointflights.application.costs.AnswerShares;
import org.jointflights.application.costs.Split;
import org.jointflights.domain.Party;
import org.jointflights.process.engine.CompletedTask;
import org.jointflights.process.engine.Computed;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.Markdown;
import org.jointflights.process.engine.OpenTask;
import org.jointflights.process.engine.TaskForm;
import org.springframework.stereotype.Component;

/** One party's finance reads its share with the reason for every figure, and accepts it or objects. */
@Component
class AcceptShareForm implements TaskForm {

    private enum Answer {
        ACCEPT,
        OBJECT
    }

    private final AnswerShares answers;
    private final CostTables tables;
    private final FlightView view;

    AcceptShareForm(AnswerShares answers, CostTables tables, FlightView view) {
        this.answers = answers;
        this.tables = tables;
        this.view = view;
    }

    @Override
    public String task() {
        return "userTask_acceptShare";
    }

    @Override
    public Set<String> fields() {
        return Set.of("answer", "reason");
    }

    @Override
    public Set<String> shows() {
        Set<String> shown = new HashSet<>(FlightView.SHOWS);
        shown.addAll(computed());
        shown.addAll(
                Set.of("emptySeats", "guarantees", "shareWhy", "shareRows", "totalRows", "itemRows", "objectionRows"));
        return shown;
    }

    @Override
    public Set<String> computed() {
        return Set.of("reference", "partyName", "shareTotal", "flightTotal", "splitRound");
    }

    @Override
    public boolean prepares() {
        return false;
    }

    @Override
    public void open(OpenTask task) {
        Party party = task.party();
        Split split = answers.open(task.reference());
        view.show(task);
        task.show("reference", Computed.of(task.reference()))
                .show("partyName", Computed.of(party))
                .show("shareTotal", Computed.of(split.totalOf(party)))
                .show("flightTotal", Computed.of(split.total()))
                .show("splitRound", Computed.of(split.round()))
                .show("shareWhy", FormLanguage.say(split.why(party)))
                .show("emptySeats", FormLanguage.say("costs.rule." + split.withdrawalRule()))
                .show("guarantees", Markdown.list(split.guarantees()))
                .showRows("shareRows", tables.shares(split, party))
                .showRows("totalRows", tables.totals(task.reference()))
                .showRows("itemRows", tables.items(task.reference()))
                .showRows("objectionRows", tables.objections(task.reference()));
    }

    @Override
    public void complete(CompletedTask task) {
        switch (task.answers().choice("answer", Answer.class)) {
            case ACCEPT -> answers.accept(task.reference(), task.party());
            case OBJECT ->
                answers.object(task.reference(), task.party(), task.answers().remark("reason"));
        }
    }
}
