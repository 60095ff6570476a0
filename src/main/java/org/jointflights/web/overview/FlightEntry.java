package org.jointflights.web.overview;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.overview.FlightRow;
import org.jointflights.application.overview.ListedFlight;
import org.jointflights.application.overview.Wait;
import org.jointflights.application.overview.WaitingTask;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Stage;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One flight of the list. The record is what JSON says of it; its columns are what the file and the page show of it. A
 * column's heading is {@code overview.column.<key>}, and its cell on the page the fragment of that name in
 * {@code flight-cells.html}.
 */
record FlightEntry(
        String reference,
        FlightType type,
        String organiser,
        String destination,
        List<String> route,
        OffsetDateTime departure,
        String zone,
        List<String> invited,
        List<String> takingPart,
        Stage stage,
        Instant stageSince,
        @Nullable String suspendedFor,
        List<FlightJson.Waiting> waits,
        boolean overdue,
        boolean failed,
        FlightJson.@Nullable Amount cost,
        SortedMap<String, FlightJson.Amount> shares,
        boolean agreed) {

    static FlightEntry of(ListedFlight listed, Locale language) {
        FlightRow flight = listed.flight();
        return new FlightEntry(
                flight.reference().value(),
                flight.type(),
                flight.organiser().code(),
                flight.destination(),
                flight.airports(),
                flight.departure().toOffsetDateTime(),
                flight.departure().getZone().getId(),
                FlightJson.codes(flight.invited()),
                FlightJson.codes(flight.takingPart()),
                flight.stage(),
                flight.stageSince(),
                flight.suspendedFor(),
                listed.waits().stream()
                        .map(wait -> FlightJson.Waiting.of(wait, language))
                        .toList(),
                listed.isOverdue(),
                listed.failed(),
                FlightJson.Amount.orNothing(flight.cost()),
                FlightJson.amounts(flight.shares()),
                flight.agreed());
    }

    /** In the order of the file; the page shows some, in the same order. */
    enum Column {
        REFERENCE("reference", (listed, say) -> listed.flight().reference().value(), Page.SHOWN),
        TYPE("type", (listed, say) -> listed.flight().type().name()),
        ORGANISER("organiser", (listed, say) -> listed.flight().organiser().code()),
        DESTINATION("destination", (listed, say) -> listed.flight().destination()),
        ROUTE("route", (listed, say) -> String.join("-", listed.flight().airports())),
        DEPARTURE(
                "departure",
                (listed, say) -> listed.flight().departure().toOffsetDateTime().toString(),
                Page.SHOWN),
        ZONE("zone", (listed, say) -> listed.flight().departure().getZone().getId()),
        STAGE("stage", (listed, say) -> say.stage(listed.flight().stage()), Page.SHOWN),
        WAITS_FOR(
                "waitsFor",
                (listed, say) ->
                        listed.waits().stream().map(wait -> words(wait, say)).collect(Collectors.joining("; ")),
                Page.SHOWN),
        WAITS_SINCE(
                "waitsSince",
                (listed, say) ->
                        listed.waitsSince() == null ? "" : listed.waitsSince().toString()),
        OVERDUE("overdue", (listed, say) -> say.yesOrNo(listed.isOverdue())),
        PARTIES(
                "parties",
                (listed, say) ->
                        listed.flight().takingPart().stream().map(Party::code).collect(Collectors.joining(" ")),
                Page.SHOWN),
        COST("cost", (listed, say) -> decimal(listed.flight().cost()), Page.NUMBER),
        CURRENCY("currency", (listed, say) -> currency(listed.flight().cost())),
        SHARES(
                "shares",
                (listed, say) -> listed.flight().shares().entrySet().stream()
                        .map(share -> share.getKey() + " " + decimal(share.getValue()))
                        .collect(Collectors.joining("; ")));

        private enum Page {
            NOT_SHOWN,
            SHOWN,
            NUMBER
        }

        private final String key;

        @SuppressWarnings("ImmutableEnumChecker") // a function
        private final BiFunction<ListedFlight, FlightWording, String> plain;

        private final Page page;

        Column(String key, BiFunction<ListedFlight, FlightWording, String> plain) {
            this(key, plain, Page.NOT_SHOWN);
        }

        Column(String key, BiFunction<ListedFlight, FlightWording, String> plain, Page page) {
            this.key = key;
            this.plain = plain;
            this.page = page;
        }

        static List<Column> ofPage() {
            return Stream.of(values())
                    .filter(column -> column.page != Page.NOT_SHOWN)
                    .toList();
        }

        public String key() {
            return key;
        }

        public boolean isNumber() {
            return page == Page.NUMBER;
        }

        Sentence heading() {
            return Sentence.of("overview.column." + key);
        }

        /** Plain figures and ISO times, so that a spreadsheet can go on with them. */
        String plain(ListedFlight listed, FlightWording say) {
            return plain.apply(listed, say);
        }

        private static String decimal(@Nullable Money amount) {
            return amount == null ? "" : amount.decimal().toPlainString();
        }

        private static String currency(@Nullable Money amount) {
            return amount == null ? "" : amount.currency().getCurrencyCode();
        }

        private static String words(Wait wait, FlightWording say) {
            WaitingTask task = wait.task();
            Party party = wait.party();
            if (task != null) {
                return say.sentence(task.name()) + " (" + say.groups(task.groups()) + ")";
            }
            return party == null ? "" : say.party(party);
        }
    }
}
