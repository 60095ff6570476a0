package org.jointflights.process.approval;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.annual.CheckAppropriation;
import org.jointflights.application.approval.SigningDocument;
import org.jointflights.application.approval.WriteSigningDocuments;
import org.jointflights.domain.Party;
import org.jointflights.domain.annual.LeftOfYear;
import org.jointflights.domain.approval.PlanVersion;
import org.jointflights.process.engine.Computed;
import org.jointflights.process.engine.FlightView;
import org.jointflights.process.engine.FormLanguage;
import org.jointflights.process.engine.OpenTask;
import org.springframework.stereotype.Component;

/** Puts on a form what its reader needs to decide: the plan, the money, who has signed. */
@Component
class SigningDocumentOnForm {

    private static final Set<String> PLAN = Set.of(
            FlightView.FLIGHT,
            "route",
            "total",
            "carrier",
            "crew",
            "emptySeats",
            "seats",
            "costs",
            "shares",
            "decisions");
    private static final Set<String> ANSWERS = Set.of("version", "signatures");

    static final String OWN_SHARE = "ownShare";
    static final String SHARE_CHANGE = "shareChange";

    private final WriteSigningDocuments sheets;
    private final CheckAppropriation appropriations;
    private final FlightView view;

    SigningDocumentOnForm(WriteSigningDocuments sheets, CheckAppropriation appropriations, FlightView view) {
        this.sheets = sheets;
        this.appropriations = appropriations;
        this.view = view;
    }

    /** What a state's decision leaves of what may be promised in its year. */
    LeftOfYear leftOfYear(OpenTask task, Party state) {
        return appropriations.of(task.reference(), state);
    }

    /** What the signer's party bears, as the version says it, and apart from it how that came about since the one before. */
    void showShare(OpenTask task, PlanVersion version, Party party) {
        task.show(OWN_SHARE, Computed.of(version.shareOf(party)))
                .show(SHARE_CHANGE, sheets.change(version, party, FormLanguage.spoken()));
    }

    /** What a form shows that shows the plan and more. */
    static Set<String> planAnd(String... more) {
        return Stream.concat(PLAN.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    /** What a form shows that shows the plan, the answers given to it, and more. */
    static Set<String> planAndAnswersAnd(String... more) {
        return Stream.of(PLAN, ANSWERS, Set.of(more)).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    SigningDocument showPlan(OpenTask task) {
        SigningDocument sheet = sheets.of(task.reference(), FormLanguage.spoken());
        view.showFlight(task);
        task.show("route", sheet.route())
                .show("total", Computed.of(sheet.total()))
                .show("carrier", sheet.carrier())
                .show("crew", sheet.crew())
                .show("emptySeats", sheet.emptySeats())
                .showRows("seats", sheet.seats())
                .showRows("costs", sheet.costs())
                .showRows("shares", sheet.shares())
                .showRows("decisions", sheet.decisions());
        return sheet;
    }

    void showAnswers(OpenTask task) {
        task.showRows("signatures", sheets.signatures(task.reference(), FormLanguage.spoken()));
    }

    SigningDocument showPlanAndAnswers(OpenTask task) {
        SigningDocument sheet = showPlan(task);
        PlanVersion version = sheet.version();
        task.show("version", version == null ? null : Computed.of(version)).showRows("signatures", sheet.signatures());
        return sheet;
    }
}
