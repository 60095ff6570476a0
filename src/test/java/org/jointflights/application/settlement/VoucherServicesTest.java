package org.jointflights.application.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointflights.Refusals.refusal;
import static org.jointflights.application.settlement.SettlementServices.CHARTER;
import static org.jointflights.application.settlement.SettlementServices.FR;
import static org.jointflights.application.settlement.SettlementServices.GB;
import static org.jointflights.application.settlement.SettlementServices.REFERENCE;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jointflights.application.costs.Split;
import org.jointflights.application.notice.Notice;
import org.jointflights.application.settlement.CertifyClaims.Finding;
import org.jointflights.application.settlement.ReadVouchers.SeenFile;
import org.jointflights.application.settlement.ReadVouchers.Shown;
import org.jointflights.application.trail.TrailEntry;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.Withdrawals;
import org.jointflights.domain.file.FileScan;
import org.jointflights.domain.file.SomeFiles;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.settlement.Claim;
import org.jointflights.domain.settlement.Voucher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of vouchers: who adds, opens and takes them away, what they say against the claim, and one voucher on two claims. */
class VoucherServicesTest {

    private static final long CHARTER_CLAIM = 1;
    private static final long COACH_CLAIM = 2;
    private static final OperationReference OTHER = new OperationReference("JRO-2027-0002");
    private static final byte[] INVOICE = SomeFiles.pdf("invoice");

    private final SettlementServices services = new SettlementServices();

    @BeforeEach
    void charter_and_coach_are_claimed() {
        services.claimCharterAndCoach(REFERENCE);
        services.as("gbfinance1");
    }

    @Test
    void the_claimant_s_finance_adds_a_file_that_others_read_as_it_was() {
        long id = adds(CHARTER_CLAIM, "Invoice 1.pdf", INVOICE);

        services.as("frfinance2");
        assertThat(services.readVouchers.file(REFERENCE, id).content()).isEqualTo(INVOICE);
        Shown shown = shown(CHARTER_CLAIM);
        assertThat(shown.mayWrite()).isFalse();
        assertThat(shown.files()).hasSize(1);
        assertThat(shown.files().get(0).file().file().name()).isEqualTo("Invoice 1.pdf");
        assertThat(shown.files().get(0).agrees()).as("nothing is read of it").isFalse();
        TrailEntry told = services.ports.trail.last();
        assertThat(told.event()).isEqualTo(TrailEvent.VOUCHER_FILE);
        assertThat(told.party()).isEqualTo(GB);
        assertThat(told.arguments())
                .containsExactly(
                        CHARTER_CLAIM,
                        "PDF",
                        INVOICE.length,
                        shown.files().get(0).file().file().hash());
        assertThat(services.shownAnew).as("who certifies sees it").contains(REFERENCE);
    }

    @ParameterizedTest
    @CsvSource({
        "fxfinance1, FXfinance, true",
        "frfinance1, FRfinance, true",
        "auditor, auditor, true",
        "manager1, manager, true",
        "executive1, executive, true",
        "gbcoordinator, GBcoordinator, false",
        "gblegal1, GBlegal, false",
        "fxcoordinator, FXcoordinator, false",
        "rightsofficer1, rightsOfficer, false",
        "admin, camunda-admin, false",
        "itfinance1, ITfinance, false",
    })
    void who_opens_them(String person, String group, boolean may) {
        long id = adds(CHARTER_CLAIM, "a.pdf", INVOICE);
        services.ports.user.is(person, group);

        assertThat(services.readVouchers.areOpen(REFERENCE)).isEqualTo(may);
        if (may) {
            assertThat(services.readVouchers.file(REFERENCE, id).content()).isEqualTo(INVOICE);
        } else {
            assertThatThrownBy(() -> services.readVouchers.file(REFERENCE, id)).isInstanceOf(NotYours.class);
            assertThatThrownBy(() -> services.readVouchers.forReader(REFERENCE)).isInstanceOf(NotYours.class);
        }
        assertThatThrownBy(() -> adds(CHARTER_CLAIM, "b.pdf", SomeFiles.pdf("b")))
                .isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> services.vouchers.takeAway(REFERENCE, id)).isInstanceOf(NotYours.class);
    }

    @Test
    void what_is_no_voucher_or_no_claim_of_theirs_is_refused() {
        refusal(BadInput.class, "file.kind", () -> adds(CHARTER_CLAIM, "a.xlsx", SomeFiles.xlsx()));
        refusal(BadInput.class, "file.name", () -> adds(CHARTER_CLAIM, "../a.pdf", INVOICE));
        refusal(BadInput.class, "file.empty", () -> adds(CHARTER_CLAIM, "a.pdf", new byte[0]));
        refusal(
                BadInput.class,
                "settlement.voucher.file.noInvoice",
                () -> adds(CHARTER_CLAIM, "a.xml", SomeInvoices.bytes("<?xml version=\"1.0\"?><a/>")));
        services.scan = FileScan.INFECTED;
        refusal(BadInput.class, "file.infected", () -> adds(CHARTER_CLAIM, "a.pdf", INVOICE));
        services.scan = FileScan.CLEAN;
        refusal(Unknown.class, "settlement.claim.unknown", () -> adds(99, "a.pdf", INVOICE));
        refusal(NotYours.class, "settlement.voucher.file.claimant", () -> adds(COACH_CLAIM, "a.pdf", INVOICE));
        long bare = services.enter
                .enter(REFERENCE, GB, new NewClaim(null, CostCategory.OTHER, "Tips", CHARTER, null))
                .id();
        refusal(Conflict.class, "settlement.voucher.file.noVoucher", () -> adds(bare, "a.pdf", INVOICE));
        assertThat(services.files.of(REFERENCE)).isEmpty();
    }

    @Test
    void five_files_stand_beside_a_claim_and_none_twice() {
        for (int number = 1; number <= AddVoucherFile.MOST; number++) {
            adds(CHARTER_CLAIM, "a.pdf", SomeFiles.pdf("page " + number));
            if (number == 1) {
                refusal(
                        Conflict.class,
                        "settlement.voucher.file.there",
                        () -> adds(CHARTER_CLAIM, "b.pdf", SomeFiles.pdf("page 1")));
            }
        }
        refusal(Conflict.class, "settlement.voucher.file.many", () -> adds(CHARTER_CLAIM, "a.pdf", INVOICE));
    }

    @Test
    void a_wrong_file_is_taken_away_until_the_claim_is_certified() {
        long wrong = adds(CHARTER_CLAIM, "Names.pdf", SomeFiles.pdf("names"));
        services.vouchers.takeAway(REFERENCE, wrong);

        assertThat(services.ports.trail.last().event()).isEqualTo(TrailEvent.VOUCHER_TAKEN_AWAY);
        refusal(Unknown.class, "settlement.voucher.file.none", () -> services.readVouchers.file(REFERENCE, wrong));
        refusal(Unknown.class, "settlement.voucher.file.none", () -> services.vouchers.takeAway(REFERENCE, wrong));
        SeenFile left = shown(CHARTER_CLAIM).files().get(0);
        assertThat(left.file().stands()).isFalse();
        assertThat(left.file().file().name()).isEmpty();
        long right = adds(CHARTER_CLAIM, "Invoice.pdf", INVOICE);
        services.certifyAll(REFERENCE);

        services.as("gbfinance1");
        refusal(Conflict.class, "settlement.voucher.file.closed", () -> services.vouchers.takeAway(REFERENCE, right));
        refusal(
                Conflict.class,
                "settlement.voucher.file.closed",
                () -> adds(CHARTER_CLAIM, "b.pdf", SomeFiles.pdf("b")));
        assertThat(shown(CHARTER_CLAIM).mayWrite()).isFalse();
    }

    @Test
    void an_invoice_says_for_itself_where_the_claim_says_something_else() {
        adds(CHARTER_CLAIM, "same.xml", SomeInvoices.ubl("gb 1", "2027-04-20", "EUR", "1000.00"));
        adds(CHARTER_CLAIM, "other.xml", SomeInvoices.cii("GB-2", "20270421", "GBP", "1000.00"));

        List<SeenFile> files = shown(CHARTER_CLAIM).files();
        assertThat(files.get(0).agrees()).isTrue();
        assertThat(files.get(1).agrees()).isFalse();
        assertThat(files.get(1).differences())
                .containsExactly(
                        Sentence.of("settlement.invoice.number", "GB-2", "GB-1"),
                        Sentence.of("settlement.invoice.date", LocalDate.of(2027, 4, 21), LocalDate.of(2027, 4, 20)),
                        Sentence.of("settlement.invoice.currency", "GBP", "EUR"));
        assertThat(services.claims.get(CHARTER_CLAIM).amount())
                .as("nothing is filled in by it")
                .isEqualTo(CHARTER);
    }

    @Test
    void whoever_added_the_file_does_not_certify_the_claim() {
        adds(CHARTER_CLAIM, "a.pdf", INVOICE);
        services.as("gbfinance2");
        adds(CHARTER_CLAIM, "b.pdf", SomeFiles.pdf("b"));

        for (String person : new String[] {"gbfinance2", "gbfinance1", "anna/gbfinance2"}) {
            services.ports.user.is(person, "FXfinance");
            refusal(NotYours.class, "settlement.certify.own", () -> certifies(REFERENCE, CHARTER_CLAIM, "ELIGIBLE"));
        }
    }

    @Test
    void the_same_words_on_another_flight_are_said_when_they_are_entered() {
        Claim twin = twin("gb/1", CHARTER.minor());

        assertThat(lastNotice().text().in(Locale.ENGLISH))
                .contains("claim " + twin.id() + " stands on claim 1 of flight JRO-2027-0001 as well");
        assertThat(lastNotice().recipient()).isEqualTo("GBfinance");
        assertThat(services.readVouchers.doublesOf(OTHER, GB)).hasSize(1);
        assertThat(services.readVouchers.doublesOf(OTHER, FR)).isEmpty();
        assertThat(services.shownAnew).contains(REFERENCE);
    }

    @Test
    void another_amount_or_another_party_s_claim_is_another_voucher() {
        twin("GB-1", CHARTER.minor() + 1);
        services.as("frfinance1");
        services.enter.enter(
                OTHER,
                FR,
                new NewClaim(null, CostCategory.OTHER, "x", CHARTER, new Voucher("GB-1", LocalDate.of(2027, 4, 20))));

        assertThat(services.marks.shared(OTHER)).isEmpty();
        certifies(REFERENCE, CHARTER_CLAIM, "ELIGIBLE");
    }

    /** What is not eligible would still be shared between the parties: nothing is found of it until one claim is out. */
    @ParameterizedTest
    @ValueSource(strings = {"ELIGIBLE", "NOT_ELIGIBLE"})
    void neither_is_certified_until_one_is_left_out(String finding) {
        Claim twin = twin("GB-1", CHARTER.minor());

        Conflict refused = refusal(
                Conflict.class, "settlement.voucher.doubled", () -> certifies(REFERENCE, CHARTER_CLAIM, finding));
        assertThat(refused.asSentence()).isEqualTo(Sentence.of(refused.code(), CHARTER_CLAIM, twin.id(), OTHER));
        refusal(Conflict.class, "settlement.voucher.doubled", () -> certifies(OTHER, twin.id(), finding));
        assertThat(services.claims.get(CHARTER_CLAIM).certification()).isNull();

        refusal(BadInput.class, "settlement.reason.missing", () -> leavesOut(OTHER, twin.id(), null));
        leavesOut(OTHER, twin.id(), "Entered on the wrong flight.");
        assertThat(services.claims.get(twin.id()).withdrawnFor()).isEqualTo("Entered on the wrong flight.");
        assertThat(services.ports.trail.last().event()).isEqualTo(TrailEvent.ACCOUNTS_LEFT_OUT);
        assertThat(services.ports.trail.last().arguments()).containsExactly(twin.id(), GB);
        assertThat(lastNotice().text().code()).isEqualTo("notice.claimLeftOut");
        certifies(REFERENCE, CHARTER_CLAIM, finding);
    }

    @Test
    void a_claim_whose_voucher_is_its_own_is_not_left_out() {
        refusal(
                BadInput.class,
                "settlement.voucher.single",
                () -> leavesOut(REFERENCE, CHARTER_CLAIM, "Because I say so."));
        assertThat(services.claims.get(CHARTER_CLAIM).counts()).isTrue();
    }

    @Test
    void whoever_left_a_claim_out_does_not_sign_the_accounts() {
        Claim twin = twin("GB-1", CHARTER.minor());
        leavesOut(REFERENCE, CHARTER_CLAIM, "It is of the other flight.");
        assertThat(services.claims.get(twin.id()).counts()).isTrue();
        services.certifyAll(REFERENCE);
        services.compute.compute(REFERENCE);

        services.as("fxfinance2");
        refusal(NotYours.class, "settlement.sign.shaped", () -> services.sign.sign(REFERENCE, SettlementServices.FX));
    }

    /** Whoever claims it: the French have the British invoice. A reader of another flight is not told which. */
    @Test
    void the_same_file_or_invoice_on_a_claim_of_another_party_is_found_too() {
        adds(CHARTER_CLAIM, "a.pdf", INVOICE);
        services.as("frfinance1");
        adds(COACH_CLAIM, "coach.pdf", INVOICE);

        assertThat(shown(COACH_CLAIM).doubles())
                .containsExactly(Sentence.of("settlement.voucher.also", CHARTER_CLAIM, REFERENCE));
        refusal(Conflict.class, "settlement.voucher.doubled", () -> certifies(REFERENCE, COACH_CLAIM, "ELIGIBLE"));
        services.as("frfinance2");
        services.vouchers.takeAway(
                REFERENCE, shown(COACH_CLAIM).files().get(0).file().id());
        certifies(REFERENCE, COACH_CLAIM, "ELIGIBLE");

        services.as("gbfinance1");
        adds(CHARTER_CLAIM, "one.xml", SomeInvoices.ubl("X 7", "2027-04-20", "EUR", "1000.00"));
        Claim twin = twin("another", 5);
        services.as("gbfinance1");
        byte[] resent = SomeInvoices.ubl("x-7", "2027-04-20", "EUR", "1000");
        services.vouchers.add(OTHER, twin.id(), "again.xml", Arrays.copyOf(resent, resent.length));
        assertThat(services.marks.shared(OTHER)).hasSize(1);
    }

    private Claim twin(String number, long cents) {
        if (services.ports.flights.all().stream()
                .noneMatch(flight -> flight.reference().equals(OTHER))) {
            services.addFlight(OTHER);
            services.split(OTHER, 1, Split.Status.AGREED, Withdrawals.COMMITTED);
        }
        services.as("gbfinance1");
        Claim twin = services.enter.enter(
                OTHER,
                GB,
                new NewClaim(
                        null,
                        CostCategory.OTHER,
                        "Invoice",
                        Money.euro(cents),
                        new Voucher(number, LocalDate.of(2027, 4, 20))));
        services.convertAll(OTHER);
        return services.claims.get(twin.id());
    }

    private Notice lastNotice() {
        List<Notice> all = services.ports.outbox.all();
        return all.get(all.size() - 1);
    }

    private long adds(long claim, String name, byte[] content) {
        return services.vouchers.add(REFERENCE, claim, name, content);
    }

    private void certifies(OperationReference flight, long claim, String finding) {
        if (!services.ports.user.isIn("FXfinance")) {
            services.as("fxfinance2");
        }
        Finding found = Finding.valueOf(finding);
        services.certify.certify(
                flight, claim, found, true, null, false, found == Finding.ELIGIBLE ? null : "Not for this flight.");
    }

    private void leavesOut(OperationReference flight, long claim, String reason) {
        services.as("fxfinance2");
        services.certify.certify(flight, claim, Finding.LEFT_OUT, false, null, false, reason);
    }

    private Shown shown(long claim) {
        return services.readVouchers.forReader(REFERENCE).stream()
                .filter(one -> one.claim().id() == claim)
                .findFirst()
                .orElseThrow();
    }
}
