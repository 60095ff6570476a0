package org.jointflights.domain.sampling;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jointflights.domain.money.Money;

/**
 * All claims of a period, of which a sample is drawn by monetary units: every certified cent has the same chance, so a claim of
 * 10,000 euro is ten times as likely as one of 1,000, and one of more than the interval is always drawn. The cents are laid in a
 * row, in the order of the claims' numbers; the first unit is taken by chance and the others at equal distances from it.
 */
public record Population(List<CertifiedAmount> claims) {

    /** By the number of the claim. */
    public Population {
        claims = claims.stream()
                .sorted(Comparator.comparingLong(CertifiedAmount::claim))
                .toList();
    }

    /** What all of them come to. */
    public Money total() {
        return claims.stream().map(CertifiedAmount::eligible).reduce(Money.zero(Money.EUR), Money::plus);
    }

    /** SHA-256 of one line for each claim: its number, flight, claimant and certified cents, with a line feed after each. */
    public String hash() {
        String lines = claims.stream()
                .map(claim -> claim.claim() + ";" + claim.reference() + ";" + claim.claimant() + ";"
                        + claim.eligible().minor() + "\n")
                .collect(Collectors.joining());
        return HexFormat.of().formatHex(digest(lines));
    }

    /**
     * The claims that so many draws hit. The k-th unit, counted from 0, is the whole part of (first + k × total) ÷ draws, and the
     * first a number below the total that follows from seed and population. Throws {@link IllegalArgumentException} for a
     * population of nothing or no draws.
     */
    public List<DrawnClaim> draw(String seed, int draws) {
        BigInteger total = BigInteger.valueOf(total().minor());
        if (total.signum() <= 0 || draws <= 0) {
            throw new IllegalArgumentException("nothing to draw");
        }
        BigInteger first = first(seed, total);
        int[] hits = new int[claims.size()];
        int at = 0;
        long end = claims.get(0).eligible().minor();
        for (int draw = 0; draw < draws; draw++) {
            long unit = first.add(BigInteger.valueOf(draw).multiply(total))
                    .divide(BigInteger.valueOf(draws))
                    .longValueExact();
            while (unit >= end) {
                at++;
                end += claims.get(at).eligible().minor();
            }
            hits[at]++;
        }
        List<DrawnClaim> drawn = new ArrayList<>();
        for (int i = 0; i < hits.length; i++) {
            if (hits[i] > 0) {
                drawn.add(new DrawnClaim(claims.get(i), hits[i]));
            }
        }
        return drawn;
    }

    /** SHA-256 of seed, population and a counter, the first that is below the last whole multiple of the total: no unit is likelier. */
    private BigInteger first(String seed, BigInteger total) {
        BigInteger all = BigInteger.ONE.shiftLeft(256);
        BigInteger fair = all.subtract(all.mod(total));
        String hash = hash();
        for (int counter = 0; ; counter++) {
            BigInteger number = new BigInteger(1, digest(seed + ";" + hash + ";" + counter));
            if (number.compareTo(fair) < 0) {
                return number.mod(total);
            }
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
