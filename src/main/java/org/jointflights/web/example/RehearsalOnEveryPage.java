package org.jointflights.web.example;

import java.util.Locale;
import org.jointflights.application.example.ShowRehearsal;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives the layout what it says of a clock that was moved. */
@ControllerAdvice(annotations = Controller.class)
@Profile("example")
class RehearsalOnEveryPage {

    private final ShowRehearsal rehearsal;

    RehearsalOnEveryPage(ShowRehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** The sentence, or an empty text while the clock goes with the machine's; nothing at all where it cannot be moved. */
    @ModelAttribute("rehearsal")
    String banner(Locale language) {
        return rehearsal.banner().map(sentence -> sentence.in(language)).orElse("");
    }
}
