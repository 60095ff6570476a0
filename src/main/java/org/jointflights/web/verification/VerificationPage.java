package org.jointflights.web.verification;

import java.util.Locale;
import org.jointflights.application.flight.CheckFlightAccess;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.approval.Verification;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether every version and every signature is still what it was, for managers and auditors. */
@Controller
class VerificationPage {

    private final VerifySignatures signatures;
    private final CheckFlightAccess access;

    VerificationPage(VerifySignatures signatures, CheckFlightAccess access) {
        this.signatures = signatures;
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
        return "verification";
    }
}
