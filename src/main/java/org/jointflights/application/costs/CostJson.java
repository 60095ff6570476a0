package org.jointflights.application.costs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostFacts;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.GroupCostBasis;
import org.jointflights.domain.costs.InputPlace;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Limit;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.Quote;
import org.jointflights.domain.costs.Release;
import org.jointflights.domain.costs.SharedRoute;
import org.jointflights.domain.costs.Taper;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.costs.Withdrawals;
import org.jointflights.domain.money.Conversion;
import org.jointflights.domain.money.ExchangeRate;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.RateRule;
import org.jspecify.annotations.Nullable;

/**
 * What shares are computed from, as JSON: always the same text for the same input, so that it can be signed. Amounts are
 * texts with decimals, all in the one currency of the input.
 */
public final class CostJson {

    private static final int LONGEST = 2_000_000;
    private static final int DEEPEST = 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    }

    private CostJson() {}

    /** The input as text. */
    public static String write(CostInput input) {
        ObjectNode json = JSON.createObjectNode();
        json.put("version", input.version()).put("currency", input.currency().getCurrencyCode());
        ArrayNode participants = json.putArray("participants");
        for (Participant participant : input.participants()) {
            ObjectNode one =
                    participants.addObject().put("party", participant.party().code());
            one.set("committed", seats(participant.committed()));
            one.set("used", seats(participant.used()));
        }
        SharedRoute route = input.route();
        if (route != null) {
            json.set("route", route(route));
        }
        ArrayNode items = json.putArray("items");
        input.items().forEach(item -> items.add(JSON.<JsonNode>valueToTree(CostFacts.of(item))));
        json.set("withdrawals", withdrawals(input.withdrawals()));
        ArrayNode quotes = json.putArray("quotes");
        for (Quote quote : input.quotes()) {
            ObjectNode one = quotes.addObject();
            one.set("parties", parties(quote.parties()));
            one.put("cost", amount(quote.cost()));
        }
        return json.put("yardstick", input.yardstick().name()).toString();
    }

    /**
     * The input on record that the text describes; {@code withdrawals}, {@code quotes}, {@code yardstick} and {@code route} may be
     * left out, {@code used} is then what is committed. Throws {@link BadInput} for anything else than such an input.
     */
    public static CostInput read(String text) {
        return input(new JsonReader(parse(text), InputPlace.TOP, false));
    }

    /**
     * The input that somebody typed; throws as {@link #read} does, and where the currency or a key is left out, a party or a
     * currency is one of those that are no longer, an airport has no code, or a leg leads to where it begins.
     */
    public static CostInput readTyped(String text) {
        return input(new JsonReader(parse(text), InputPlace.TOP, true));
    }

    /** The two inputs {@code before} and {@code after} of one text; throws as {@link #readTyped} does. */
    static List<CostInput> readTwo(String text) {
        JsonReader json = new JsonReader(parse(text), InputPlace.TOP, true);
        json.allow("before", "after");
        return List.of(input(json.object("before")), input(json.object("after")));
    }

    private static CostInput input(JsonReader json) {
        json.allow("version", "currency", "participants", "route", "items", "withdrawals", "quotes", "yardstick");
        Currency currency = json.isTyped() || json.has("currency") ? json.currency("currency") : Money.EUR;
        List<Participant> participants =
                json.list("participants").stream().map(CostJson::participant).toList();
        List<CostItem> items =
                json.list("items").stream().map(item -> item(item, currency)).toList();
        List<Quote> quotes = json.optionalList("quotes").stream()
                .map(quote -> {
                    quote.allow("parties", "cost");
                    Set<Party> parties = quote.parties("parties");
                    Money cost = quote.money("cost", currency);
                    return quote.make(() -> new Quote(parties, cost));
                })
                .toList();
        return new CostInput(
                json.has("version") ? json.wholeNumber("version", 1, Long.MAX_VALUE) : 1,
                participants,
                json.has("route") ? route(json.object("route")) : null,
                items,
                json.has("withdrawals") ? withdrawals(json.object("withdrawals")) : Withdrawals.COMMITTED,
                quotes,
                json.has("yardstick")
                        ? json.choice("yardstick", GroupCostBasis.class)
                        : quotes.isEmpty() ? GroupCostBasis.LEGS : GroupCostBasis.QUOTES);
    }

    private static JsonNode parse(String text) {
        if (text.length() > LONGEST) {
            throw BadInput.of("input", text.substring(0, 20) + "…", "common.tooLong", text.length(), LONGEST);
        }
        try {
            JsonNode json = JSON.readTree(text);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            throw BadInput.of("input", shorten(text), "costs.budget.json.broken", line);
        }
        throw BadInput.of("input", shorten(text), "costs.budget.json.broken", 1);
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private static ObjectNode seats(Seats seats) {
        return JSON.createObjectNode()
                .put("returnees", seats.returnees())
                .put("escorts", seats.escorts())
                .put("medical", seats.medical())
                .put("interpreters", seats.interpreters())
                .put("monitors", seats.monitors())
                .put("others", seats.others());
    }

    private static Seats seats(JsonReader json) {
        json.allow("returnees", "escorts", "medical", "interpreters", "monitors", "others");
        int[] counts = Stream.of("returnees", "escorts", "medical", "interpreters", "monitors", "others")
                .mapToInt(json::count)
                .toArray();
        return json.make(() -> new Seats(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]));
    }

    private static Participant participant(JsonReader json) {
        json.allow("party", "committed", "used");
        Seats committed = seats(json.object("committed"));
        return new Participant(
                json.party("party"), committed, json.has("used") ? seats(json.object("used")) : committed);
    }

    private static ObjectNode route(SharedRoute route) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode stops = json.putArray("stops");
        for (SharedRoute.Stop stop : route.stops()) {
            stops.addObject().put("airport", stop.airport()).set("neededBy", parties(stop.neededBy()));
        }
        ArrayNode legs = json.putArray("legs");
        for (SharedRoute.Leg leg : route.legs()) {
            legs.addObject().put("km", leg.km()).set("aboard", parties(leg.aboard()));
        }
        ArrayNode shortcuts = json.putArray("shortcuts");
        for (SharedRoute.Shortcut shortcut : route.shortcuts()) {
            shortcuts
                    .addObject()
                    .put("from", shortcut.from())
                    .put("to", shortcut.to())
                    .put("km", shortcut.km());
        }
        return json;
    }

    private static SharedRoute route(JsonReader json) {
        json.allow("stops", "legs", "shortcuts");
        List<SharedRoute.Stop> stops = json.list("stops").stream()
                .map(stop -> {
                    stop.allow("airport", "neededBy");
                    return new SharedRoute.Stop(
                            stop.airport("airport"), stop.has("neededBy") ? stop.parties("neededBy") : Set.of());
                })
                .toList();
        List<SharedRoute.Leg> legs = json.list("legs").stream()
                .map(leg -> {
                    leg.allow("km", "aboard");
                    int km = (int) leg.wholeNumber("km", 0, 100_000);
                    Set<Party> aboard = leg.parties("aboard");
                    return leg.make(() -> new SharedRoute.Leg(km, aboard));
                })
                .toList();
        List<SharedRoute.Shortcut> shortcuts = json.optionalList("shortcuts").stream()
                .map(shortcut -> {
                    shortcut.allow("from", "to", "km");
                    int from = (int) shortcut.wholeNumber("from", 0, 100);
                    int to = (int) shortcut.wholeNumber("to", 0, 100);
                    int km = (int) shortcut.wholeNumber("km", 0, 100_000);
                    return shortcut.make(() -> new SharedRoute.Shortcut(from, to, km));
                })
                .toList();
        if (json.isTyped()) {
            requireOnward(stops);
        }
        return new SharedRoute(stops, legs, shortcuts);
    }

    private static void requireOnward(List<SharedRoute.Stop> stops) {
        for (int i = 1; i < stops.size(); i++) {
            String airport = stops.get(i).airport();
            if (airport.equals(stops.get(i - 1).airport())) {
                InputPlace place = InputPlace.Kind.STOP.of(i, null);
                throw BadInput.of("airport", airport, "costs.budget.json.nowhere")
                        .at(place.path() + "airport", place.label(Sentence.of("costs.input.airport")));
            }
        }
    }

    private static CostItem item(JsonReader json, Currency currency) {
        json.allow(
                "id",
                "description",
                "category",
                "amount",
                "payer",
                "sharers",
                "key",
                "customWeights",
                "limits",
                "conversion");
        Map<Party, Long> weights = new TreeMap<>();
        if (json.has("customWeights")) {
            JsonReader typed = json.object("customWeights");
            typed.fields()
                    .forEach(party -> weights.put(
                            typed.partyNamed(party), typed.wholeNumber(party, Long.MIN_VALUE, Long.MAX_VALUE)));
        }
        Map<Party, Limit> limits = new TreeMap<>();
        if (json.has("limits")) {
            JsonReader typed = json.object("limits");
            typed.fields().forEach(party -> limits.put(typed.partyNamed(party), limit(typed.object(party), currency)));
        }
        Money amount = json.money("amount", currency);
        long id = json.wholeNumber("id", 1, Long.MAX_VALUE);
        String description = json.text("description");
        CostCategory category = json.has("category") ? json.choice("category", CostCategory.class) : CostCategory.OTHER;
        Party payer = json.party("payer");
        Set<Party> sharers = json.parties("sharers");
        Key key = json.isTyped() || json.has("key") ? json.choice("key", Key.class) : Key.DEFAULT;
        Conversion conversion = json.has("conversion") ? conversion(json.object("conversion"), amount) : null;
        return json.make(() ->
                new CostItem(id, description, category, amount, payer, sharers, key, weights, limits, conversion));
    }

    private static Limit limit(JsonReader json, Currency currency) {
        json.allow("floor", "cap");
        Money floor = json.has("floor") ? json.money("floor", currency) : Money.zero(currency);
        Money cap = json.has("cap") ? json.money("cap", currency) : new Money(Long.MAX_VALUE, currency);
        return json.make(() -> new Limit(floor, cap));
    }

    private static Conversion conversion(JsonReader json, Money after) {
        json.allow("amount", "currency", "rule", "rates");
        Currency currency = json.currency("currency");
        Money before = json.money("amount", currency);
        List<ExchangeRate> rates = new ArrayList<>();
        for (JsonReader rate : json.list("rates")) {
            rate.allow("month", "unitsPerEuro", "source");
            rates.add(
                    new ExchangeRate(currency, rate.decimal("unitsPerEuro"), rate.month("month"), rate.text("source")));
        }
        RateRule rule = json.choice("rule", RateRule.class);
        try {
            return new Conversion(before, after, rule, rates);
        } catch (IllegalArgumentException | ArithmeticException notTheSame) {
            throw json.refused("amount", before, "costs.budget.json.conversion", after);
        }
    }

    private static ObjectNode withdrawals(Withdrawals withdrawals) {
        ObjectNode json = JSON.createObjectNode().put("rule", withdrawals.rule().name());
        ArrayNode taper = json.putArray("taper");
        for (Taper.Step step : withdrawals.taper().steps()) {
            taper.addObject().put("daysBefore", step.daysBefore()).put("percentFreed", step.percentFreed());
        }
        ArrayNode releases = json.putArray("releases");
        for (Release release : withdrawals.releases()) {
            ObjectNode one = releases.addObject().put("from", release.from().code());
            Party reusedBy = release.reusedBy();
            if (reusedBy != null) {
                one.put("reusedBy", reusedBy.code());
            }
            one.put("daysBefore", release.daysBefore()).set("seats", seats(release.seats()));
        }
        return json;
    }

    private static Withdrawals withdrawals(JsonReader json) {
        json.allow("rule", "taper", "releases");
        List<Release> releases = json.optionalList("releases").stream()
                .map(release -> {
                    release.allow("from", "reusedBy", "daysBefore", "seats");
                    return new Release(
                            release.party("from"),
                            optionalParty(release, "reusedBy"),
                            seats(release.object("seats")),
                            (int) release.wholeNumber("daysBefore", 0, 1_000));
                })
                .toList();
        Taper taper = !json.has("taper")
                ? Taper.EXAMPLE
                : new Taper(json.list("taper").stream()
                        .map(step -> {
                            step.allow("daysBefore", "percentFreed");
                            return new Taper.Step((int) step.wholeNumber("daysBefore", 0, 1_000), (int)
                                    step.wholeNumber("percentFreed", 0, 100));
                        })
                        .toList());
        return new Withdrawals(json.choice("rule", WithdrawalRule.class), taper, releases);
    }

    private static @Nullable Party optionalParty(JsonReader json, String field) {
        return json.has(field) ? json.party(field) : null;
    }

    private static ArrayNode parties(Collection<Party> parties) {
        ArrayNode list = JSON.createArrayNode();
        new TreeSet<>(parties).forEach(party -> list.add(party.code()));
        return list;
    }

    private static String amount(Money money) {
        return money.decimal().toPlainString();
    }
}
