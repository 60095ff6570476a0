package org.jointflights.process.flight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.flight.acts.SubmitFlightAct;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.logbook.AddLogFile;
import org.jointflights.application.logbook.WriteLog;
import org.jointflights.application.people.Role;
import org.jointflights.application.settlement.AddVoucherFile;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Seats;
import org.jointflights.domain.file.SomeFiles;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jointflights.process.TypedForms;
import org.jointflights.process.example.ExampleGates;
import org.jointflights.process.example.ExampleSteps;
import org.jointflights.process.example.ExampleUsers.OpenForm;
import org.jointflights.security.HttpUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A flight into every field of which that takes people's own words somebody who may has typed a canary: objections, refusals,
 * stops, a diversion, people who fly back, incidents and complaints, all on the way to accounts that are even.
 */
abstract class CanaryFlights extends FilesCase {

    private static final Seats FRENCH = new Seats(10, 12, 2, 1, 2, 0);
    private static final Map<Party, Seats> DECLARED = Map.of(
            FR,
            FRENCH,
            GB,
            new Seats(8, 8, 1, 0, 1, 0),
            ES,
            new Seats(4, 4, 0, 0, 0, 0),
            SE,
            new Seats(4, 4, 0, 0, 0, 0));

    /** Where others read what is said: in a round of signatures that somebody ends by refusing. */
    static final String IN_VAIN = ", refused";

    private static final String EXCEPTIONAL = ", exceptional";

    private static final Set<String> ALL = Set.of("FR", "GB", "ES", "SE", "BE", "FI", "FX");
    private static final Set<String> STATES = Set.of("FR", "GB", "ES", "SE");

    final Canaries canaries = new Canaries();

    /** Looks at every form that is open after each thing that is typed. */
    WhoReads readers;

    @Autowired
    SubmitFlightAct acts;

    @Autowired
    AddVoucherFile vouchers;

    @Autowired
    WriteLog log;

    @Autowired
    AddLogFile logFiles;

    @LocalServerPort
    int port;

    /** Planned until the shares are to be agreed on: a state declines, one changes its mind, the plan is changed. */
    OperationReference planned() {
        canaries.isFlownBy(ALL, Set.of(), STATES);
        OperationReference flight = users.as("frcoordinator")
                .proposes(Map.of(
                        "legalBasis",
                        canaries.in("propose-flight.legalBasis", "FRcoordinator"),
                        "destination",
                        canaries.in("propose-flight.destination", "FRcoordinator"),
                        "embarkations",
                        "CDG, STN",
                        "departure",
                        "2027-05-20 09:30",
                        "capacity",
                        80L,
                        "invited",
                        "GB, ES, SE, BE, FI"));
        exampleUsers.runJobs(flight);
        comments(flight, "userTask_answerOffer", "gbcoordinator", "GBcoordinator");
        steps.takesPart(flight, FR, DECLARED.get(FR), "CDG", "");
        steps.takesPart(flight, GB, DECLARED.get(GB), "STN", "");
        steps.takesPart(flight, ES, DECLARED.get(ES), "CDG", "");
        steps.takesPart(flight, SE, DECLARED.get(SE), "CDG", "");
        Map<String, Object> no = Map.of("takesPart", "no");
        completes(
                "becoordinator",
                "userTask_answerOffer",
                flight,
                with(no, "answerFinal", "yes"),
                "reason",
                "answer-offer");
        completes(
                "ficoordinator",
                "userTask_answerOffer",
                flight,
                with(no, "answerFinal", "no"),
                "reason",
                "answer-offer");
        completes(
                "ficoordinator",
                "userTask_correctAnswer",
                flight,
                with(no, "answerFinal", "yes"),
                "reason",
                "correct-answer");
        does(
                "frcoordinator",
                "FRcoordinator",
                flight,
                "change-plan",
                Map.of("embarkations", "CDG STN", "destinations", "LOS", "capacity", "90"),
                "reason");
        exampleUsers.complete(
                "frcoordinator",
                "userTask_consolidatePlan",
                flight,
                Map.of(
                        "decision",
                        "settled",
                        "emptySeats",
                        "committed",
                        "escortLeader",
                        canaries.in("consolidate-plan.escortLeader", "FRcoordinator"),
                        "doctor",
                        canaries.in("consolidate-plan.doctor", "FRcoordinator"),
                        "interpreter",
                        canaries.in("consolidate-plan.interpreter", "FRcoordinator"),
                        "monitor",
                        canaries.in("consolidate-plan.monitor", "FRcoordinator")));
        quotes(flight, "69,000.00", true);
        quotes(flight, "70,000.00", false);
        completes("frcoordinator", "userTask_chooseCarrier", flight, Map.of("quote", "2"), "reason", "choose-carrier");
        return flight;
    }

    private void quotes(OperationReference flight, String price, boolean another) {
        Map<String, Object> quote =
                new HashMap<>(TypedForms.quote(canaries.in("enter-quote.carrier", "FRcoordinator"), price, another));
        quote.put("option", "2027-05-01");
        exampleUsers.complete("frcoordinator", "userTask_enterQuote", flight, quote);
    }

    /** Three rounds of objections to the shares. */
    void disputes(OperationReference flight) {
        budgets(flight, "CHARTER", "70,000.00", "EUR", "FR", true);
        budgets(flight, "ESCORTS", "1,000.00", "GBP", "GB", false);
        exampleUsers.complete(
                "frcoordinator",
                "userTask_enterRate",
                flight,
                Map.of("rate", "0.8000", "rateSource", canaries.in("enter-rate.rateSource", "FRcoordinator")));
        for (int round = 1; round <= 3; round++) {
            String when = round < 3 ? "" : ", last round";
            completes(
                    "gbfinance1",
                    "userTask_acceptShare",
                    flight,
                    Map.of("answer", "OBJECT"),
                    "reason",
                    "accept-share",
                    when);
            if (round == 3) {
                completes(
                        "frfinance1",
                        "userTask_acceptShare",
                        flight,
                        Map.of("answer", "OBJECT"),
                        "reason",
                        "accept-share",
                        when);
            }
            steps.acceptShares(flight, Set.of());
            if (round < 3) {
                completes(
                        "frcoordinator",
                        "userTask_decideObjection",
                        flight,
                        Map.of("decision", "KEEP"),
                        "reason",
                        "decide-objection");
            }
        }
    }

    private void budgets(
            OperationReference flight, String category, String amount, String currency, String payer, boolean another) {
        Map<String, Object> item = new HashMap<>(Map.of(
                "action",
                "ADD",
                "category",
                category,
                "description",
                canaries.in("add-cost-item.description", "FRcoordinator"),
                "amount",
                amount,
                "currency",
                currency,
                "payer",
                payer,
                "sharing",
                payer.equals("FR") ? "ALL" : "ONE",
                "key",
                payer.equals("FR") ? "PER_RETURNEE" : "",
                "another",
                another ? "yes" : "no"));
        if (!payer.equals("FR")) {
            item.put("sharers", payer);
        }
        exampleUsers.complete("frcoordinator", "userTask_addCostItem", flight, item);
    }

    /** A manager fixes the key; a state refuses to sign, and is asked again; then everybody signs and says something. */
    void approves(OperationReference flight) {
        completes(
                "manager1",
                "userTask_fixKey",
                flight,
                Map.of("decision", "FIX", "key", "PER_RETURNEE"),
                "reason",
                "fix-key");
        setsCeilings(flight);
        signsAll(flight, "userTask_signDecisionForFrontex", "sign-decision-for-frontex", IN_VAIN);
        signsAll(flight, "userTask_signDecisionForState", "sign-decision-for-state", IN_VAIN);
        completes(
                "gbfinance2", "userTask_signPlan", flight, Map.of("answer", "REFUSE"), "reason", "sign-plan", IN_VAIN);
        completes(
                "frcoordinator",
                "userTask_decideRejection",
                flight,
                Map.of("answer", "ASK_AGAIN"),
                "reason",
                "decide-rejection");
        setsCeilings(flight);
        signsAll(flight, "userTask_signDecisionForFrontex", "sign-decision-for-frontex");
        signsAll(flight, "userTask_signDecisionForState", "sign-decision-for-state");
        exampleUsers.completeAllInTurn("userTask_signPlan", flight, saying("answer", "SIGN", "reason", "sign-plan"));
        signsAll(flight, "userTask_confirmLegalBasis", "confirm-legal-basis");
        exampleUsers.completeAll(
                "userTask_giveRightsOpinion", flight, saying("answer", "POSITIVE", "reason", "give-rights-opinion"));
        signsAll(flight, "userTask_signAsManager", "sign-as-manager");
        signsAll(flight, "userTask_giveGo", "give-go");
        exampleUsers.complete(
                "frcoordinator", "userTask_contractCarrier", flight, Map.of("price", "70,000.00", "signed", "yes"));
        recordsPermits(flight);
        assertThat(flights.get(flight).stage()).isEqualTo(Stage.OPERATION);
    }

    private void recordsPermits(OperationReference flight) {
        exampleUsers.complete(
                "frcoordinator",
                "userTask_recordPermits",
                flight,
                Map.of(
                        "landingAnswer", "GRANTED",
                        "overflightAnswer", "GRANTED",
                        "transitAnswer", "GRANTED",
                        "landingNumber", canaries.word("record-permits.landingNumber", "FRcoordinator"),
                        "landingDay", "2027-05-22",
                        "transitState", "IT",
                        "transitNumber", canaries.word("record-permits.transitNumber", "FRcoordinator"),
                        "transitDay", "2027-05-22",
                        "overflightNumber", canaries.word("record-permits.overflightNumber", "FRcoordinator"),
                        "overflightDay", "2027-05-22"));
    }

    private void setsCeilings(OperationReference flight) {
        steps.ceilings(
                flight,
                Map.of(FR, Money.euro(1_000_000), GB, Money.euro(0), ES, Money.euro(0), SE, Money.euro(0)),
                party -> party.equals(FR) ? "FRONTEX" : "NATIONAL");
    }

    private void signsAll(OperationReference flight, String task, String form) {
        signsAll(flight, task, form, "");
    }

    private void signsAll(OperationReference flight, String task, String form, String when) {
        exampleUsers.completeAll(
                task,
                flight,
                open -> Map.of(
                        "answer",
                        "SIGN",
                        "reason",
                        canaries.in(
                                form + ".reason" + when,
                                open.group(),
                                String.valueOf(open.shown().get("party")))));
    }

    /** That answer, with the words of whichever group it is. */
    private Function<OpenForm, Map<String, ?>> saying(String field, String answer, String words, String form) {
        return open -> Map.of(field, answer, words, canaries.in(form + "." + words, open.group()));
    }

    /** A suspension with advice, people who are stopped, a state that withdraws, another day. */
    void isHeldUp(OperationReference flight) {
        does("frcoordinator", "FRcoordinator", flight, "postpone", Map.of("departure", "2027-05-21 09:30"), "reason");
        recordsPermits(flight);
        exampleUsers.as(
                "frcoordinator",
                () -> acts.perform(
                        flight,
                        acts.named("record-permit"),
                        Map.of(
                                "permitKind", "OVERFLIGHT",
                                "permitState", "DZ",
                                "permitAnswer", "GRANTED",
                                "validOn", "2027-05-22",
                                "permitNumber", canaries.word("record-permit.permitNumber", "FRcoordinator"))));
        does("secoordinator", "SEcoordinator", flight, "withdraw", Map.of("party", "SE", "cause", "LEGAL"), "reason");
        canaries.isFlownBy(Set.of("FR", "GB", "ES", "BE", "FI", "FX"), Set.of("SE"), STATES);
        isRefused(flight);
        does("rightsofficer1", "rightsOfficer", flight, "suspend", Map.of(), "reason");
        does(
                "frmonitor",
                "FRmonitor",
                flight,
                "stop-people",
                Map.of("stopped", "GB", "cause", "COURT"),
                "reason",
                "GB");
        does("gbdoctor", "GBdoctor", flight, "stop-people", Map.of("stopped", "ALL", "cause", "MEDICAL"), "reason");
    }

    /** What is not theirs, not asked or wrong leaves no trace of its words. */
    private void isRefused(OperationReference flight) {
        refused("gbcoordinator", flight, "suspend", "reason", Map.of());
        refused("itcoordinator", flight, "cancel", "reason", Map.of("causedBy", "NOBODY"));
        refused("rightsofficer1", flight, "advise", "adviceReasons", Map.of("advice", "RESUME"));
        refused("frcoordinator", flight, "postpone", "departure", Map.of("reason", "no slot"));
        refused("frcoordinator", flight, "change-plan", "notAField", Map.of());
    }

    private void refused(
            String person, OperationReference flight, String act, String words, Map<String, Object> fields) {
        assertThatThrownBy(() -> exampleUsers.as(
                        person,
                        () -> acts.perform(
                                flight, acts.named(act), with(fields, words, canaries.in("refused", groupOf(person))))))
                .isInstanceOf(Refusal.class);
    }

    void goesOn(OperationReference flight) {
        completes(
                "rightsofficer2",
                "userTask_adviseOnResuming",
                flight,
                Map.of("advice", "RESUME"),
                "adviceReasons",
                "advise-on-resuming");
        readers.on(flight, WhoReads.PAGE, WhoReads.JSON);
        completes("executive1", "userTask_resumeFlight", flight, Map.of(), "reason", "resume-flight");
        does("gblegal1", "GBlegal", flight, "lift-stop", Map.of("stopNumber", "1"), "view");
        does("rightsofficer1", "rightsOfficer", flight, "lift-stop", Map.of("stopNumber", "2"), "view");
    }

    /** The count-down, with a gate that is stopped and people who leave the list. */
    void countsDown(OperationReference flight) {
        steps.confirmOpenGates(flight);
        passGates(flight, 28, 28);
        onDayBefore(flight, 21);
        answersGates(
                flight,
                "gblegal1",
                "userTask_confirmGates",
                "CONFIRMED",
                Map.of(
                        "decisions",
                        (long) participations.get(flight, GB).seats().returnees(),
                        "listDay",
                        "2027-04-01",
                        "listVersion",
                        1L,
                        "listHash",
                        ExampleGates.fingerprint(flight, GB),
                        "issuingAuthority",
                        canaries.in("confirm-gates.issuingAuthority", "GBlegal")));
        passGates(flight, 21, 7);
        onDayBefore(flight, 5);
        Task gates = users.as("gblegal1").open("userTask_confirmGates", flight);
        comments(gates, "gblegal1", "GBlegal");
        stops("gblegal1", flight, "userTask_confirmGates", "confirm-gates");
    }

    /** What one group answers to each gate of its task: no, with words of their own. */
    void stops(String person, OperationReference flight, String task, String form) {
        Task open = users.as(person).open(task, flight);
        Map<String, Object> fields = new HashMap<>();
        ExampleSteps.places(users.values(open)).forEach(place -> {
            fields.put("answer" + place, "STOP");
            fields.put("reason" + place, canaries.in(form + ".reason", groupOf(person)));
        });
        users.as(person).completes(open, fields);
        exampleUsers.runJobs(flight);
        readers.onForms();
    }

    /** The same people confirm, and say who is off the list. */
    void takesOff(String person, OperationReference flight, String task, String form) {
        answersGates(
                flight,
                person,
                task,
                "CONFIRMED",
                Map.of("takenOff", 1L, "cause", "MEDICAL", "why", canaries.in(form + ".why", groupOf(person))));
    }

    /** At the aircraft, on the way and back again. */
    void flies(OperationReference flight) {
        steps.confirmOpenGates(flight);
        onDayBefore(flight, 3);
        answersGates(
                flight,
                "gbmonitor",
                "userTask_confirmGates",
                "CONFIRMED",
                Map.of("monitoringBody", canaries.in("confirm-gates.monitoringBody", "GBmonitor")));
        passGates(flight, 3, 2);
        onDayBefore(flight, 1);
        takesOff("gblegal2", flight, "userTask_confirmGates", "confirm-gates");
        steps.confirmOpenGates(flight);
        boardingOpens(flight);
        stops("frlegal1", flight, "userTask_confirmBoarding", "confirm-boarding");
        takesOff("gbdoctor", flight, "userTask_confirmBoarding", "confirm-boarding");
        steps.confirmOpenGates(flight);
        counts(flight, "userTask_countAboard", "count-aboard", Map.of(FR, 9L, ES, 3L));
        exampleUsers.completeAll("userTask_clearDeparture", flight, form -> Map.of("decision", "CLEAR"));
        lands(flight);
        stops("gblegal1", flight, "userTask_confirmStopover", "confirm-stopover");
        takesOff("gbdoctor", flight, "userTask_confirmStopover", "confirm-stopover");
        does(
                "frescortleader",
                "FRescortleader",
                flight,
                "leave-behind",
                Map.of("leftBehind", "ES", "cause", "OTHER"),
                "reason");
        steps.confirmOpenGates(flight);
        counts(flight, "userTask_countAboardAtStop", "count-aboard-at-stop", Map.of(GB, 4L));
        exampleUsers.completeAll("userTask_clearOnward", flight, form -> Map.of("decision", "CLEAR"));
        completes(
                "frescortleader",
                "userTask_recordLanding",
                flight,
                Map.of("outcome", "DIVERTED", "airportInstead", "ATH"),
                "reason",
                "record-landing");
        steps.confirmOpenGates(flight);
        exampleUsers.completeAll("userTask_clearOnward", flight, form -> Map.of("decision", "CLEAR"));
        lands(flight);
        stops("gblegal1", flight, "userTask_answerLastCall", "answer-last-call");
        takesOff("frlegal2", flight, "userTask_answerLastCall", "answer-last-call");
        steps.confirmOpenGates(flight);
        completes(
                "frescortleader",
                "userTask_confirmHandOver",
                flight,
                Map.of("handedOver", 7L, "notHandedOver", 1L, "withProperty", 7L),
                "reason",
                "confirm-hand-over");
        Map<Party, Long> back = Map.of(GB, 4L, FR, 2L);
        exampleUsers.completeAll(
                "userTask_countReturned",
                flight,
                form -> Map.of(
                        "landedBack",
                        back.get(form.party()) - 1,
                        "missing",
                        1L,
                        "reason",
                        canaries.in("count-returned.reason", form.group())));
        assertThat(flights.get(flight).stage())
                .as("open are %s", exampleUsers.open(flight))
                .isEqualTo(Stage.SETTLEMENT);
    }

    private void counts(OperationReference flight, String task, String form, Map<Party, Long> aboard) {
        exampleUsers.completeAll(task, flight, open -> {
            Seats staff = Objects.requireNonNull(DECLARED.get(open.party()));
            return Map.of(
                    "returnees",
                    aboard.get(open.party()),
                    "absent",
                    1L,
                    "cause",
                    "ABSCONDED",
                    "why",
                    canaries.in(form + ".why", open.group()),
                    "escorts",
                    (long) staff.escorts(),
                    "medical",
                    (long) staff.medical(),
                    "interpreters",
                    (long) staff.interpreters(),
                    "monitors",
                    (long) staff.monitors());
        });
    }

    /** Two incidents, one by each channel, and a complaint, with all that is said about them. */
    void isReportedOn(OperationReference flight) {
        does("frdoctor", "FRdoctor", flight, "report-incident", incident("ORDINARY"), "whatHappened");
        assesses(flight, "");
        does("gbmonitor", "GBmonitor", flight, "report-incident", incident("EXCEPTIONAL"), "whatHappened");
        assesses(flight, EXCEPTIONAL);
        complains(flight);
    }

    private static Map<String, Object> incident(String channel) {
        return Map.of(
                "channel",
                channel,
                "incidentCategory",
                "CATEGORY_4",
                "incidentPhase",
                "IN_FLIGHT",
                "personsConcerned",
                2);
    }

    private void assesses(OperationReference flight, String channel) {
        runs(flight);
        Task assess = task("userTask_assessIncident", flight);
        comments(assess, "rightsofficer1", "rightsOfficer", ", confidential");
        completes(
                "rightsofficer1",
                assess,
                Map.of(
                        "decision", "LAUNCH",
                        "incidentCategory", "CATEGORY_4",
                        "concerned", "GB",
                        "reason", canaries.in("assess-incident.reason", "rightsOfficer"),
                        "asked", canaries.in("assess-incident.asked", "rightsOfficer", "GB")));
        completes(
                "gblegal1",
                task("userTask_reportFormally", flight),
                Map.of("formalReport", canaries.in("report-formally.formalReport", "GBlegal", "GB")));
        completes(
                "rightsofficer2",
                task("userTask_concludeIncident", flight),
                Map.of(
                        "recommendations",
                        canaries.in("conclude-incident.recommendations" + channel, "rightsOfficer", "GB")));
    }

    @Override
    void completes(String person, Task task, Map<String, Object> fields) {
        super.completes(person, task, fields);
        readers.onForms();
    }

    private void complains(OperationReference flight) {
        exampleUsers.as(
                "gbcoordinator",
                () -> acts.perform(
                        flight,
                        acts.named("register-complaint"),
                        Map.of(
                                "receivedOn",
                                today().toString(),
                                "complaintLanguage",
                                "en",
                                "complaintAbout",
                                "FR",
                                "complaintReference",
                                canaries.word("register-complaint.complaintReference", "GBcoordinator", "FR") + "-1")));
        runs(flight);
        completes(
                "rightsofficer1",
                task("userTask_acknowledgeComplaint", flight),
                Map.of("acknowledgedOn", today().toString()));
        completes(
                "rightsofficer1",
                task("userTask_decideAdmissibility", flight),
                Map.of(
                        "admissible",
                        "yes",
                        "reason",
                        canaries.in("decide-admissibility.reason", "rightsOfficer", "FR")));
        completes(
                "frlegal1",
                task("userTask_answerComplaint", flight),
                Map.of("complaintAnswer", canaries.in("answer-complaint.complaintAnswer", "FRlegal", "FR")));
        completes(
                "rightsofficer2",
                task("userTask_closeComplaint", flight),
                Map.of("complaintOutcome", canaries.in("close-complaint.complaintOutcome", "rightsOfficer", "FR")));
    }

    /** Claims, certificates, an objection that is answered twice, a debt that is waived. */
    void settlesAccounts(OperationReference flight) {
        steps.reports(flight);
        claims(flight, FR, "1", "70,000.00", "EUR");
        claims(flight, GB, "2", "1,000.00", "GBP");
        nobodyElseClaims(flight);
        showsAVoucher(flight);
        steps.certify(
                flight,
                form -> Map.of(
                        "decision",
                        "PARTLY",
                        "eligibleAmount",
                        "100.00",
                        "voucherChecked",
                        "yes",
                        "reason",
                        canaries.in("certify-claim.reason", form.group())));
        readers.onForms();
        objects(flight);
        readers.onForAll(flight, WhoReads.STATEMENT);
        long charter = claims.of(flight).stream()
                .filter(claim -> claim.claimant().equals(FR) && claim.counts())
                .findFirst()
                .orElseThrow()
                .id();
        completes(
                "frfinance1",
                "userTask_answerObjection",
                flight,
                Map.of("decision", "CORRECT", "claim", charter + ""),
                "answer",
                "answer-objection");
        claims(flight, FR, "1", "69,900.00", "EUR");
        steps.certify(
                flight,
                form -> Map.of(
                        "decision", "NOT_ELIGIBLE", "reason", canaries.in("certify-claim.reason", form.group())));
        objects(flight);
        completes(
                "executive1",
                "userTask_decideDispute",
                flight,
                Map.of("decision", "STANDS"),
                "answer",
                "decide-dispute");
        users.fireTimer("boundaryEvent_paymentsEnd", flight);
        boolean[] proved = new boolean[1];
        exampleUsers.completeAll("userTask_decidePayment", flight, form -> {
            Map<String, Object> decision = new HashMap<>();
            decision.put("reason", canaries.in("decide-payment.reason", form.group()));
            if (!proved[0]) {
                decision.put("document", canaries.in("decide-payment.document", form.group()));
                decision.put("documentDate", today().toString());
            }
            decision.put("outcome", proved[0] ? "ASK_AGAIN" : "PAID");
            proved[0] = true;
            return decision;
        });
        readers.onForms();
        boolean[] waived = new boolean[1];
        exampleUsers.completeAll("userTask_confirmPayment", flight, form -> {
            if (!waived[0]) {
                waived[0] = true;
                return Map.of(
                        "outcome", "WAIVED",
                        "letter", canaries.in("confirm-payment.letter", form.group()),
                        "letterDate", today().toString(),
                        "reason", canaries.in("confirm-payment.reason", form.group()));
            }
            return Map.of(
                    "outcome", "PAID",
                    "amountReceived",
                            transfers
                                    .get(form.number("transfer"))
                                    .amount()
                                    .decimal()
                                    .toPlainString(),
                    "valueDate", today().toString(),
                    "bankReference", canaries.in("confirm-payment.bankReference", form.group()));
        });
        exampleUsers.runJobs(flight);
    }

    private void signsAccounts(OperationReference flight) {
        exampleUsers.completeAll("userTask_signStatement", flight, form -> Map.of("answer", "SIGN"));
    }

    private void objects(OperationReference flight) {
        completes(
                "gbfinance2", "userTask_signStatement", flight, Map.of("answer", "OBJECT"), "reason", "sign-statement");
        signsAccounts(flight);
    }

    private void claims(OperationReference flight, Party party, String line, String amount, String currency) {
        String group = Role.FINANCE.groupOf(party);
        exampleUsers.complete(
                ExampleSteps.user(party, "finance1"),
                "userTask_enterActualCost",
                flight,
                Map.of(
                        "claimed",
                        "yes",
                        "item",
                        line,
                        "description",
                        canaries.in("enter-actual-cost.description", group),
                        "amount",
                        amount,
                        "currency",
                        currency,
                        "voucherNumber",
                        canaries.word("enter-actual-cost.voucherNumber", group),
                        "voucherDate",
                        today().toString(),
                        "another",
                        "no"));
    }

    private void showsAVoucher(OperationReference flight) {
        long claim = claims.of(flight).stream()
                .filter(one -> one.claimant().equals(GB))
                .findFirst()
                .orElseThrow()
                .id();
        byte[] file = SomeFiles.pdf(canaries.in("voucher.file", "GBfinance"));
        String name = canaries.word("voucher.fileName", "GBfinance") + ".pdf";
        exampleUsers.as("gbfinance1", () -> vouchers.add(flight, claim, name, file));
    }

    /** A message to all, and one from Spain to the United Kingdom with a file. */
    void writesTheLog(OperationReference flight) {
        clock.advance(Duration.ofSeconds(1));
        writes("frdoctor", flight, "ALL", List.of(), canaries.in("log.logText", "FRdoctor"));
        long some =
                writes("eslegal1", flight, "SOME", List.of("GB"), canaries.in("log.logText, some", "ESlegal", "GB"));
        byte[] file = SomeFiles.pdf(canaries.in("log.file", "ESlegal", "GB"));
        String name = canaries.word("log.fileName", "ESlegal", "GB") + ".pdf";
        exampleUsers.as("eslegal1", () -> logFiles.add(flight, some, name, file));
    }

    private long writes(String person, OperationReference flight, String to, List<String> parties, String text) {
        long[] number = new long[1];
        exampleUsers.as(
                person,
                () -> number[0] =
                        log.write(flight, new TypedFields(Map.of("logText", text, "addressed", to)), parties));
        return number[0];
    }

    /** Every task is done, and the texts are kept a little longer. */
    void isKept(OperationReference flight) {
        exampleUsers.complete(
                "frcoordinator",
                "userTask_acknowledgeWithdrawal",
                flight,
                Map.of("note", canaries.in("acknowledge-withdrawal.note", "FRcoordinator", "SE")));
        does("gblegal1", "GBlegal", flight, "hold-texts", Map.of(), "reason");
        does("rightsofficer1", "rightsOfficer", flight, "hold-texts", Map.of(), "reason");
    }

    /** France and the United Kingdom are on their way, and the executive ends it where the aircraft stands. */
    OperationReference ended() {
        canaries.isFlownBy(Set.of("FR", "GB", "FX"), Set.of(), Set.of("FR", "GB"));
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-07-20 09:30", 60, "GB");
        Map<Party, Seats> both = Map.of(FR, FRENCH, GB, new Seats(8, 8, 1, 0, 1, 0));
        steps.takesPart(flight, FR, both.get(FR), "CDG", "");
        steps.takesPart(flight, GB, both.get(GB), "STN", "");
        steps.plan(flight, "Air One", Money.euro(4_000_000), 60, "CGLPL");
        steps.budget(flight, List.of(common("CHARTER", 4_000_000, FR, "PER_RETURNEE")));
        steps.acceptShares(flight, Set.of());
        steps.ceilings(flight, Map.of(FR, Money.euro(0), GB, Money.euro(0)), party -> "NATIONAL");
        steps.signatures(flight);
        steps.goAndContract(flight, Money.euro(4_000_000));
        steps.confirmOpenGates(flight);
        passGates(flight, 28, 1);
        boardingOpens(flight);
        board(flight, both);
        lands(flight);
        does("executive1", "executive", flight, "end-operation", Map.of(), "reason");
        landsBack(flight, both);
        return flight;
    }

    /** Cancelled by its organiser before anybody has answered. */
    OperationReference cancelled() {
        canaries.isFlownBy(Set.of("FR", "GB", "FX"), Set.of(), Set.of("FR", "GB"));
        OperationReference flight = proposed(FR, "Nigeria", "CDG, STN", "LOS", "2027-12-20 09:30", 60, "GB");
        does("frcoordinator", "FRcoordinator", flight, "cancel", Map.of("causedBy", "NOBODY"), "reason");
        return flight;
    }

    /** Does the act with words of one's own in that field. */
    void does(
            String person,
            String group,
            OperationReference flight,
            String act,
            Map<String, Object> fields,
            String words) {
        does(person, group, flight, act, fields, words, "");
    }

    private void does(
            String person,
            String group,
            OperationReference flight,
            String act,
            Map<String, Object> fields,
            String words,
            String about) {
        clock.advance(Duration.ofSeconds(1));
        Map<String, Object> typed = with(
                fields,
                words,
                canaries.in(
                        act + "." + words + (fields.containsValue("EXCEPTIONAL") ? EXCEPTIONAL : ""), group, about));
        exampleUsers.as(person, () -> acts.perform(flight, acts.named(act), typed));
        exampleUsers.runJobs(flight);
        readers.onForms();
    }

    /** Completes the task with words of one's own in that field. */
    void completes(
            String person,
            String task,
            OperationReference flight,
            Map<String, Object> fields,
            String words,
            String form) {
        completes(person, task, flight, fields, words, form, "");
    }

    private void completes(
            String person,
            String task,
            OperationReference flight,
            Map<String, Object> fields,
            String words,
            String form,
            String when) {
        clock.advance(Duration.ofSeconds(1));
        exampleUsers.complete(
                person, task, flight, with(fields, words, canaries.in(form + "." + words + when, groupOf(person))));
        readers.onForms();
    }

    private void comments(OperationReference flight, String task, String person, String group) {
        comments(users.as(person).open(task, flight), person, group);
    }

    /** As Tasklist does it. */
    private void comments(Task task, String person, String group) {
        comments(task, person, group, "");
    }

    private void comments(Task task, String person, String group, String kind) {
        HttpResponse<String> answer = HttpUser.signedIn(port, person)
                .send(
                        "POST",
                        HttpUser.ENGINE + "/task/" + task.getId() + "/comment/create",
                        "{\"message\":\"" + canaries.in("comment" + kind, group) + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        readers.onTask(task.getId());
    }

    static Map<String, Object> with(Map<String, Object> fields, String field, Object value) {
        Map<String, Object> more = new HashMap<>(fields);
        more.put(field, value);
        return more;
    }

    /** Of the example's people, who have one group each. */
    static String groupOf(String person) {
        for (Role role : Role.ofNoParty()) {
            if (person.startsWith(role.group().toLowerCase(Locale.ROOT))) {
                return role.group();
            }
        }
        return person.substring(0, 2).toUpperCase(Locale.ROOT)
                + person.substring(2).replaceAll("[0-9]", "");
    }
}
