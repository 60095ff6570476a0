package org.jointflights.web.overview;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The filter of the list of flights as links carry it from page to page. */
public final class FlightQuery {

    private static final List<String> FILTERS = List.of("text", "stage", "party", "from", "to", "waiting", "order");

    private FlightQuery() {}

    /** The filter as a link takes it, without the page: empty, or beginning with a question mark. */
    public static String of(Map<String, String> typed) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        for (String field : FILTERS) {
            String value = typed.getOrDefault(field, "");
            if (!value.isBlank()) {
                query.queryParam(field, UriUtils.encode(value, StandardCharsets.UTF_8));
            }
        }
        return query.build(true).toUriString();
    }
}
