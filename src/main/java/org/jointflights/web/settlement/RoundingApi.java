package org.jointflights.web.settlement;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jointflights.application.settlement.ReadAccounts;
import org.jointflights.application.settlement.ReadRounding;
import org.jointflights.application.settlement.RoundingReport;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.settlement.FinalPosting;
import org.jointflights.domain.settlement.FinalShare;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Final postings and what rounding left over, as data: amounts in smallest units, fractions of them as text. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class RoundingApi {

    private final ReadRounding rounding;
    private final ReadAccounts accounts;

    RoundingApi(ReadRounding rounding, ReadAccounts accounts) {
        this.rounding = rounding;
        this.accounts = accounts;
    }

    record Report(
            int flights, int differingShares, Map<String, Map<String, String>> driftMinor, List<Account> accounts) {}

    record Account(String currency, Map<String, String> balancesMinor) {}

    record Posted(String reference, int statement, Instant postedAt, List<Share> shares) {}

    /** {@code account} is empty where floors and caps keep the share out of every carry account. */
    record Share(
            long claim,
            String description,
            String party,
            List<String> account,
            String exactMinor,
            String carryBeforeMinor,
            long signedMinor,
            long postedMinor,
            String carryAfterMinor,
            String currency,
            String reason) {}

    @GetMapping("/rounding")
    Report rounding() {
        RoundingReport report = rounding.report();
        Map<String, Map<String, String>> drift = new TreeMap<>();
        report.drift().forEach((currency, parties) -> drift.put(currency, texts(parties)));
        return new Report(
                report.flights(),
                report.differing(),
                drift,
                report.accounts().stream()
                        .map(account -> new Account(account.currency().getCurrencyCode(), texts(account.balances())))
                        .toList());
    }

    /** The shares of a flight that a carry came into or goes on from; unknown before all have signed. */
    @GetMapping("/flights/{reference}/final-posting")
    Posted finalPosting(@PathVariable("reference") String typed, Locale language) {
        FinalPosting posted =
                accounts.forReader(OperationReference.named(typed)).posted();
        if (posted == null) {
            throw Unknown.of("settlement.carry.notPosted", typed);
        }
        return new Posted(
                posted.reference().value(),
                posted.statement(),
                posted.at(),
                posted.shares().stream().map(share -> share(share, language)).toList());
    }

    private static Share share(FinalShare share, Locale language) {
        return new Share(
                share.claim(),
                share.description(),
                share.party().code(),
                share.set().stream().map(Party::code).toList(),
                text(share.exact()),
                text(share.carryBefore()),
                share.signed().minor(),
                share.posted().minor(),
                text(share.carryAfter()),
                share.posted().currency().getCurrencyCode(),
                share.sentence(language));
    }

    private static Map<String, String> texts(Map<Party, BigFraction> byParty) {
        Map<String, String> texts = new TreeMap<>();
        byParty.forEach((party, fraction) -> texts.put(party.code(), text(fraction)));
        return texts;
    }

    private static String text(BigFraction exact) {
        return exact.getNumerator() + "/" + exact.getDenominator();
    }
}
