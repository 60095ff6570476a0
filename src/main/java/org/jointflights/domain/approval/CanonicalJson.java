package org.jointflights.domain.approval;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jointflights.domain.PartyName;
import org.jointflights.domain.Sentence;
import org.jointflights.domain.money.Money;

/**
 * JSON that has one spelling only, so that its hash names its content: keys sorted, no blanks, whole numbers and text and
 * nothing else. Fractions, truth values and nulls have several spellings and are refused.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /**
     * Throws {@link IllegalArgumentException} for anything but maps, lists, text, whole numbers and sentences. Of a sentence
     * its code and its gaps are written, which are the same in every language.
     */
    public static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, content) -> sorted.put((String) key, content));
            return sorted.entrySet().stream()
                    .map(entry -> quote(entry.getKey()) + ":" + write(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(CanonicalJson::write).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
            return value.toString();
        }
        if (value instanceof String text) {
            return quote(text);
        }
        if (value instanceof Sentence sentence) {
            return write(Map.of("code", sentence.code(), "arguments", sentence.arguments()));
        }
        if (value instanceof Money money) {
            return write(
                    Map.of("minor", money.minor(), "currency", money.currency().getCurrencyCode()));
        }
        if (value instanceof PartyName name) {
            return write(Map.of("party", name.party().code()));
        }
        throw new IllegalArgumentException(value + " has no single spelling");
    }

    /**
     * The value that was written: maps, lists, text and {@link BigInteger}s. Throws {@link IllegalArgumentException} for
     * any other spelling than {@link #write} has.
     */
    public static Object read(String json) {
        Object value = new CanonicalJsonReader(json).value();
        if (!write(value).equals(json)) {
            throw new IllegalArgumentException("not the one spelling of its content");
        }
        return value;
    }

    /** SHA-256 of the text in UTF-8, as 64 hexadecimal digits. */
    public static String hash(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
