package org.jointflights.application.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.Refusals.refusal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jointflights.application.replay.LedgerOperation.Row;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;

/** Small operations, each odd in one respect, and what the import and the report make of it. */
class InventedLedgerTest {

    private static final Row FRENCH = row("FR", 2, 300);
    private static final Row BRITISH = row("GB", 1, 0);

    @Test
    void what_is_odd_about_an_operation_is_found_and_nothing_else() {
        assertThat(oddities(operation("JRO", "FR", FRENCH, BRITISH))).isEmpty();
        assertThat(oddities(operation("JRO", "FR", FRENCH, FRENCH))).containsExactly(Oddity.PARTY_REPEATED);
        assertThat(oddities(operation("JRO", "FR", FRENCH, row("??", 1, 5)))).containsExactly(Oddity.PARTY_UNKNOWN);
        assertThat(oddities(operation("", "FR", FRENCH, BRITISH))).containsExactly(Oddity.NO_TYPE);
        assertThat(oddities(operation("JRO", "FR", row("FR", 0, 5), row("GB", 0, 0))))
                .containsExactly(Oddity.NOBODY_RETURNED);
        assertThat(oddities(operation("JRO", "FR+GB", FRENCH, BRITISH))).containsExactly(Oddity.TWO_ORGANISERS);
        assertThat(oddities(operation("JRO", "FR", BRITISH, row("FR", 1, 0)))).containsExactly(Oddity.NO_AMOUNT);
        assertThat(operation("JRO", "FR", FRENCH, BRITISH).returnees()).isEqualTo(3);
    }

    @Test
    void an_operation_is_shared_by_returnees_among_its_parties_and_the_organiser() {
        CostInput input = LedgerImport.asPublished(operation("JRO", "ES", FRENCH, BRITISH));

        assertThat(input.participants())
                .extracting(
                        participant -> participant.party().code(),
                        participant -> participant.committed().returnees())
                .containsExactly(tuple("ES", 0), tuple("FR", 2), tuple("GB", 1));
        assertThat(input.items())
                .extracting(CostItem::id, CostItem::payer, CostItem::amount, CostItem::key)
                .containsExactly(
                        tuple(1L, new Party("FR"), Money.euro(300), Key.PER_RETURNEE),
                        tuple(2L, new Party("GB"), Money.euro(0), Key.PER_RETURNEE));
        assertThat(CostSharing.share(input).totals())
                .isEqualTo(Map.of(
                        new Party("ES"),
                        Money.euro(0),
                        new Party("FR"),
                        Money.euro(200),
                        new Party("GB"),
                        Money.euro(100)));
    }

    @Test
    void one_that_cannot_be_divided_is_mended() {
        CostInput repeated = LedgerImport.mended(operation("JRO", "FR+GB", FRENCH, FRENCH, row("??", 1, 5)));
        CostInput nobody = LedgerImport.mended(operation("JRO", "ES", row("FR", 0, 5)));

        assertThat(repeated.participants())
                .extracting(
                        participant -> participant.party().code(),
                        participant -> participant.committed().returnees())
                .containsExactly(tuple("FR", 4), tuple("ZZ", 1));
        assertThat(repeated.items()).extracting(CostItem::key).containsOnly(Key.PER_RETURNEE);
        assertThat(nobody.items()).extracting(CostItem::key).containsOnly(Key.EQUAL);
        assertThat(nobody.participants())
                .extracting(participant -> participant.party().code())
                .containsExactly("ES", "FR");
        refusal(
                BadInput.class,
                "common.party.code",
                () -> LedgerImport.asPublished(operation("JRO", "FR", FRENCH, row("??", 1, 5))));
    }

    @Test
    void the_report_counts_adds_up_and_names() {
        LedgerOperation right = operation("JRO", "FR", FRENCH, BRITISH);
        LedgerOperation wrong = new LedgerOperation(
                "RO-2", "JRO", "FR", "Second", Money.euro(301), Money.euro(250), List.of(FRENCH, BRITISH));
        LedgerOperation mended = operation("JRO", "FR", FRENCH, row("??", 1, 5));

        ReplayReport report = ReplayLedger.run(List.of(right, wrong, mended));

        assertThat(report.operations()).isEqualTo(3);
        assertThat(report.rows()).isEqualTo(6);
        assertThat(report.paid()).isEqualTo(Money.euro(905));
        assertThat(report.agreeing()).isEqualTo(2);
        assertThat(report.agrees()).isFalse();
        assertThat(report.disagreeing()).containsExactly("RO-2");
        assertThat(report.printedWrong())
                .containsExactly(new ReplayReport.PrintedWrong("RO-2", "Second", Money.euro(250), Money.euro(300)));
        assertThat(report.odd()).containsExactly(new ReplayReport.Odd(Oddity.PARTY_UNKNOWN, "RO-1"));
        assertThat(report.refused()).extracting(ReplayReport.Refused::operation).containsExactly("RO-1");
        assertThat(report.refused().get(0).sentence(Locale.ENGLISH)).contains("??");
    }

    @Test
    void as_text_it_has_four_parts() {
        ReplayReport report = ReplayLedger.run(List.of(operation("JRO", "FR", FRENCH, row("??", 1, 5))));

        List<String> lines = report.lines(Locale.ENGLISH);

        assertThat(lines.stream().filter(String::isEmpty)).hasSize(3);
        assertThat(lines)
                .startsWith(
                        "1 operations with 2 payments to single parties, 3.05 EUR in all.",
                        "All 1 come out at the sum of the ledger, to the cent.",
                        "",
                        "0 sums are printed wrong at the source:",
                        "");
        assertThat(lines).anyMatch(line -> line.startsWith("  1 ") && line.endsWith(" RO-1"));
        assertThat(lines.get(lines.size() - 2))
                .isEqualTo("1 operations are refused by the engine as they were published:");
        assertThat(lines.get(lines.size() - 1)).startsWith("  RO-1: ");
    }

    @Test
    void the_files_are_read_as_they_were_published() {
        List<LedgerOperation> ledger = ReadLedger.read();

        LedgerOperation nigeria = ledger.stream()
                .filter(one -> one.id().equals("RO-2011-010"))
                .findFirst()
                .orElseThrow();
        assertThat(nigeria)
                .extracting(
                        LedgerOperation::type,
                        LedgerOperation::organiser,
                        LedgerOperation::paid,
                        LedgerOperation::printed)
                .containsExactly("JRO", "AT", Money.euro(37_506_620), Money.euro(37_547_265));
        assertThat(nigeria.rows())
                .hasSize(13)
                .startsWith(new Row("AT", "AUSTRIA", 8, Money.euro(23_409_468)))
                .contains(new Row("RO", "ROMANIA", 0, Money.euro(0)));
        assertThat(new ReplayLedger().run().operations()).isEqualTo(ledger.size());
    }

    private static Stream<Oddity> oddities(LedgerOperation operation) {
        return Stream.of(Oddity.values()).filter(oddity -> oddity.isIn(operation));
    }

    private static Row row(String party, int returnees, long cents) {
        return new Row(party, "as " + party, returnees, Money.euro(cents));
    }

    private static LedgerOperation operation(String type, String organiser, Row... rows) {
        Money paid = Stream.of(rows).map(Row::paid).reduce(Money.euro(0), Money::plus);
        return new LedgerOperation("RO-1", type, organiser, "First", paid, null, List.of(rows));
    }
}
