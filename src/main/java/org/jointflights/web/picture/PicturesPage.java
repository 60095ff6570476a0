package org.jointflights.web.picture;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.overview.FlightTab;
import org.jointflights.application.overview.ReadFlightFile;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Unknown;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures of a flight alone, for whoever may look at its page. */
@Controller
class PicturesPage {

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private final ReadFlightFile files;
    private final DrawFlight drawing;

    PicturesPage(ReadFlightFile files, DrawFlight drawing) {
        this.files = files;
        this.drawing = drawing;
    }

    @GetMapping("/flights/{reference}/pictures/{picture}.svg")
    ResponseEntity<byte[]> picture(
            @PathVariable("reference") String typed,
            @PathVariable("picture") String name,
            Locale language,
            HttpServletRequest request) {
        OperationReference reference = OperationReference.named(typed);
        @Nullable
        Picture picture = switch (name) {
            case "route" -> route(reference, language);
            case "money", "posted" -> money(reference, name, language);
            case "seats" -> seats(reference, language);
            case "timeline" -> timeline(reference, language);
            default -> throw Unknown.of("picture.unknown", name);
        };
        if (picture == null) {
            throw Unknown.of("picture.unknown", name);
        }
        String styled = "<?xml-stylesheet type=\"text/css\" href=\"%s/pictures.css\"?>\n%s"
                .formatted(request.getContextPath(), picture.svg());
        return ResponseEntity.ok().contentType(SVG).body(styled.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable Picture route(OperationReference reference, Locale language) {
        FlightTab<FlightFile.Overview> tab = files.overview(reference);
        return drawing.route(tab.head().flight(), tab.section().way(), language);
    }

    private Picture seats(OperationReference reference, Locale language) {
        FlightTab<FlightFile.Seating> tab = files.plan(reference);
        return drawing.seats(tab.head(), tab.section(), language);
    }

    private Picture timeline(OperationReference reference, Locale language) {
        FlightTab<FlightFile.Overview> tab = files.overview(reference);
        return drawing.timeline(tab.head(), tab.section(), language);
    }

    private @Nullable Picture money(OperationReference reference, String name, Locale language) {
        return drawing.money(reference, language).stream()
                .filter(picture -> picture.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
