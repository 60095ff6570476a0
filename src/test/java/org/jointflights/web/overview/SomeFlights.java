package org.jointflights.web.overview;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import org.jointflights.domain.OperationReference;
import org.jointflights.process.TasklistUsers;
import org.jointflights.process.TypedForms;
import org.springframework.test.web.servlet.MockMvc;

/** Flights made through the tasks of the people whose job it is. */
public final class SomeFlights {

    private final TasklistUsers users;

    public SomeFlights(TasklistUsers users) {
        this.users = users;
    }

    /** France asks the United Kingdom and Spain to fly to Nigeria on 20 May 2027; nobody has answered. */
    public OperationReference proposed() {
        return proposed(Map.of());
    }

    public OperationReference proposed(Map<String, String> changes) {
        String organiser = changes.getOrDefault("organiser", "FR").toLowerCase(Locale.ROOT);
        return users.as(organiser + "coordinator").proposes(changes);
    }

    /** All three have declared their seats and may still correct them. */
    public OperationReference answered() {
        OperationReference flight = proposed();
        answers("frcoordinator", flight, 14, 29, "CDG", false);
        answers("gbcoordinator", flight, 22, 38, "STN", false);
        answers("escoordinator", flight, 24, 40, "MAD", false);
        return flight;
    }

    /** The seats are settled, two quotes are on record and the cheaper one is chosen: the costs come next. */
    public OperationReference planned() {
        return planned(Map.of(), "Air One");
    }

    private OperationReference planned(Map<String, String> changes, String carrier) {
        OperationReference flight = proposed(changes);
        answers("frcoordinator", flight, 14, 29, "CDG", true);
        answers("gbcoordinator", flight, 22, 38, "STN", true);
        answers("escoordinator", flight, 24, 40, "MAD", true);
        return settled(flight, carrier);
    }

    /** France and the United Kingdom leave their answers as they are; the seats are settled and Air One is chosen. */
    public void settles(OperationReference answered) {
        answers("userTask_correctAnswer", "frcoordinator", answered, 14, 29, "CDG", true);
        answers("userTask_correctAnswer", "gbcoordinator", answered, 22, 38, "STN", true);
        users.runJobs(answered);
        settled(answered, "Air One");
    }

    private OperationReference settled(OperationReference flight, String carrier) {
        users.as("frcoordinator").completes("userTask_consolidatePlan", flight, TypedForms.settledPlan());
        quotes(flight, carrier, "262,000.00", true);
        quotes(flight, "Air Two", "271,500.00", false);
        users.as("frcoordinator").completes("userTask_chooseCarrier", flight, Map.of("quote", "1"));
        return flight;
    }

    /** The charter is shared by returnees, 14 : 22 : 24, and the shares lie before the three parties. */
    public OperationReference sharing() {
        return sharing(planned(), "Charter CDG–STN–MAD–LOS–CDG");
    }

    /** The same, but destination, carrier and cost item are called that. */
    public OperationReference sharingCalled(String name) {
        return sharing(planned(Map.of("destination", name), name), name);
    }

    private OperationReference sharing(OperationReference flight, String item) {
        users.runJobs(flight);
        users.as("frcoordinator")
                .completes(
                        "userTask_addCostItem",
                        flight,
                        Map.of(
                                "action", "ADD",
                                "category", "CHARTER",
                                "description", item,
                                "amount", "262,000.00",
                                "payer", "FR",
                                "sharing", "ALL",
                                "key", "PER_RETURNEE",
                                "another", "NO"));
        users.runJobs(flight);
        return flight;
    }

    private void quotes(OperationReference flight, String carrier, String price, boolean another) {
        users.as("frcoordinator").completes("userTask_enterQuote", flight, TypedForms.quote(carrier, price, another));
    }

    private void answers(
            String user, OperationReference flight, int returnees, int escorts, String embarkation, boolean last) {
        answers("userTask_answerOffer", user, flight, returnees, escorts, embarkation, last);
    }

    private void answers(
            String task,
            String user,
            OperationReference flight,
            int returnees,
            int escorts,
            String embarkation,
            boolean last) {
        users.as(user).completes(task, flight, TypedForms.seats(returnees, escorts, embarkation, last));
    }

    /** Spain's coordinator withdraws over the API, and what follows from it is done. */
    public void spainWithdraws(MockMvc web, OperationReference flight) throws Exception {
        web.perform(post("/api/flights/" + flight + "/withdraw")
                        .content("{\"party\":\"ES\",\"cause\":\"LEGAL\",\"reason\":\"Court order\"}")
                        .contentType("application/json")
                        .with(user("escoordinator"))
                        .with(csrf()))
                .andExpect(status().isNoContent());
        users.runJobs(flight);
    }
}
