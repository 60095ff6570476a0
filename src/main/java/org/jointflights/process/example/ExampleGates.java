package org.jointflights.process.example;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.application.people.Role;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Participation;
import org.jointflights.process.example.ExampleUsers.OpenForm;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What example people answer to gates, and with which evidence: as many decisions as people, all served ten days ago. */
@Component
@Profile("example")
public class ExampleGates {

    /** One of two people looks at decisions and notices, the other at remedies and vulnerable people. */
    private static final Set<String> OF_DECISIONS = Set.of("G0", "G1", "G6");

    private static final Set<String> OF_PROTECTION = Set.of("G2", "G5");
    private static final int DAYS_SINCE_SERVICE = 10;

    private final Flights flights;
    private final Participations participations;
    private final Clock clock;

    ExampleGates(Flights flights, Participations participations, Clock clock) {
        this.flights = flights;
        this.participations = participations;
        this.clock = clock;
    }

    /** Whose turn it is among the members of the group: 1 for decisions, 0 for everything else. */
    public static int turn(Map<String, ?> shown) {
        return places(shown).anyMatch(place -> OF_DECISIONS.contains(gate(shown, place))) ? 1 : 0;
    }

    /** Every gate of the form confirmed that is this person's. */
    public Map<String, Object> confirmed(OperationReference flight, OpenForm form) {
        Map<String, ?> shown = form.shown();
        boolean decisions = turn(shown) == 1;
        Map<String, Object> answers = evidence(flight, form.group(), shown);
        places(shown)
                .forEach(place -> answers.put(
                        "answer" + place,
                        decisions && OF_PROTECTION.contains(gate(shown, place)) ? "COLLEAGUE" : "CONFIRMED"));
        return answers;
    }

    /** What a form asks for beside the answers, by field. */
    public Map<String, Object> evidence(OperationReference flight, String group, Map<String, ?> shown) {
        if (group.equals(Role.RIGHTS_OFFICER.group())) {
            return new HashMap<>();
        }
        Party party = new Party(group.substring(0, 2));
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), flights.get(flight).departure().getZone());
        Map<String, Object> evidence = new HashMap<>();
        if (asks(shown, "asksDecisions")) {
            evidence.put("decisions", (long) decisions(flight, party));
        }
        if (asks(shown, "asksList")) {
            evidence.put("listDay", today.toString());
            evidence.put("listVersion", 1L);
            evidence.put("issuingAuthority", "Authority-" + party);
        }
        if (asks(shown, "asksHash")) {
            evidence.put("listHash", fingerprint(flight, party));
        }
        if (asks(shown, "asksService")) {
            evidence.put("servedOn", today.minusDays(DAYS_SINCE_SERVICE).toString());
            evidence.put("complaintForms", (long) decisions(flight, party));
        }
        if (asks(shown, "asksPlaces")) {
            evidence.put("waitingPlaces", (long) decisions(flight, party));
        }
        if (asks(shown, "asksNeeds")) {
            evidence.put("needs", 1L);
        }
        if (asks(shown, "asksCrew")) {
            evidence.put("languages", 1L);
            evidence.put("dutyHours", 14L);
            evidence.put("needsKnown", Long.valueOf(String.valueOf(shown.get("needsTold"))));
        }
        if (asks(shown, "asksBody")) {
            evidence.put("monitoringBody", "Ombudsman-" + party);
        }
        return evidence;
    }

    private int decisions(OperationReference flight, Party party) {
        List<Participation> states = participations.of(flight).stream()
                .filter(state ->
                        party.isFrontex() ? state.takesPart() : state.party().equals(party))
                .toList();
        return states.stream().mapToInt(state -> state.seats().returnees()).sum();
    }

    private static boolean asks(Map<String, ?> shown, String what) {
        return "yes".equals(shown.get(what));
    }

    private static String gate(Map<String, ?> shown, String place) {
        return String.valueOf(shown.get("gate" + place));
    }

    private static Stream<String> places(Map<String, ?> shown) {
        return ExampleSteps.places(shown);
    }

    /** Of the list that an example state keeps for itself. */
    public static String fingerprint(OperationReference flight, Party party) {
        try {
            byte[] list = (flight + " " + party).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(list);
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
