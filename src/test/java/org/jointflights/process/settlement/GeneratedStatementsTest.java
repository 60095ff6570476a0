package org.jointflights.process.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.task.Task;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.recovery.AnswerRecovery;
import org.jointflights.application.recovery.DecideRecovery;
import org.jointflights.application.recovery.OpenRecovery;
import org.jointflights.application.recovery.Recoveries;
import org.jointflights.application.recovery.ReferenceRates;
import org.jointflights.application.recovery.SettleRecovery;
import org.jointflights.application.sampling.Samples;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.costs.SharedRoute;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.costs.Withdrawals;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.jointflights.domain.recovery.DefaultInterest;
import org.jointflights.domain.recovery.RecoveryOrder;
import org.jointflights.domain.recovery.ReferenceRate;
import org.jointflights.domain.sampling.AuditSample;
import org.jointflights.domain.sampling.CertifiedAmount;
import org.jointflights.domain.sampling.DrawnClaim;
import org.jointflights.domain.sampling.SampleFinding;
import org.jointflights.domain.settlement.Certification;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Transfer;
import org.jointflights.web.settlement.spreadsheet.RecalculatedBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Flights at random, with several keys, rules, currencies, grants, what earlier flights carried, and a recovery: at every stage each
 * figure of page, data, spreadsheet and document is what is stored, read by SQL that did not write it; the spreadsheet, worked out
 * anew by another program, agrees in every cell, and no longer where a weight is another one. The build does a few; {@code
 * -Dstatements.flights=300} more. {@code -Dstatements.program=…} names a program that takes a workbook and writes it worked out anew
 * into a second file: its cells are compared as well.
 */
class GeneratedStatementsTest extends SettlementCase {

    private static final int BUILD = 3;
    /** In the build other classes read the same accounts: there everybody pays, and at once. */
    private static final boolean ALONE = Integer.getInteger("statements.flights", BUILD) > BUILD;

    private static final int FLIGHTS = Integer.getInteger("statements.flights", BUILD);
    private static final String PROGRAM = System.getProperty("statements.program", "");
    private static final long SEED = Long.getLong("statements.seed", 2027);
    private static final List<Party> STATES = List.of(FR, GB, ES, SE);
    private static final List<Key> KEYS = List.of(
            Key.EQUAL,
            Key.PER_SEAT,
            Key.PER_RETURNEE,
            Key.LEG_SHARE_BY_SEATS,
            Key.LEG_SHARE_BY_STATE,
            Key.SEAT_KILOMETRE);
    /** Without the currency, which a line or a page of the document may begin with. */
    private static final String FIGURE = "(-?[0-9][0-9,]*\\.[0-9]{2})(?![0-9])";

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9][0-9,]*\\.[0-9]{2} EUR");

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient database;

    @Autowired
    Samples samples;

    @Autowired
    Recoveries recoveries;

    @Autowired
    ReferenceRates referenceRates;

    @Autowired
    OpenRecovery opening;

    @Autowired
    AnswerRecovery answering;

    @Autowired
    DecideRecovery deciding;

    @Autowired
    SettleRecovery settling;

    @Autowired
    TransactionOperations transaction;

    @TempDir
    Path folder;

    private OperationReference flight;
    private int checks;
    private int cells;
    private int recalculated;
    private int changed;
    private int recovered;

    @Test
    void every_figure_is_what_is_stored_at_every_stage() throws Exception {
        for (int i = 0; i < FLIGHTS; i++) {
            live(new Random(SEED + i));
            if ((i + 1) % 25 == 0) {
                say(i + 1);
            }
        }
        say(FLIGHTS);
        assertThat(checks).isEqualTo(5 * FLIGHTS + recovered);
        assertThat(changed).isGreaterThanOrEqualTo(2 * FLIGHTS);
        assertThat(recovered).isPositive();
    }

    private void say(int flown) {
        System.out.printf(
                "%d flights, %d statements, %d formulas worked out again and %d by the other program; %d changed weights, %d recoveries%n",
                flown, checks, cells, recalculated, changed, recovered);
    }

    private void live(Random random) throws Exception {
        List<Party> states = new ArrayList<>(STATES);
        Collections.shuffle(states, random);
        states = states.subList(0, 2 + random.nextInt(3));
        Party organiser = states.get(0);
        Map<Party, Seats> committed = new TreeMap<>();
        Map<Party, Seats> used = new TreeMap<>();
        for (Party state : states) {
            Seats seats = seats(2 + random.nextInt(30), random.nextInt(20));
            committed.put(state, seats);
            used.put(state, seats(1 + random.nextInt(seats.returnees()), random.nextInt(seats.escorts() + 1)));
        }
        flight = flight(organiser, committed);
        plan(random, organiser, committed);
        check("planned");
        if (random.nextInt(3) > 0) {
            decide(flight, organiser, Fund.FRONTEX, 30 + random.nextInt(71), 1_000L + random.nextInt(120_000));
        }
        if (random.nextInt(3) == 0) {
            decide(flight, states.get(1), Fund.FRONTEX, 50, 500L + random.nextInt(20_000));
        }
        used(flight, used);
        rate("GBP", "0.8498");
        start(flight, organiser);
        claim(random, organiser, states.get(1));
        check("claimed");
        nobodyElseClaims(flight);
        certify(random);
        check("posted");
        everybodySigns(flight);
        check("signed");
        everybodyPays(flight);
        check("paid");
        recover(random);
    }

    /** A part of a claim was wrong; what follows comes to some of its creditors and is waived by others. */
    private void recover(Random random) throws Exception {
        List<Claim> certified = claims.of(flight).stream()
                .filter(claim -> claim.counts()
                        && claim.claimant().equals(flights.get(flight).organiser()))
                .filter(claim -> eligible(claim) > 1)
                .toList();
        if (certified.isEmpty()) {
            return;
        }
        recovered++;
        Claim claim = certified.get(random.nextInt(certified.size()));
        Money error = Money.euro(1 + random.nextInt((int) eligible(claim)));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        CertifiedAmount amount = new CertifiedAmount(claim.id(), flight, claim.claimant(), Money.euro(eligible(claim)));
        AuditSample sample = new AuditSample(
                0,
                today,
                today,
                1,
                "generated",
                1,
                amount.eligible(),
                "none",
                "auditor",
                clock.instant(),
                List.of(new DrawnClaim(amount, 1)));
        transaction.executeWithoutResult(status -> samples.add(new SampleFinding(
                samples.add(sample), claim.id(), error, SampleFinding.Cause.NOT_ELIGIBLE, "auditor", clock.instant())));
        long finding = recoveries.toRecover().stream()
                .filter(found -> found.claim() == claim.id())
                .findFirst()
                .orElseThrow()
                .id();
        AtomicLong order = new AtomicLong();
        finance(FX, 1).does(() -> order.set(opening.announce(finding)));
        finance(claim.claimant(), 2)
                .does(() -> answering.answer(
                        order.get(), new TypedFields(Map.of("stance", "CONTESTED", "letter", "letter"))));
        users.as("executive1")
                .does(() -> deciding.decide(
                        order.get(), new TypedFields(Map.of("recoveryOutcome", "ISSUE", "letter", "note"))));
        Instant now = clock.instant();
        if (ALONE && random.nextBoolean()) {
            clock.set(now.plus(Duration.ofDays(31 + random.nextInt(60))));
        }
        settle(random, order.get());
        check("recovered");
        clock.set(now);
    }

    private void settle(Random random, long id) {
        RecoveryOrder order = recoveries.get(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        ReferenceRate rate = new ReferenceRate(YearMonth.from(order.due()), new BigDecimal("2.15"), "assumed");
        if (today.isAfter(order.due()) && referenceRates.find(rate.month()).isEmpty()) {
            transaction.executeWithoutResult(status -> referenceRates.add(rate, "fxfinance1", clock.instant()));
        }
        for (Transfer transfer : order.transfers()) {
            Money due = transfer.amount()
                    .plus(DefaultInterest.of(transfer.amount(), order.due(), today, rate)
                            .amount());
            switch (random.nextInt(ALONE ? 4 : 3)) {
                case 0 ->
                    finance(transfer.creditor(), 1)
                            .does(() -> settling.waive(
                                    id,
                                    transfer.id(),
                                    new TypedFields(Map.of("letter", "letter", "letterDate", today.toString()))));
                case 3 -> {
                    // Nobody has said anything yet.
                }
                default ->
                    finance(transfer.creditor(), 1)
                            .does(() -> settling.confirm(
                                    id,
                                    transfer.id(),
                                    new TypedFields(Map.of(
                                            "amountReceived",
                                            due.decimal().toPlainString(),
                                            "valueDate",
                                            today.toString(),
                                            "bankReference",
                                            "SEPA"))));
            }
        }
    }

    private static long eligible(Claim claim) {
        Certification certification = claim.certification();
        return certification == null ? 0 : certification.eligible().minor();
    }

    /** Three costs at random keys, one of them of the second party alone or by all. */
    private void plan(Random random, Party organiser, Map<Party, Seats> committed) {
        Set<Party> all = committed.keySet();
        Set<Party> some = new TreeSet<>(all);
        if (some.size() > 2) {
            some.remove(List.copyOf(all).get(all.size() - 1));
        }
        List<CostItem> items = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            items.add(CostItem.common(
                    i,
                    "Cost " + i,
                    i == 1 ? CostCategory.CHARTER : CostCategory.HANDLING,
                    Money.euro(100_00L + random.nextInt(25_000_000)),
                    organiser,
                    i == 2 ? some : all,
                    KEYS.get(random.nextInt(KEYS.size()))));
        }
        SharedRoute route = new SharedRoute(
                List.of(
                        new SharedRoute.Stop("CDG", Set.of()),
                        new SharedRoute.Stop("MAD", Set.of(organiser)),
                        new SharedRoute.Stop("LOS", Set.of())),
                List.of(new SharedRoute.Leg(1_060, some), new SharedRoute.Leg(3_830, all)),
                List.of());
        WithdrawalRule[] rules = {
            WithdrawalRule.COMMITTED, WithdrawalRule.USED, WithdrawalRule.COMMITTED_WITH_RELEASE, WithdrawalRule.TAPERED
        };
        List<Participant> participants = committed.entrySet().stream()
                .map(entry -> Participant.committed(entry.getKey(), entry.getValue()))
                .toList();
        agreed(
                flight,
                CostInput.of(
                        participants, route, items, Withdrawals.of(rules[random.nextInt(rules.length)], List.of())));
    }

    private void claim(Random random, Party organiser, Party second) {
        for (int i = 1; i <= 3; i++) {
            finance(organiser, 1)
                    .completes(
                            "userTask_enterActualCost",
                            flight,
                            cost(Integer.toString(i), amount(random, 25_000_000), "EUR", i < 3));
        }
        Task own = users.open("userTask_enterActualCost", flight).stream()
                .filter(task -> second.code().equals(tasks.getVariable(task.getId(), "party")))
                .findFirst()
                .orElseThrow();
        Map<String, Object> fields = cost("OWN", amount(random, 900_000), second.equals(GB) ? "GBP" : "EUR", false);
        fields.put("category", "OTHER");
        finance(second, 1).completes(own, fields);
    }

    private static String amount(Random random, int most) {
        return Money.euro(100L + random.nextInt(most)).decimal().toPlainString();
    }

    private Map<String, Object> cost(String item, String amount, String currency, boolean another) {
        Map<String, Object> fields = new HashMap<>(claim(item, amount, another));
        fields.put("voucherNumber", flight + " " + item);
        if (!"EUR".equals(currency)) {
            fields.put("currency", currency);
        }
        return fields;
    }

    private void certify(Random random) {
        for (Task open : users.open("userTask_certifyClaim", flight)) {
            Map<String, Object> fields =
                    new HashMap<>(Map.of("decision", "ELIGIBLE", "voucherChecked", "yes", "reason", ""));
            if (random.nextInt(4) == 0) {
                fields.put("decision", "NOT_ELIGIBLE");
                fields.put("reason", "Not within the terms.");
            }
            finance(FX, 2).completes(open, fields);
        }
        users.runJobs(flight);
    }

    private void check(String stage) throws Exception {
        checks++;
        String where = flight + " " + stage;
        List<Long> postings = database.sql("select amount_minor from posting where reference = ? order by number")
                .param(flight.value())
                .query(Long.class)
                .list();
        Map<String, Long> planned = sums("""
                select party, sum(cents) as minor from share where reference = ? and number = 1 group by party""");
        Map<String, Long> borne = sums("""
                select party, -sum(amount_minor) as minor from posting where reference = ? and kind = 'SHARE' group by party""");
        Map<String, Long> open = sums("""
                select party, sum(amount_minor) as minor from posting where reference = ? group by party""");

        JsonNode json = new ObjectMapper().readTree(read("/api/flights/" + flight + "/statement"));
        Set<String> told = new HashSet<>();
        for (JsonNode line : json.get("parties")) {
            String party = line.get("party").asText();
            told.add(party);
            assertThat(line.get("plannedMinor").asLong()).as(where).isEqualTo(planned.getOrDefault(party, 0L));
            assertThat(line.get("borneMinor").asLong()).as(where).isEqualTo(borne.getOrDefault(party, 0L));
            assertThat(line.get("openMinor").asLong()).as(where).isEqualTo(open.getOrDefault(party, 0L));
        }
        assertThat(told).as(where).containsAll(planned.keySet()).containsAll(nonZero(borne));
        List<Long> data = new ArrayList<>();
        json.get("postings")
                .forEach(posting -> data.add(posting.get("amountMinor").asLong()));
        assertThat(data).as(where).isEqualTo(postings);

        String page =
                new String(read("/flights/" + flight + "/statement"), StandardCharsets.UTF_8).replace('\u00a0', ' ');
        page = page.substring(page.indexOf("<main"));
        List<String> shown = amounts(chapter(page, "postings"), "<td class=\"number\">(" + AMOUNT.pattern() + ")</td>");
        assertThat(shown)
                .as(where)
                .isEqualTo(postings.stream().map(GeneratedStatementsTest::text).toList());
        String byParty = chapter(page, "by-party");
        planned.values().forEach(minor -> assertThat(byParty).as(where).contains(text(minor)));
        borne.values().forEach(minor -> assertThat(byParty).as(where).contains(text(minor)));

        try (PDDocument document = Loader.loadPDF(read("/flights/" + flight + "/statement.pdf"))) {
            String printed = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            List<String> inDocument = amounts(printed, FIGURE);
            List<String> onPage = amounts(page.replaceAll("<[^>]*>", " "), FIGURE);
            assertThat(lacking(onPage, inDocument))
                    .as(where + ": only on the page")
                    .isEmpty();
            assertThat(lacking(inDocument, onPage))
                    .as(where + ": only in the document")
                    .isEmpty();
        }

        byte[] file = read("/flights/" + flight + "/statement.xlsx");
        if (!PROGRAM.isEmpty()) {
            recalculated += RecalculatedBook.requireSameByAnother(file, PROGRAM, folder);
        }
        try (RecalculatedBook book = new RecalculatedBook(file)) {
            cells += book.requireSameInEveryCell();
            assertThat(book.everythingAgrees()).as(where).isTrue();
            for (Map.Entry<String, Long> party : planned.entrySet()) {
                int row = book.row("Totals", "A", party.getKey());
                assertThat(book.cents("Totals", "C" + row)).as(where).isEqualTo(party.getValue());
                if (!postings.isEmpty()) {
                    assertThat(book.cents("Totals", "E" + row))
                            .as(where)
                            .isEqualTo(borne.getOrDefault(party.getKey(), 0L));
                }
            }
            for (int i = 0; i < postings.size(); i++) {
                assertThat(book.cents("Accounts", "G" + (4 + i))).as(where).isEqualTo(postings.get(i));
            }
            if (book.changeWeight(book.has("Shares") ? "Shares" : "Plan")) {
                changed++;
                assertThat(book.everythingAgrees())
                        .as(where + ", another weight")
                        .isFalse();
            }
        }
    }

    private static List<String> lacking(List<String> all, List<String> other) {
        List<String> rest = new ArrayList<>(all);
        other.forEach(rest::remove);
        return rest;
    }

    private static Set<String> nonZero(Map<String, Long> sums) {
        Set<String> parties = new HashSet<>(sums.keySet());
        parties.removeIf(party -> sums.get(party) == 0);
        return parties;
    }

    private Map<String, Long> sums(String sql) {
        Map<String, Long> sums = new TreeMap<>();
        database.sql(sql)
                .param(flight.value())
                .query((row, number) -> sums.put(row.getString("party"), row.getLong("minor")))
                .list();
        return sums;
    }

    private static String text(long minor) {
        return MoneyText.format(Money.euro(minor), Locale.ENGLISH).replace('\u00a0', ' ');
    }

    private static String chapter(String page, String id) {
        int from = page.indexOf("<h2 id=\"" + id + "\"");
        int to = page.indexOf("<h2", from + 3);
        return page.substring(from, to < 0 ? page.length() : to);
    }

    private static List<String> amounts(String text, String pattern) {
        List<String> amounts = new ArrayList<>();
        Matcher amount = Pattern.compile(pattern).matcher(text);
        while (amount.find()) {
            amounts.add(amount.group(1));
        }
        return amounts;
    }

    private byte[] read(String path) throws Exception {
        return web.perform(get(path).with(user("auditor")).locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
