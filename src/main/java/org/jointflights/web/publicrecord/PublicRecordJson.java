package org.jointflights.web.publicrecord;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.FlightType;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.publicrecord.Ending;
import org.jointflights.domain.publicrecord.PublicCosts;
import org.jointflights.domain.publicrecord.PublicRecord;
import org.jointflights.domain.publicrecord.ReportsIn;
import org.jointflights.domain.publicrecord.ToldCount;
import org.jspecify.annotations.Nullable;

/**
 * The record as data. What is not kept, not flown or not closed yet is nothing; of every count stands either the number or
 * below which one it is.
 */
record PublicRecordJson(
        String reference,
        FlightType kind,
        @Nullable String law,
        String month,
        String organiser,
        List<String> states,
        String destination,
        Ending ending,
        @Nullable Aboard aboard,
        Count stops,
        int suspensions,
        Count seriousIncidents,
        Count complaints,
        @Nullable Costs costs) {

    record Count(@Nullable Integer exactly, @Nullable Integer fewerThan) {

        static Count of(ToldCount told) {
            return new Count(told.exactly(), told.exactly() == null ? ToldCount.FEWEST_TOLD : null);
        }
    }

    record Aboard(Count people, Count staff, boolean monitorOnEveryLeg, ReportsIn monitorReports) {}

    /** In whole euro; {@code borne} is nothing where it would tell how many people a state has flown. */
    record Costs(long total, long granted, @Nullable Map<String, Long> borne) {

        static Costs of(PublicCosts costs) {
            Map<Party, Money> borne = costs.borne();
            Map<String, Long> byParty = new TreeMap<>();
            if (borne != null) {
                borne.forEach((party, amount) -> byParty.put(party.code(), euro(amount)));
            }
            return new Costs(euro(costs.total()), euro(costs.granted()), borne == null ? null : byParty);
        }
    }

    static PublicRecordJson of(PublicRecord told) {
        PublicRecord.Aboard aboard = told.aboard();
        PublicCosts costs = told.costs();
        return new PublicRecordJson(
                told.reference().value(),
                told.kind(),
                told.law(),
                told.month().toString(),
                told.organiser().code(),
                told.states().stream().map(Party::code).toList(),
                told.destination(),
                told.ending(),
                aboard == null
                        ? null
                        : new Aboard(
                                Count.of(aboard.people()),
                                Count.of(aboard.staff()),
                                aboard.monitored(),
                                aboard.reports()),
                Count.of(told.events().stops()),
                told.events().suspensions(),
                Count.of(told.events().incidents()),
                Count.of(told.events().complaints()),
                costs == null ? null : Costs.of(costs));
    }

    /** Of an amount without cents. */
    static long euro(Money whole) {
        return whole.decimal().longValueExact();
    }
}
