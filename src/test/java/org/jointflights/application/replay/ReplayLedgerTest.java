package org.jointflights.application.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.jointflights.domain.costs.Flights.ofItem;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.costs.CostItem;
import org.jointflights.domain.costs.CostShares;
import org.jointflights.domain.costs.CostSharing;
import org.jointflights.domain.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayLedgerTest {

    private static final List<LedgerOperation> LEDGER = ReadLedger.read();
    private static final ReplayReport REPORT = ReplayLedger.run(LEDGER);

    @Test
    void every_operation_comes_out_at_the_sum_of_its_parts() {
        assertThat(REPORT.operations()).isEqualTo(2861);
        assertThat(REPORT.rows()).isEqualTo(6317);
        assertThat(REPORT.disagreeing()).isEmpty();
        assertThat(REPORT.agreeing()).isEqualTo(2861);
        assertThat(REPORT.paid()).isEqualTo(Money.euro(417_703_112_51L));
        assertThat(REPORT.agrees()).isTrue();
    }

    @Test
    void the_six_sums_printed_wrong_at_the_source_are_found_by_name() {
        assertThat(REPORT.printedWrong())
                .extracting(
                        ReplayReport.PrintedWrong::operation,
                        ReplayReport.PrintedWrong::printed,
                        ReplayReport.PrintedWrong::sum)
                .containsExactly(
                        tuple("RO-2011-010", Money.euro(375_472_65), Money.euro(375_066_20)),
                        tuple("RO-2016-034", Money.euro(306_262_99), Money.euro(339_721_89)),
                        tuple("RO-2016-053", Money.euro(54_813_73), Money.euro(55_858_95)),
                        tuple("RO-2016-055", Money.euro(77_834_64), Money.euro(82_600_56)),
                        tuple("RO-2016-058", Money.euro(152_291_59), Money.euro(188_858_43)),
                        tuple("RO-2016-161", Money.euro(117_259_68), Money.euro(707_534_18)));
        assertThat(REPORT.printedWrong().get(0).difference()).isEqualTo(Money.euro(406_45));
    }

    @ParameterizedTest
    @CsvSource({
        "PARTY_REPEATED, 15",
        "PARTY_UNKNOWN, 8",
        "NO_TYPE, 34",
        "NOBODY_RETURNED, 31",
        "TWO_ORGANISERS, 1",
        "NO_AMOUNT, 23"
    })
    void what_is_odd_is_counted(Oddity oddity, int operations) {
        assertThat(REPORT.with(oddity)).hasSize(operations).doesNotHaveDuplicates();
    }

    @Test
    void the_engine_refuses_what_the_import_mends() {
        Set<String> mended = new HashSet<>();
        for (Oddity oddity :
                List.of(Oddity.PARTY_REPEATED, Oddity.PARTY_UNKNOWN, Oddity.NOBODY_RETURNED, Oddity.TWO_ORGANISERS)) {
            mended.addAll(REPORT.with(oddity));
        }
        // Where one party is alone it pays all: nothing has to be divided by returnees that are not there.
        LEDGER.stream()
                .filter(operation ->
                        operation.returnees() == 0 && operation.rows().size() == 1)
                .forEach(operation -> mended.remove(operation.id()));

        assertThat(mended).hasSize(41);
        assertThat(REPORT.refused())
                .extracting(ReplayReport.Refused::operation)
                .containsExactlyInAnyOrderElementsOf(mended);
    }

    @ParameterizedTest
    @CsvSource({
        "RO-2012-038, 'Parties names'",
        "RO-2016-018, 'Party cannot be “??”.'",
        "RO-2009-001a, 'Party cannot be “IE+GB”.'",
        "RO-2016-11-09-DEb, 'add up to 0 for the key'"
    })
    void the_engine_says_why(String operation, String words) {
        LedgerOperation published = LEDGER.stream()
                .filter(one -> one.id().equals(operation))
                .findFirst()
                .orElseThrow();

        assertThatExceptionOfType(BadInput.class)
                .isThrownBy(() -> CostSharing.share(LedgerImport.asPublished(published)))
                .satisfies(
                        refused -> assertThat(refused.sentence(Locale.ENGLISH)).contains(words));
    }

    @Test
    void mending_changes_no_share_of_an_operation_that_the_engine_takes_as_published() {
        int taken = 0;
        for (LedgerOperation operation : LEDGER) {
            CostShares published;
            try {
                published = CostSharing.share(LedgerImport.asPublished(operation));
            } catch (BadInput refused) {
                continue;
            }
            CostShares mended = CostSharing.share(LedgerImport.mended(operation));
            assertThat(mended.totals()).isEqualTo(published.totals());
            for (CostItem item : published.input().items()) {
                assertThat(ofItem(mended, item.id())).isEqualTo(ofItem(published, item.id()));
            }
            taken++;
        }
        assertThat(taken).isGreaterThan(2_700);
    }

    @Test
    void an_operation_whose_parts_do_not_make_its_sum_is_named() {
        LedgerOperation real = LEDGER.get(0);
        LedgerOperation wrong = new LedgerOperation(
                real.id(),
                real.type(),
                real.organiser(),
                real.title(),
                real.paid().plus(Money.euro(1)),
                real.printed(),
                real.rows());

        ReplayReport report = ReplayLedger.run(List.of(wrong, LEDGER.get(1)));

        assertThat(report.disagreeing()).containsExactly("RO-2008-011");
        assertThat(report.agrees()).isFalse();
        assertThat(report.lines(Locale.ENGLISH)).contains("1 do not come out at the sum of the ledger: RO-2008-011.");
    }

    @Test
    void the_report_reads_in_both_languages() {
        assertThat(REPORT.lines(Locale.ENGLISH))
                .contains(
                        "2861 operations with 6317 payments to single parties, 417,703,112.51 EUR in all.",
                        "All 2861 come out at the sum of the ledger, to the cent.",
                        "6 sums are printed wrong at the source:");
        assertThat(REPORT.lines(Locale.FRENCH)).anyMatch(line -> line.contains("mal imprimées"));
    }
}
