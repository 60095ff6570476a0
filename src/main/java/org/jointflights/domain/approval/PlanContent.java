package org.jointflights.domain.approval;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostFacts;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.FlightKind;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.flight.Stop;
import org.jointflights.domain.funding.CategoryTerms;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a signature covers, as it stands now. Two contents are the same exactly if their canonical JSON is,
 * whatever order their parts came in.
 *
 * @param law by which it is flown; nothing for a flight that was proposed before that was kept
 * @param carrier the quote that was taken, if there is one
 * @param parts of the states that take part
 * @param withdrawalRule what seats that stay empty do to the final split
 * @param shares of the split that all parties accepted, or whose key the manager fixed
 */
public record PlanContent(
        OperationReference reference,
        Party organiser,
        String destination,
        ZonedDateTime departure,
        @Nullable Law law,
        Route route,
        @Nullable CarrierQuote carrier,
        Map<Party, Part> parts,
        WithdrawalRule withdrawalRule,
        List<CostItem> costs,
        List<CostShare> shares,
        List<FinancialDecision> decisions) {

    /** Stands in every content, so that a later change of its form can be told from a change of the plan. */
    private static final int FORM = 1;

    /** A later change of these leaves the signatures as they are. */
    static final Set<String> NOT_BINDING = Set.of("departure", "organiser", "destination", "law", "parts", "shares");

    public PlanContent {
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
        costs = costs.stream().sorted(Comparator.comparing(CostItem::id)).toList();
        shares = shares.stream()
                .sorted(Comparator.comparing(CostShare::item).thenComparing(CostShare::party))
                .toList();
        decisions = decisions.stream()
                .sorted(Comparator.comparing(FinancialDecision::beneficiary))
                .toList();
    }

    /** The kind of the flight and the law that it rests on; another day may change what the table of kinds cites. */
    public record Law(FlightType type, FlightKind kind) {}

    /** One state's seats, and where its people board and are handed over; nothing means the last destination. */
    public record Part(
            Seats seats,
            @Nullable String embarkation,
            @Nullable String handOver) {}

    /** What a party bears of an item: exactly, in cents, and as it is posted. */
    public record CostShare(long item, Party party, Money amount, BigFraction exact) {}

    public Money total() {
        return costs.stream().map(CostItem::amount).reduce(Money.zero(Money.EUR), Money::plus);
    }

    /** The states that take part. */
    public Set<Party> states() {
        return parts.keySet();
    }

    /** The states, and whoever else pays or shares a cost. */
    public Set<Party> payers() {
        Set<Party> payers = new TreeSet<>(states());
        costs.forEach(cost -> payers.add(cost.payer()));
        shares.forEach(share -> payers.add(share.party()));
        return payers;
    }

    /** The content in its one spelling. */
    public String canonical() {
        Map<String, Object> facts = binding();
        facts.put("departure", departure.toOffsetDateTime().toString());
        facts.put("organiser", organiser.code());
        facts.put("destination", destination);
        if (law != null) {
            facts.put("law", facts(law));
        }
        Map<String, Object> states = new TreeMap<>();
        parts.forEach((party, part) -> states.put(party.code(), facts(part)));
        facts.put("parts", states);
        facts.put("shares", shares.stream().map(PlanContent::facts).toList());
        return CanonicalJson.write(facts);
    }

    /** SHA-256 of the canonical JSON. */
    public String hash() {
        return CanonicalJson.hash(canonical());
    }

    /**
     * SHA-256 of what binds beyond the commitment date: route, carrier, cost items with keys and rates, the withdrawal
     * rule, and financial decisions. Fewer heads, a withdrawal and another day leave it as it is.
     */
    public String bindingHash() {
        return CanonicalJson.hash(CanonicalJson.write(binding()));
    }

    /** This content frozen as the flight's {@code number}th version. */
    public PlanVersion freeze(int number, Instant now) {
        return PlanVersion.frozen(reference, number, canonical(), now);
    }

    private Map<String, Object> binding() {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("form", FORM);
        facts.put("reference", reference.value());
        facts.put("route", route.stops().stream().map(PlanContent::facts).toList());
        if (carrier != null) {
            facts.put("carrier", facts(carrier));
        }
        facts.put("costs", costs.stream().map(PlanContent::facts).toList());
        facts.put("decisions", decisions.stream().map(PlanContent::facts).toList());
        facts.put("withdrawalRule", withdrawalRule.name());
        return facts;
    }

    private static Map<String, Object> facts(Law law) {
        Map<String, Object> facts = new TreeMap<>();
        FlightKind kind = law.kind();
        facts.put("type", law.type().name());
        facts.put("basis", kind.basis());
        putIfKnown(facts, "named", kind.named());
        Party destination = kind.destination();
        putIfKnown(facts, "destination", destination == null ? null : destination.code());
        return facts;
    }

    private static Map<String, Object> facts(Stop stop) {
        return Map.of("airport", stop.airport(), "purpose", stop.purpose().name(), "km", stop.km());
    }

    private static Map<String, Object> facts(CarrierQuote quote) {
        return Map.of(
                "name", quote.carrier(),
                "price", facts(quote.price()),
                "seats", quote.seats(),
                "fees",
                        List.of(
                                quote.fees().early(),
                                quote.fees().withinFiveDays(),
                                quote.fees().withinADay()));
    }

    private static Map<String, Object> facts(Part part) {
        Map<String, Object> facts = new TreeMap<>();
        Seats seats = part.seats();
        facts.put("returnees", seats.returnees());
        facts.put("escorts", seats.escorts());
        facts.put("medical", seats.medical());
        facts.put("interpreters", seats.interpreters());
        facts.put("monitors", seats.monitors());
        facts.put("others", seats.others());
        putIfKnown(facts, "embarkation", part.embarkation());
        putIfKnown(facts, "handOver", part.handOver());
        return facts;
    }

    private static Map<String, Object> facts(CostItem item) {
        Map<String, Object> facts = CostFacts.of(item);
        facts.put("currency", item.amount().currency().getCurrencyCode());
        return facts;
    }

    private static Map<String, Object> facts(CostShare share) {
        return Map.of(
                "item",
                share.item(),
                "party",
                share.party().code(),
                "amount",
                facts(share.amount()),
                "exact",
                share.exact().getNumerator() + "/" + share.exact().getDenominator());
    }

    /** Without who has signed: a signature does not change what is signed. */
    static Map<String, Object> facts(FinancialDecision decision) {
        Map<String, Object> facts = new LinkedHashMap<>(Map.of(
                "beneficiary",
                decision.beneficiary().code(),
                "declared",
                decision.declared().name(),
                "fund",
                decision.fund().name(),
                "percent",
                decision.terms().percent(),
                "ceiling",
                facts(decision.ceiling())));
        // Left out where there are none, so that what was signed before there could be any stays as it is.
        if (!decision.categories().isEmpty()) {
            facts.put(
                    "categories",
                    decision.categories().entrySet().stream()
                            .map(entry -> facts(entry.getKey(), entry.getValue()))
                            .toList());
        }
        return facts;
    }

    private static Map<String, Object> facts(CostCategory category, CategoryTerms terms) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("category", category.name());
        facts.put("percent", terms.percent());
        Money cap = terms.cap();
        if (cap != null) {
            facts.put("cap", facts(cap));
        }
        return facts;
    }

    private static Map<String, Object> facts(Money money) {
        return Map.of("minor", money.minor(), "currency", money.currency().getCurrencyCode());
    }

    private static void putIfKnown(Map<String, Object> facts, String key, @Nullable String text) {
        if (text != null) {
            facts.put(key, text);
        }
    }
}
