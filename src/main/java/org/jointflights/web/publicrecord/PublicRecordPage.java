package org.jointflights.web.publicrecord;

import java.util.Locale;
import org.jointflights.application.publicrecord.ReadPublicRecord;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.publicrecord.ToldCount;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public record of a flight, as whoever publishes it prints it or takes it as a file. */
@Controller
class PublicRecordPage {

    private final ReadPublicRecord records;

    PublicRecordPage(ReadPublicRecord records) {
        this.records = records;
    }

    @GetMapping("/flights/{reference}/public-record")
    String show(@PathVariable("reference") String typed, Locale language, Model page) {
        page.addAttribute("told", records.of(OperationReference.named(typed)));
        page.addAttribute("words", new PublicRecordWording(language));
        page.addAttribute("fewest", ToldCount.FEWEST_TOLD);
        return "public-record";
    }

    @GetMapping("/flights/{reference}/public-record.json")
    ResponseEntity<PublicRecordJson> data(@PathVariable("reference") String typed) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(PublicRecordJson.of(records.of(OperationReference.named(typed))));
    }
}
