package org.jointflights.web.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import org.jointflights.application.costs.Share;
import org.jointflights.application.flight.PlaceName;
import org.jointflights.application.flight.RouteName;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.overview.FlightFile;
import org.jointflights.application.people.Viewer;
import org.jointflights.domain.Day;
import org.jointflights.domain.Moment;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Worded;
import org.jointflights.domain.closing.MonitorReport;
import org.jointflights.domain.flight.CarrierQuote;
import org.jointflights.domain.flight.Route;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.money.MoneyText;
import org.jointflights.domain.settlement.Transfer;
import org.jspecify.annotations.Nullable;

/** Says values as the reader's language writes them; templates call it {@code say}. */
public record FlightWording(Locale language) {

    private static final int GROUPS_AT_MOST = 3;

    public String money(@Nullable Money amount) {
        return amount == null ? "" : MoneyText.format(amount, language);
    }

    /** The name of a state, with its code: “France (FR)”. */
    public String party(Party party) {
        return party.name(language) + " (" + party + ")";
    }

    public String partyName(Party party) {
        return party.name(language);
    }

    public String parties(Collection<Party> parties) {
        return parties.stream().map(Party::code).collect(Collectors.joining(", "));
    }

    /** Whom a group stands for: “France, finance approver”. */
    public String group(String group) {
        Party party = Viewer.partyOf(group);
        return party == null ? role(group) : party.name(language) + ", " + role(group);
    }

    private String role(String group) {
        boolean ofParty = Viewer.partyOf(group) != null;
        try {
            String words = Sentence.of("people.role." + (ofParty ? group.substring(2) : group))
                    .in(language);
            return ofParty ? words.toLowerCase(language) : words;
        } catch (MissingResourceException unknown) {
            return group;
        }
    }

    /** The same role of several parties is said once: “Denmark, Sweden: coordinator”. */
    public String groups(Collection<String> groups) {
        if (groups.size() == 1) {
            return group(groups.iterator().next());
        }
        Map<String, List<String>> parties = new LinkedHashMap<>();
        for (String group : groups) {
            Party party = Viewer.partyOf(group);
            List<String> names = parties.computeIfAbsent(role(group), each -> new ArrayList<>());
            if (party != null) {
                names.add(party.name(language));
            }
        }
        return parties.entrySet().stream()
                .map(each -> each.getValue().isEmpty()
                        ? each.getKey()
                        : Sentence.of("common.pair", String.join(", ", each.getValue()), each.getKey())
                                .in(language))
                .reduce((some, next) ->
                        Sentence.of("common.several", some, next).in(language))
                .orElse("");
    }

    /** The first of them, where there may be very many. */
    public String firstGroups(Collection<String> groups) {
        String first = groups(groups.stream().limit(GROUPS_AT_MOST).toList());
        return groups.size() <= GROUPS_AT_MOST
                ? first
                : Sentence.of("flightpage.deadline.more", first, groups.size() - GROUPS_AT_MOST)
                        .in(language);
    }

    /** The city of an airport and its code; nothing where there is none. */
    public String place(@Nullable String airport) {
        return airport == null ? "" : new PlaceName(airport).in(language);
    }

    public String route(Route route) {
        return RouteName.of(route).in(language);
    }

    /** The same of airports in flying order. */
    public String route(List<String> airports) {
        return new RouteName(airports).in(language);
    }

    public String date(LocalDate date) {
        return new Day(date).in(language);
    }

    public String date(Instant instant, ZoneId zone) {
        return date(instant.atZone(zone).toLocalDate());
    }

    /** A day and a time of day, without the zone, which stands beside it. */
    public String time(ZonedDateTime time) {
        return new Moment(time).in(language);
    }

    public String time(Instant instant, ZoneId zone) {
        return time(instant.atZone(zone));
    }

    /** A time of day alone, for what stands under its day. */
    public String clock(Instant instant, ZoneId zone) {
        return instant.atZone(zone).format(DateTimeFormatter.ofPattern("HH:mm", language));
    }

    /** Who did something, for whomever: “Anna for Bernard”. */
    public String person(Worded name) {
        return name.in(language);
    }

    public String sentence(Sentence sentence) {
        return sentence.in(language);
    }

    /** Whether a text of somebody's was erased from any of those notices. */
    public boolean lackTexts(List<Notice> notices) {
        return notices.stream().anyMatch(notice -> lacksText(notice.text()));
    }

    private static boolean lacksText(Sentence sentence) {
        return sentence.code().equals("common.erased")
                || sentence.arguments().stream().anyMatch(gap -> gap instanceof Sentence inner && lacksText(inner));
    }

    /** The name of a step or process of the models, which themselves are English. */
    public String step(String id, String name) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage())
                ? name
                : Sentence.of("step." + id).in(language);
    }

    /** Why a quote was taken, in the words of whoever took it unless its price speaks for itself. */
    public @Nullable String chosenBecause(CarrierQuote quote) {
        Sentence because = quote.because();
        return because == null ? null : because.in(language);
    }

    /** A destination as it was typed, its countries in the reader's language where each is called as in English. */
    public String destination(String typed) {
        return Destinations.in(language, typed);
    }

    /** A number of kilometres or seats. */
    public String number(long number) {
        return String.format(language, "%,d", number);
    }

    /** A constant of the bundle {@code overview}: {@code overview.<kind>.<name>}. */
    public String name(String kind, Enum<?> constant) {
        return Sentence.of("overview." + kind + "." + constant.name()).in(language);
    }

    /** What an act is called, or another of its texts: {@code overview.<kind>.<name>}. */
    public String name(String kind, FlightAct act) {
        return Sentence.of("overview." + kind + "." + act.name()).in(language);
    }

    public String reason(Share share) {
        return share.reason(language);
    }

    /** Whether and how a party has answered the split that is shown. */
    public String answer(FlightFile.Costs costs, Party party) {
        return costs.answerOf(party)
                .map(answer -> answer.accepted()
                        ? Sentence.of("overview.costs.accepted")
                        : Sentence.of("overview.costs.objected", String.valueOf(answer.reason())))
                .orElse(Sentence.of(
                        costs.answered().contains(party) ? "overview.costs.answered" : "overview.costs.awaited"))
                .in(language);
    }

    /** How a transfer was settled, or that it is open; the creditor's letter is named only to whom the accounts are open. */
    public String settled(Transfer transfer, boolean readsAccounts) {
        Transfer.Settled settled = transfer.settled();
        if (settled instanceof Transfer.Paid paid) {
            return Sentence.of("overview.accounts.paid", date(paid.valueDate())).in(language);
        }
        if (settled instanceof Transfer.Waived waived) {
            return readsAccounts
                    ? Sentence.of("overview.accounts.waived", waived.letter()).in(language)
                    : Sentence.of("overview.accounts.waivedInWriting").in(language);
        }
        if (settled instanceof Transfer.Netted netted) {
            return Sentence.of("overview.accounts.netted", date(netted.valueDate()), netted.netting())
                    .in(language);
        }
        return transfer.netting() == null
                ? Sentence.of("overview.accounts.open").in(language)
                : Sentence.of("overview.accounts.inNetting", transfer.netting()).in(language);
    }

    public String yesOrNo(boolean yes) {
        return Sentence.of(yes ? "overview.yes" : "overview.no").in(language);
    }

    public String stage(Enum<?> stage) {
        return Sentence.of("flight.stage." + stage.name()).in(language);
    }

    /** What the monitor's report covers. */
    public String phases(MonitorReport.Delivery delivery) {
        return delivery.covers().stream()
                .sorted()
                .map(phase -> phase.words().in(language))
                .collect(Collectors.joining(", "));
    }
}
