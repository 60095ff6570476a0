package org.jointflights.domain.approval;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what {@link CanonicalJson} writes, from the first character on. */
final class CanonicalJsonReader {

    private final String json;
    private int at;

    CanonicalJsonReader(String json) {
        this.json = json;
    }

    Object value() {
        return switch (next()) {
            case '{' -> map();
            case '[' -> list();
            case '"' -> text();
            default -> number();
        };
    }

    private Map<String, Object> map() {
        Map<String, Object> map = new TreeMap<>();
        take('{');
        while (next() != '}') {
            String key = text();
            take(':');
            map.put(key, value());
            takeCommaBefore('}');
        }
        take('}');
        return map;
    }

    private List<Object> list() {
        List<Object> list = new ArrayList<>();
        take('[');
        while (next() != ']') {
            list.add(value());
            takeCommaBefore(']');
        }
        take(']');
        return list;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        take('"');
        while (next() != '"') {
            text.append(character());
        }
        take('"');
        return text.toString();
    }

    private char character() {
        char c = next();
        at++;
        if (c != '\\') {
            return c;
        }
        char escaped = next();
        at++;
        if (escaped != 'u') {
            return escaped;
        }
        at += 4;
        if (at > json.length()) {
            throw new IllegalArgumentException("ends in the middle");
        }
        return (char) Integer.parseInt(json.substring(at - 4, at), 16);
    }

    private BigInteger number() {
        int from = at;
        while (at < json.length() && "-0123456789".indexOf(json.charAt(at)) >= 0) {
            at++;
        }
        String digits = json.substring(from, at);
        if (!digits.matches("-?[0-9]+")) {
            throw new IllegalArgumentException("no number at " + from);
        }
        return new BigInteger(digits);
    }

    private void takeCommaBefore(char end) {
        if (next() != end) {
            take(',');
        }
    }

    private void take(char expected) {
        if (next() != expected) {
            throw new IllegalArgumentException("no " + expected + " at " + at);
        }
        at++;
    }

    private char next() {
        if (at >= json.length()) {
            throw new IllegalArgumentException("ends in the middle");
        }
        return json.charAt(at);
    }
}
