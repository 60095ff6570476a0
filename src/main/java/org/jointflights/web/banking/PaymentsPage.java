package org.jointflights.web.banking;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointflights.application.banking.DecideBankEntry;
import org.jointflights.application.banking.EnterBankAccount;
import org.jointflights.application.banking.EnterBankStatement;
import org.jointflights.application.banking.ReadTreasury;
import org.jointflights.application.banking.SubmitPaymentOrder;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.People;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.banking.BankEntry;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.PaymentOrder;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.web.PathNumber;
import org.jointflights.web.file.FileExchange;
import org.jointflights.web.people.FormPage;
import org.jointflights.web.settlement.StatementWording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a party has to pay, the files for its bank, its account there, and what its bank's statements left open. */
@Controller
@RequestMapping("/accounts/payments")
class PaymentsPage {

    private static final String VIEW = "payments";

    private final ReadTreasury treasury;
    private final EnterBankAccount accounts;
    private final SubmitPaymentOrder orders;
    private final EnterBankStatement statements;
    private final DecideBankEntry entries;
    private final People people;
    private final Clock clock;

    PaymentsPage(
            ReadTreasury treasury,
            EnterBankAccount accounts,
            SubmitPaymentOrder orders,
            EnterBankStatement statements,
            DecideBankEntry entries,
            People people,
            Clock clock) {
        this.treasury = treasury;
        this.accounts = accounts;
        this.orders = orders;
        this.statements = statements;
        this.entries = entries;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam Map<String, String> typed, Model model, Locale language) {
        List<Party> open = treasury.parties();
        fill(typed.containsKey("party") ? party(typed) : open.get(0), Map.of(), model, language);
        return VIEW;
    }

    @PostMapping("/account")
    ModelAndView enterAccount(@RequestParam Map<String, String> typed, Model model, Locale language) {
        return done(typed, "accounts", model, language, party -> accounts.enter(party, new TypedFields(typed)));
    }

    @PostMapping("/account/{account}/confirm")
    ModelAndView confirmAccount(
            @PathVariable("account") String account,
            @RequestParam Map<String, String> typed,
            Model model,
            Locale language) {
        model.addAttribute("answered", account);
        return done(
                typed,
                "accounts",
                model,
                language,
                party -> accounts.confirm(number(account, "account"), new TypedFields(typed).text("ibanAgain")));
    }

    @PostMapping("/account/{account}/drop")
    ModelAndView dropAccount(
            @PathVariable("account") String account,
            @RequestParam Map<String, String> typed,
            Model model,
            Locale language) {
        return done(typed, "accounts", model, language, party -> accounts.drop(number(account, "account")));
    }

    @PostMapping("/orders")
    ModelAndView order(@RequestParam MultiValueMap<String, String> typed, Model model, Locale language) {
        Map<String, String> first = typed.toSingleValueMap();
        List<String> chosen = typed.getOrDefault("transfers", List.of());
        model.addAttribute("chosen", chosen);
        return done(first, "orders", model, language, party -> {
            List<EndToEnd> payments = chosen.stream().map(PaymentsPage::payment).toList();
            orders.order(party, payments, new TypedFields(first).date("execution"));
        });
    }

    /** As it was given out first. */
    @GetMapping("/orders/{order}.xml")
    ResponseEntity<byte[]> file(@PathVariable("order") String order) {
        treasury.parties();
        byte[] content = treasury.file(number(order, "order"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("payments-" + order + ".xml")
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    @PostMapping("/orders/{order}/withdraw")
    ModelAndView withdraw(
            @PathVariable("order") String order,
            @RequestParam Map<String, String> typed,
            Model model,
            Locale language) {
        return done(
                typed,
                "orders",
                model,
                language,
                party -> orders.withdraw(
                        number(order, "order"),
                        new TypedFields(typed).choice("orderReason", PaymentOrder.Reason.class)));
    }

    @PostMapping(path = "/{party}/statement", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<String> statement(
            @PathVariable("party") String party,
            @RequestParam(name = "name", defaultValue = "") String name,
            HttpServletRequest request,
            Locale language)
            throws IOException {
        return FileExchange.taken(
                request,
                language,
                () -> {
                    treasury.parties();
                    AttachedFile.requireName(name);
                    statements.requirePossible(Party.named("party", party));
                },
                content -> statements
                        .enter(Party.named("party", party), name, content)
                        .confirmed());
    }

    @PostMapping("/entries/{entry}")
    ModelAndView dealWith(
            @PathVariable("entry") String entry,
            @RequestParam Map<String, String> typed,
            Model model,
            Locale language) {
        return done(
                typed,
                "entries",
                model,
                language,
                party -> entries.decide(
                        number(entry, "entry"),
                        new TypedFields(typed).choice("entryOutcome", BankEntry.Outcome.class)));
    }

    /** What is done for a party. */
    private interface Act {
        void of(Party party);
    }

    private ModelAndView done(Map<String, String> typed, String part, Model model, Locale language, Act act) {
        List<Party> open = treasury.parties();
        Party[] party = {open.get(0)};
        return FormPage.leading(
                VIEW,
                model,
                language,
                () -> {
                    Party asked = party(typed);
                    treasury.of(asked);
                    party[0] = asked;
                    act.of(asked);
                },
                () -> fill(party[0], typed, model, language),
                () -> "/accounts/payments?party=" + party[0] + "#" + part);
    }

    private static Party party(Map<String, String> typed) {
        return new TypedFields(typed).party("party");
    }

    private static long number(String typed, String what) {
        return PathNumber.of(typed, "banking." + what + ".unknown", typed);
    }

    private static EndToEnd payment(String typed) {
        return EndToEnd.read(typed).orElseThrow(() -> BadInput.of("transfers", typed, "banking.transfers.number"));
    }

    private void fill(Party party, Map<String, @Nullable String> typed, Model model, Locale language) {
        model.addAttribute("treasury", treasury.of(party));
        model.addAttribute("parties", treasury.parties());
        model.addAttribute("words", new StatementWording(language, ZoneOffset.UTC, people::named));
        model.addAttribute("typed", typed);
        model.addAttribute("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        model.addAttribute("reasons", PaymentOrder.Reason.values());
        model.addAttribute("outcomes", BankEntry.Outcome.values());
        model.addAttribute("megabytes", AttachedFile.MOST_BYTES >> 20);
    }
}
