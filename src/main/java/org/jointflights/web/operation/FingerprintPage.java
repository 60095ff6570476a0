package org.jointflights.web.operation;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Computes the SHA-256 of a state's own list in the browser of whoever holds it: the list goes nowhere. */
@Controller
class FingerprintPage {

    @GetMapping("/fingerprint")
    String show() {
        return "fingerprint";
    }
}
