package org.jointflights.web.costs;

import java.util.Locale;
import org.jointflights.application.costs.Preview;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What would a split come to? Nothing is stored. */
@RestController
@RequestMapping(path = "/api/cost-sharing", produces = MediaType.APPLICATION_JSON_VALUE)
class CostSharingApi {

    private final Preview preview;

    CostSharingApi(Preview preview) {
        this.preview = preview;
    }

    /** Shares, guarantees and explanations of an input. */
    @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
    Preview.Answer preview(@RequestBody(required = false) @Nullable String input, Locale language) {
        return preview.of(input == null ? "" : input, language);
    }
}
