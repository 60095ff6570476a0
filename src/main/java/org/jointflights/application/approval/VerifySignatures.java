package org.jointflights.application.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.approval.Verification;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks every version and every signature of the database, for auditors. Nothing is stored. */
@Service
@Transactional(readOnly = true)
public class VerifySignatures {

    private final SignedVersions versions;

    VerifySignatures(SignedVersions versions) {
        this.versions = versions;
    }

    public Verification run() {
        return Verification.of(versions.all(), versions.signatures());
    }

    /** The same as text: a line for each version, a line for each fault, and in the end what came out. */
    public static List<String> lines(Verification found, Locale language) {
        List<String> lines = new ArrayList<>();
        for (Verification.Checked one : found.checked()) {
            if (one.faults().isEmpty()) {
                lines.add(Sentence.of("verification.line", one.reference(), one.version(), one.hash(), one.signatures())
                        .in(language));
            }
            one.faults().forEach(fault -> lines.add(fault.sentence(language)));
        }
        lines.add(Sentence.of("verification.summary", found.versions(), found.signatures())
                .in(language));
        lines.add(outcome(found).in(language));
        return lines;
    }

    /** Whether all fits, or the first fault. */
    public static Sentence outcome(Verification found) {
        return found.firstFault()
                .map(first -> Sentence.of("verification.bad", found.faults().size(), first.asSentence()))
                .orElseGet(() -> Sentence.of("verification.good"));
    }
}
