package org.jointflights.web.overview;

import java.util.Locale;
import java.util.Map;
import org.jointflights.application.overview.CountOverdue;
import org.jointflights.domain.Sentence;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The line about what is overdue that Tasklist shows beside the way back to our pages. */
@RestController
class OverdueLine {

    private final CountOverdue overdue;

    OverdueLine(CountOverdue overdue) {
        this.overdue = overdue;
    }

    /** Empty if nothing is. */
    @GetMapping("/overdue")
    ResponseEntity<Map<String, String>> overdue(Locale language) {
        int count = overdue.ofMine();
        String line =
                count == 0 ? "" : Sentence.of("overview.overdue.line", count).in(language);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(Map.of("line", line));
    }
}
