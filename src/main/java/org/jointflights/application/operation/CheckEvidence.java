package org.jointflights.application.operation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.people.Parties;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.operation.Evidence;
import org.jointflights.domain.operation.EvidenceKind;
import org.jointflights.domain.operation.Gate;
import org.jointflights.domain.operation.GateAnswer;
import org.jointflights.domain.operation.Passage;
import org.jointflights.domain.operation.Question;
import org.jointflights.domain.operation.Safeguards;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares what comes with a confirmation with what is on record: counts, days and fingerprints that contradict it are refused. */
@Component
class CheckEvidence {

    /** Assumed until somebody says otherwise: nobody guards people longer than this without rest. */
    private static final int LONGEST_DUTY = 16;

    private final ReadSafeguards situation;
    private final Flights flights;
    private final GateTable table;
    private final Parties parties;
    private final Clock clock;

    CheckEvidence(ReadSafeguards situation, Flights flights, GateTable table, Parties parties, Clock clock) {
        this.situation = situation;
        this.flights = flights;
        this.table = table;
        this.parties = parties;
        this.clock = clock;
    }

    /**
     * The evidence as it is kept. Throws {@link BadInput} where it is missing or contradicts what is known, {@link Conflict}
     * where what it is compared with is not there yet.
     */
    Evidence of(OperationReference reference, Question question, Evidence given) {
        EvidenceKind kind = situation.rules(reference).evidenceOf(question);
        return switch (kind) {
            case NONE -> Evidence.NONE;
            case LIST -> list(reference, question.party(), given);
            case SAME_LIST -> sameList(situation.safeguards(reference), question.party(), given);
            case DECISIONS -> decisions(situation.safeguards(reference), given);
            case SERVICE -> service(reference, question.party(), given);
            case PLACES -> places(reference, question.party(), given);
            case NEEDS -> needs(reference, question.party(), given);
            case CREW -> crew(situation.safeguards(reference), given);
            case MONITORING_BODY -> monitoringBody(situation.safeguards(reference), given);
        };
    }

    private Evidence list(OperationReference reference, Party party, Evidence given) {
        int decisions = there("decisions", given.count());
        LocalDate day = notAhead("listDay", reference, given.day());
        int onList = onList(reference, party);
        if (decisions < onList) {
            throw BadInput.of("decisions", decisions, "operation.evidence.fewerDecisions", onList);
        }
        return Evidence.list(
                decisions,
                day,
                there("listVersion", given.version()),
                there("listHash", given.sha256()),
                there("issuingAuthority", given.body()).strip());
    }

    private static Evidence sameList(Safeguards safeguards, Party party, Evidence given) {
        String sha256 = there("listHash", given.sha256());
        GateAnswer first = shown(safeguards, party);
        if (!sha256.equals(first.evidence().sha256())) {
            throw BadInput.of("listHash", sha256, "operation.evidence.anotherList");
        }
        return Evidence.sameList(sha256);
    }

    private static Evidence decisions(Safeguards safeguards, Evidence given) {
        int checked = there("decisions", given.count());
        int shown = safeguards.journey().passages().stream()
                .filter(passage -> passage.committed().returnees() > 0)
                .map(Passage::party)
                .filter(party -> !safeguards.emptied().contains(party))
                .mapToInt(party ->
                        there("decisions", shown(safeguards, party).evidence().count()))
                .sum();
        if (checked != shown) {
            throw BadInput.of("decisions", checked, "operation.evidence.otherSum", shown);
        }
        return Evidence.decisions(checked);
    }

    private Evidence service(OperationReference reference, Party party, Evidence given) {
        LocalDate day = notAhead("servedOn", reference, given.day());
        int forms = there("complaintForms", given.people());
        int onList = onList(reference, party);
        if (forms < onList) {
            throw BadInput.of("complaintForms", forms, "operation.evidence.fewerForms", onList);
        }
        return Evidence.service(day, table.noticeDays(flights.get(reference).lawDate(), party), forms);
    }

    private Evidence places(OperationReference reference, Party party, Evidence given) {
        int places = there("waitingPlaces", given.count());
        int onList = onList(reference, party);
        if (places < onList) {
            throw BadInput.of("waitingPlaces", places, "operation.evidence.fewerPlaces", onList);
        }
        return Evidence.places(places);
    }

    private Evidence needs(OperationReference reference, Party party, Evidence given) {
        int people = there("needs", given.people());
        int onList = onList(reference, party);
        if (people > onList) {
            throw BadInput.of("needs", people, "operation.evidence.moreNeeds", onList);
        }
        return Evidence.needs(people);
    }

    private int onList(OperationReference reference, Party party) {
        return situation.headCount(reference, party).expected();
    }

    private static Evidence crew(Safeguards safeguards, Evidence given) {
        int languages = there("languages", given.count());
        int duty = there("dutyHours", given.hours());
        if (duty > LONGEST_DUTY) {
            throw BadInput.of("dutyHours", duty, "operation.evidence.dutyHours", LONGEST_DUTY);
        }
        List<Sentence> missing = safeguards.missingInPlan();
        if (!missing.isEmpty()) {
            throw Conflict.of("operation.evidence.crewIncomplete", Sentence.listOf(missing));
        }
        int interpreters = safeguards.journey().passages().stream()
                .map(Passage::committed)
                .mapToInt(Seats::interpreters)
                .sum();
        if (languages > interpreters) {
            throw BadInput.of("languages", languages, "operation.evidence.languages", interpreters);
        }
        return Evidence.crew(languages, duty, needsKnown(safeguards, given));
    }

    /** The escorts know of all whom the states have told of; who tells later has the gate asked again. */
    private static int needsKnown(Safeguards safeguards, Evidence given) {
        int known = there("needsKnown", given.people());
        int told = safeguards.needsTold();
        if (known < told) {
            throw BadInput.of("needsKnown", known, "operation.evidence.fewerNeeds", told);
        }
        return known;
    }

    /** Whoever runs the flight does not watch it. */
    private Evidence monitoringBody(Safeguards safeguards, Evidence given) {
        String body = there("monitoringBody", given.body()).strip();
        parties.all().stream()
                .filter(member -> same(member.authority(), body))
                .findFirst()
                .ifPresent(member -> {
                    throw BadInput.of("monitoringBody", body, "operation.evidence.runsTheFlight", member.party());
                });
        if (safeguards.journey().passages().stream()
                .noneMatch(passage -> passage.committed().monitors() > 0)) {
            throw Conflict.of("operation.evidence.crewIncomplete", Sentence.of("operation.crew.monitor"));
        }
        return Evidence.monitoringBody(body);
    }

    private static boolean same(String authority, String body) {
        return authority.strip().toLowerCase(Locale.ROOT).equals(body.toLowerCase(Locale.ROOT));
    }

    private static GateAnswer shown(Safeguards safeguards, Party party) {
        return safeguards
                .lastConfirmation(party, Gate.RETURN_DECISION)
                .orElseThrow(() -> Conflict.of("operation.evidence.listNotShown", party));
    }

    private LocalDate notAhead(String field, OperationReference reference, @Nullable LocalDate given) {
        LocalDate day = there(field, given);
        Flight flight = flights.get(reference);
        LocalDate today = clock.instant().atZone(flight.departure().getZone()).toLocalDate();
        if (day.isAfter(today)) {
            throw BadInput.of(field, day, "operation.evidence.ahead", today);
        }
        return day;
    }

    private static <T> T there(String field, @Nullable T given) {
        if (given == null) {
            throw BadInput.of(field, "", "operation.evidence.missing");
        }
        return given;
    }
}
