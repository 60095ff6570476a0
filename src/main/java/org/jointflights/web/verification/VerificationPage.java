package org.jointflights.web.verification;

import java.util.List;
import java.util.Locale;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.application.verification.VerifyTrail;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.approval.Verification;
import org.jointflights.domain.trail.TrailVerification;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether every version, every signature and every entry of the trail is still what it was, for managers and auditors. */
@Controller
class VerificationPage {

    private final VerifySignatures signatures;
    private final VerifyTrail trail;
    private final CheckFlightAccess access;

    VerificationPage(VerifySignatures signatures, VerifyTrail trail, CheckFlightAccess access) {
        this.signatures = signatures;
        this.trail = trail;
        this.access = access;
    }

    @GetMapping("/verification")
    String show(Model page, Locale language) {
        if (!access.viewer().readsReports()) {
            throw NotYours.of("verification.notYours");
        }
        Verification found = signatures.run();
        page.addAttribute("found", found);
        page.addAttribute("outcome", VerifySignatures.outcome(found).in(language));
        TrailVerification chains = trail.run(List.of());
        page.addAttribute("trail", chains);
        page.addAttribute("trailFaults", chains.faults());
        return "verification";
    }
}
