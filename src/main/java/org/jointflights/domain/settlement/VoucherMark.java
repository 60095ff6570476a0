package org.jointflights.domain.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jointflights.domain.Party;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.domain.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * By what a voucher is known again on another claim, whichever flight it is of: two claims with a mark in common show one
 * payment. What the contract alone says, a carrier's fee, has no number of its own and no mark of words.
 */
public record VoucherMark(String value) {

    /** Begins what only makes somebody look twice. */
    private static final String ALIKE = "ALIKE|";

    private static final Pattern NO_SIGN = Pattern.compile("[^\\p{L}\\p{N}]");

    /** The same number, day and amount, claimed by one party. */
    public static List<VoucherMark> of(Claim claim) {
        Voucher voucher = claim.voucher();
        return voucher == null || claim.kind() == Claim.Kind.PENALTY
                ? List.of()
                : List.of(ofWords(claim.claimant(), voucher, claim.amount()));
    }

    /**
     * The same number and day, whoever claims it and however much of it: one invoice that two parties scan, or that is claimed with
     * and without its tax. Carriers count from 1 each, so that it proves nothing.
     */
    public static List<VoucherMark> alike(Claim claim) {
        Voucher voucher = claim.voucher();
        return voucher == null || claim.kind() == Claim.Kind.PENALTY
                ? List.of()
                : List.of(new VoucherMark(ALIKE + plain(voucher.number()) + "|" + voucher.date()));
    }

    /** Whether two claims with it in common show one payment, and not only seem to. */
    public boolean proves() {
        return !value.startsWith(ALIKE);
    }

    /** The same bytes; and of an invoice that says so itself the same seller, number, day and amount, whoever claims it. */
    public static List<VoucherMark> of(AttachedFile file, @Nullable ElectronicInvoice invoice) {
        List<VoucherMark> marks = new ArrayList<>();
        marks.add(new VoucherMark("FILE|" + file.hash()));
        if (invoice != null && invoice.seller() != null) {
            marks.add(new VoucherMark("INVOICE|" + plain(invoice.seller()) + "|"
                    + said(invoice.number(), invoice.date(), invoice.payable())));
        }
        return marks;
    }

    private static VoucherMark ofWords(Party claimant, Voucher voucher, Money amount) {
        return new VoucherMark("WORDS|" + claimant + "|" + said(voucher.number(), voucher.date(), amount));
    }

    private static String said(String number, LocalDate date, Money amount) {
        return plain(number) + "|" + date + "|" + amount.minor() + "|"
                + amount.currency().getCurrencyCode();
    }

    /** A number without what people write differently: capitals, blanks, dashes, slashes. */
    static String plain(String number) {
        String upper = number.strip().toUpperCase(Locale.ROOT);
        String plain = NO_SIGN.matcher(upper).replaceAll("");
        return plain.isEmpty() ? upper : plain;
    }
}
