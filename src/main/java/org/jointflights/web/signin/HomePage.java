package org.jointflights.web.signin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The root page: leads each person to what is theirs. */
@Controller
class HomePage {

    @GetMapping("/")
    String home() {
        return "home";
    }
}
