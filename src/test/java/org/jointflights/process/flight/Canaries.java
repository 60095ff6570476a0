package org.jointflights.process.flight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that stand nowhere but where somebody has typed them, each once, so that whoever finds one knows in which field it was
 * typed, and by which group. Letters only: they look the same in HTML, JSON, CSV and a PDF.
 */
final class Canaries {

    private static final int LETTERS = 3;
    private static final int ALPHABET = 26;

    /**
     * One word.
     *
     * @param field the form or act and its field: {@code answer-offer.reason}, {@code stop-people.reason}, {@code comment}
     * @param group whose member typed it
     * @param about the party that it is about, or nothing
     * @param flight whose flight it was then
     */
    record Canary(String word, String field, String group, String about, Aboard flight) {

        @Override
        public String toString() {
            return field + " by " + group;
        }
    }

    /**
     * Whose flight it is.
     *
     * @param asked the parties that were asked and have not withdrawn, with Frontex
     * @param withdrawn those that have
     * @param states that share what it costs, withdrawn or not
     */
    record Aboard(Set<String> asked, Set<String> withdrawn, Set<String> states) {}

    private Aboard flight = new Aboard(Set.of(), Set.of(), Set.of());

    private final List<Canary> typed = Collections.synchronizedList(new ArrayList<>());

    /** Two runs may share a folder for temporary files. */
    private final String start = "qz"
            + UUID.randomUUID()
                    .toString()
                    .replaceAll("[^a-f]", "")
                    .concat("abcdef")
                    .substring(0, 6);

    private final Pattern any = Pattern.compile(start + "[a-z]{" + LETTERS + "}");

    /** From now on words are typed into such a flight. */
    void isFlownBy(Set<String> asked, Set<String> withdrawn, Set<String> states) {
        flight = new Aboard(asked, withdrawn, states);
    }

    /** A sentence with a new word, typed into that field by that group. */
    String in(String field, String group) {
        return in(field, group, "");
    }

    /** The same about a party. */
    String in(String field, String group, String about) {
        return "It is " + word(field, group, about) + " that was said";
    }

    /** The word alone, for where no sentence fits. */
    String word(String field, String group) {
        return word(field, group, "");
    }

    synchronized String word(String field, String group, String about) {
        int number = typed.size();
        StringBuilder word = new StringBuilder(start);
        for (int letter = 0; letter < LETTERS; letter++) {
            word.append((char) ('a' + number % ALPHABET));
            number /= ALPHABET;
        }
        Canary canary = new Canary(word.toString(), field, group, about, flight);
        typed.add(canary);
        return canary.word();
    }

    /** What all of them begin with. */
    String start() {
        return start;
    }

    List<Canary> all() {
        return List.copyOf(typed);
    }

    Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        typed.forEach(canary -> fields.add(canary.field()));
        return fields;
    }

    /** Those of them that stand in a text. */
    List<Canary> foundIn(String text) {
        List<Canary> found = new ArrayList<>();
        Matcher words = any.matcher(text);
        while (words.find()) {
            String word = words.group();
            typed.stream().filter(canary -> canary.word().equals(word)).forEach(found::add);
        }
        return found;
    }
}
