package org.jointflights.domain.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointflights.Refusals.refusal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers of bank accounts are taken, which account counts, and what a payment is known by. */
class IbanTest {

    private static final String FRENCH = "FR1420041010050500013M02606";

    /** Examples of the register of ISO 13616. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                FRENCH,
                "FR14 2004 1010 0505 0001 3M02 606",
                " gb29 nwbk 6016 1331 9268 19 ",
                "DE89370400440532013000",
                "MT84MALT011000012345MTLCAST001S",
                "NO9386011117947",
                "TR330006100519786457841326"
            })
    void a_number_whose_check_digits_fit_is_taken_however_it_is_grouped(String typed) {
        assertThat(Iban.typed(typed).value()).isEqualTo(typed.replace(" ", "").toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({
        "FR1520041010050500013M02606, check",
        "FR1420041010050500013M0260, length",
        "FR14 2004 1010 0505 0001 3M02 6066, length",
        "FR14-2004-1010-0505-0001-3M02-606, shape",
        "12345678901, shape",
        "FR14, shape",
        "XX00AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA, shape"
    })
    void any_other_is_refused_with_what_is_wrong_with_it(String typed, String why) {
        refusal(BadInput.class, "banking.iban." + why, () -> Iban.typed(typed));
    }

    /** What the check digits are for: every wrong sign, and every two neighbours that changed places. */
    @Test
    void no_slip_of_one_sign_and_no_change_of_two_neighbours_passes() {
        Random random = new Random(7);
        for (int slip = 0; slip < 500; slip++) {
            StringBuilder typed = new StringBuilder(FRENCH);
            int at = 4 + random.nextInt(FRENCH.length() - 5);
            char other = (char) ('0' + random.nextInt(10));
            char next = typed.charAt(at + 1);
            if (slip % 2 == 0 && Character.isDigit(typed.charAt(at)) && other != typed.charAt(at)) {
                typed.setCharAt(at, other);
            } else if (next != typed.charAt(at)) {
                typed.setCharAt(at + 1, typed.charAt(at));
                typed.setCharAt(at, next);
            } else {
                continue;
            }
            refusal(BadInput.class, "banking.iban.check", () -> Iban.typed(typed.toString()));
        }
    }

    @Test
    void it_is_shown_in_groups_and_told_by_its_end() {
        Iban iban = new Iban(FRENCH);

        assertThat(iban.inGroups()).isEqualTo("FR14 2004 1010 0505 0001 3M02 606");
        assertThat(iban.ending()).isEqualTo("2606");
        assertThat(iban.isInSepa()).isTrue();
        assertThat(new Iban("TR330006100519786457841326").isInSepa()).isFalse();
    }

    @Test
    void of_confirmed_accounts_the_one_counts_whose_day_came_last() {
        BankAccount old = account(1, "2027-01-01", true);
        BankAccount corrected = account(2, "2027-01-01", true);
        BankAccount coming = account(3, "2027-06-01", true);
        List<BankAccount> all =
                List.of(coming, old, corrected, account(4, "2027-03-01", false), account(5, "2027-03-01", null));

        assertThat(BankAccount.on(LocalDate.of(2026, 12, 31), all)).isEmpty();
        assertThat(BankAccount.on(LocalDate.of(2027, 5, 31), all)).contains(corrected);
        assertThat(BankAccount.on(LocalDate.of(2027, 6, 1), all)).contains(coming);
    }

    @ParameterizedTest
    @CsvSource({
        "Trésor public, '', banking.name",
        "'', '', banking.name",
        "Tresor // public, '', banking.name",
        "Tresor public, BNPAFRP, banking.bic",
        "Tresor public, BNPAFR€P, banking.bic"
    })
    void what_banks_cannot_write_is_refused(String name, String bic, String code) {
        refusal(BadInput.class, code, () -> BankAccount.require(name, bic));
    }

    @Test
    void what_a_payment_is_known_by_says_flight_and_transfer_in_at_most_35_signs_and_nothing_else_is_read() {
        EndToEnd longest = new EndToEnd.OfTransfer(new OperationReference("JRO-2027-12345"), 999_999_999_999_999_999L);

        assertThat(longest.toString()).hasSizeLessThanOrEqualTo(35);
        assertThat(EndToEnd.read(longest.toString())).contains(longest);
        EndToEnd net = new EndToEnd.OfNetPayment(999_999_999_999L, 999_999_999_999L);
        assertThat(net.toString()).hasSizeLessThanOrEqualTo(35);
        assertThat(EndToEnd.read(net.toString())).contains(net);
        for (String other : List.of(
                "",
                "NOTPROVIDED",
                "JRO-2027-0042",
                "JRO-2027-0042-T0",
                "JRO-2027-0042-T07",
                "jro-2027-0042-T7",
                "JRO-2027-0042-T7 ",
                "NETTING-0-P1",
                "NETTING-1-P01",
                "NETTING-1",
                "X JRO-2027-0042-T7")) {
            assertThat(EndToEnd.read(other)).as(other).isEmpty();
        }
    }

    private static BankAccount account(long id, String from, @Nullable Boolean confirmed) {
        Instant at = Instant.parse("2027-01-01T10:00:00Z").plusSeconds(id);
        return new BankAccount(
                id,
                new Party("FR"),
                "Tresor public",
                new Iban(FRENCH),
                "",
                LocalDate.parse(from),
                "frfinance1",
                at,
                confirmed == null ? null : new BankAccount.Decided("frfinance2", at, confirmed));
    }
}
