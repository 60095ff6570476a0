package org.jointflights.web.settlement;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.People;
import org.jointflights.application.settlement.Books;
import org.jointflights.application.settlement.PartyAccount;
import org.jointflights.application.settlement.ReadPartyAccount;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.funding.Fund;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.AccountPeriod;
import org.jointflights.domain.settlement.Ledger;
import org.jointflights.domain.settlement.Posting;
import org.jointflights.web.document.Csv;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A party's account over all its flights: opening, postings, payments, balance and what is open by age. */
@Controller
@EnableConfigurationProperties(JournalAccounts.class)
class BooksPage {

    private static final int ON_A_PAGE = 100;
    private static final int READ_AT_ONCE = 500;
    private static final List<String> COLUMNS =
            List.of("booked", "flight", "posting", "kind", "fund", "currency", "amount", "balance", "reason");

    private static final List<String> JOURNAL =
            List.of("date", "document", "debit", "credit", "amount", "currency", "reason");

    private final ReadPartyAccount accounts;
    private final People people;
    private final JournalAccounts journal;

    BooksPage(ReadPartyAccount accounts, People people, JournalAccounts journal) {
        this.accounts = accounts;
        this.people = people;
        this.journal = journal;
    }

    /** What was asked for; where nothing was, the first account that is open to the reader. */
    private record Asked(Party party, Ledger.Pot pot, AccountPeriod period, int page) {}

    @GetMapping("/accounts")
    String page(@RequestParam Map<String, String> typed, Model model, Locale language, HttpServletResponse response) {
        SortedMap<Party, Set<Ledger.Pot>> open = accounts.open();
        model.addAttribute("open", open);
        model.addAttribute("words", new StatementWording(language, ZoneOffset.UTC, people::named));
        model.addAttribute("funds", Fund.values());
        model.addAttribute("kinds", Posting.Kind.values());
        if (open.isEmpty()) {
            return "accounts";
        }
        try {
            Asked asked = asked(typed, open);
            model.addAttribute("account", accounts.of(asked.party, asked.pot, asked.period, asked.page, ON_A_PAGE));
        } catch (BadInput wrong) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("refusal", wrong.sentence(language));
            model.addAttribute("wrong", wrong.field());
        }
        return "accounts";
    }

    /** The whole period, written as it is read. */
    @GetMapping("/accounts.csv")
    void file(@RequestParam Map<String, String> typed, Locale language, HttpServletResponse response)
            throws IOException {
        Asked asked = asked(typed, accounts.open());
        PartyAccount account = accounts.of(asked.party, asked.pot, asked.period, 1, READ_AT_ONCE);
        StatementWording words = new StatementWording(language, ZoneOffset.UTC, people::named);
        Csv csv = file("account", asked, COLUMNS, language, response);
        for (int page = 1; page <= account.pages(); page++) {
            PartyAccount part =
                    page == 1 ? account : accounts.of(asked.party, asked.pot, asked.period, page, READ_AT_ONCE);
            for (Books.Booked entry : part.entries()) {
                csv.add(row(entry, words));
            }
            csv.flush();
        }
    }

    /** The party's postings of the period for its own books, each with what is debited and what is credited there. */
    @GetMapping("/accounts/journal.csv")
    void journal(@RequestParam Map<String, String> typed, Locale language, HttpServletResponse response)
            throws IOException {
        SortedMap<Party, Set<Ledger.Pot>> open = accounts.open();
        Asked asked = asked(typed, open);
        accounts.of(asked.party, asked.pot, asked.period, 1, 1);
        StatementWording words = new StatementWording(language, ZoneOffset.UTC, people::named);
        Csv csv = file("journal", asked, JOURNAL, language, response);
        for (Ledger.Pot pot : open.getOrDefault(asked.party, Set.of())) {
            for (int page = 1, pages = 1; page <= pages; page++) {
                PartyAccount part = accounts.of(asked.party, pot, asked.period, page, READ_AT_ONCE);
                pages = part.pages();
                for (Books.Booked entry : part.entries()) {
                    csv.add(entry(entry, words));
                }
                csv.flush();
            }
        }
    }

    private List<String> entry(Books.Booked entry, StatementWording words) {
        Money amount = entry.posting().amount();
        return List.of(
                entry.at().atOffset(ZoneOffset.UTC).toLocalDate().toString(),
                entry.reference() + "/" + entry.posting().number(),
                journal.debit(entry.posting()),
                journal.credit(entry.posting()),
                (amount.minor() < 0 ? amount.negated() : amount).decimal().toPlainString(),
                amount.currency().getCurrencyCode(),
                words.reason(entry.posting()));
    }

    private static Csv file(
            String name, Asked asked, List<String> columns, Locale language, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(
                                name + "-" + asked.party + "-" + asked.period.from() + "-" + asked.period.to() + ".csv")
                        .build()
                        .toString());
        return new Csv(
                response.getWriter(),
                columns.stream()
                        .map(column ->
                                Sentence.of("settlement.books.column." + column).in(language))
                        .toList());
    }

    private static List<String> row(Books.Booked entry, StatementWording words) {
        return List.of(
                entry.at().atOffset(ZoneOffset.UTC).toString(),
                entry.reference().value(),
                Integer.toString(entry.posting().number()),
                entry.posting().kind().name(),
                entry.posting().fund().name(),
                entry.posting().amount().currency().getCurrencyCode(),
                entry.posting().amount().decimal().toPlainString(),
                entry.balance().decimal().toPlainString(),
                words.reason(entry.posting()));
    }

    private Asked asked(Map<String, String> typed, SortedMap<Party, Set<Ledger.Pot>> open) {
        TypedFields fields = new TypedFields(typed);
        Party party = fields.isEmpty("party") && !open.isEmpty() ? open.firstKey() : fields.party("party");
        Set<Fund> funds = open.getOrDefault(party, Set.of()).stream()
                .map(Ledger.Pot::fund)
                .collect(Collectors.toSet());
        Fund usual = funds.isEmpty() || funds.contains(Fund.NATIONAL)
                ? Fund.NATIONAL
                : funds.iterator().next();
        Ledger.Pot pot = new Ledger.Pot(
                fields.isEmpty("fund") ? usual : fields.choice("fund", Fund.class), fields.currencyOrEuro("currency"));
        AccountPeriod year = accounts.newestYear(party, pot);
        LocalDate from = fields.isEmpty("bookedFrom") ? year.from() : fields.date("bookedFrom");
        LocalDate to = fields.isEmpty("bookedTo") ? AccountPeriod.yearOf(from).to() : fields.date("bookedTo");
        int page = fields.isEmpty("page") ? 1 : fields.wholeNumber("page", 1, 100_000);
        return new Asked(party, pot, new AccountPeriod(from, to), page);
    }
}
