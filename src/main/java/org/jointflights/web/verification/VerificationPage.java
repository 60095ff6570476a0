package org.jointflights.web.verification;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jointflights.application.people.People;
import org.jointflights.application.verification.KeepVerification;
import org.jointflights.application.verification.VerifySignatures;
import org.jointflights.application.verification.VerifyTrail;
import org.jointflights.domain.approval.Verification;
import org.jointflights.domain.approval.VerificationRun;
import org.jointflights.domain.trail.TrailVerification;
import org.jointflights.web.overview.FlightWording;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whether every version, every signature and every entry of the trail is still what it was, for managers and auditors. */
@Controller
class VerificationPage {

    private static final int SHOWN = 10;

    private final VerifySignatures signatures;
    private final VerifyTrail trail;
    private final KeepVerification keeping;
    private final People people;

    VerificationPage(VerifySignatures signatures, VerifyTrail trail, KeepVerification keeping, People people) {
        this.signatures = signatures;
        this.trail = trail;
        this.keeping = keeping;
        this.people = people;
    }

    @GetMapping("/verification")
    String show(Model page, Locale language) {
        // Who may not look is turned away here, before anything is checked.
        List<VerificationRun> runs = keeping.newest(SHOWN);
        Verification found = signatures.run();
        page.addAttribute("found", found);
        page.addAttribute("summary", VerifySignatures.summary(found));
        page.addAttribute("outcome", VerifySignatures.outcome(found).in(language));
        TrailVerification chains = trail.run(List.of());
        page.addAttribute("trail", chains);
        page.addAttribute("trailFaults", chains.faults());
        page.addAttribute("runs", runs);
        page.addAttribute(
                "names", people.namesOf(runs.stream().map(VerificationRun::by).collect(Collectors.toSet())));
        page.addAttribute("say", new FlightWording(language));
        page.addAttribute("utc", ZoneOffset.UTC);
        return "verification";
    }

    @PostMapping("/verification")
    String keep(RedirectAttributes next) {
        keeping.run();
        next.addFlashAttribute("kept", true);
        return "redirect:/verification";
    }
}
