package org.jointflights.web.overview;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jointflights.application.example.ShowRehearsal;
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
    private final Optional<ShowRehearsal> rehearsal;

    OverdueLine(CountOverdue overdue, Optional<ShowRehearsal> rehearsal) {
        this.overdue = overdue;
        this.rehearsal = rehearsal;
    }

    /** Empty if nothing is; where the example's clock was moved, beside it what that shows. */
    @GetMapping("/overdue")
    ResponseEntity<Map<String, String>> overdue(Locale language) {
        int count = overdue.ofMine();
        String line =
                count == 0 ? "" : Sentence.of("overview.overdue.line", count).in(language);
        Map<String, String> lines = new TreeMap<>(Map.of("line", line));
        rehearsal.flatMap(ShowRehearsal::banner).ifPresent(banner -> lines.put("rehearsal", banner.in(language)));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(lines);
    }
}
