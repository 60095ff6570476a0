package org.jointflights.web.publicrecord;

import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jointflights.domain.Party;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.publicrecord.ToldCount;

/** Says in one language what a public record holds. */
record PublicRecordWording(Locale language) {

    public String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("LLLL uuuu", language));
    }

    public String party(Party party) {
        return party.name(language);
    }

    public String parties(Collection<Party> parties) {
        return parties.stream().map(this::party).collect(Collectors.joining(", "));
    }

    public String count(ToldCount count) {
        return count.words().in(language);
    }

    /** In whole euro, as it is told. */
    public String euro(Money amount) {
        String whole = NumberFormat.getIntegerInstance(language).format(PublicRecordJson.euro(amount));
        return Sentence.of("publicrecord.euro", whole).in(language);
    }

    public String sentence(Sentence sentence) {
        return sentence.in(language);
    }
}
