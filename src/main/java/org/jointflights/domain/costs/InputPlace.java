package org.jointflights.domain.costs;

import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A place in a cost input, as programs find it and as people know it: {@code items[0].} is “of cost item “Charter””.
 *
 * @param path what stands before the name of a field
 * @param words what follows the label of a field; nothing at the top
 */
public record InputPlace(String path, @Nullable Sentence words) {

    /** Where the input itself begins. */
    public static final InputPlace TOP = new InputPlace("", null);

    /** What a list of a cost input holds, as each is named. */
    public enum Kind {
        ITEM("items"),
        PARTY("participants"),
        STOP("route.stops"),
        LEG("route.legs"),
        SHORTCUT("route.shortcuts"),
        QUOTE("quotes"),
        RELEASE("withdrawals.releases"),
        STEP("withdrawals.taper"),
        RATE("conversion.rates");

        private final String list;

        Kind(String list) {
            this.list = list;
        }

        /** The name of the list. */
        public String field() {
            return list.substring(list.lastIndexOf('.') + 1);
        }

        /** The {@code i}th of them from 0, which people call by its name or else count from one. */
        public InputPlace of(int i, @Nullable String name) {
            return TOP.within(list + "[" + i + "].", words(i, name));
        }

        /** How people call the {@code i}th of them. */
        public Sentence words(int i, @Nullable String name) {
            String code = "costs.place." + name();
            return name == null ? Sentence.of(code + ".number", i + 1) : Sentence.of(code, i + 1, name);
        }
    }

    /** A place further in. */
    public InputPlace within(String step, @Nullable Sentence more) {
        Sentence all = words == null || more == null ? (more == null ? words : more) : joined(more, words);
        return new InputPlace(path + step, all);
    }

    /** A field here, by its label. */
    public Sentence label(Sentence field) {
        return words == null ? field : joined(field, words);
    }

    private static Sentence joined(Sentence inner, Sentence outer) {
        return Sentence.of("costs.place", inner, outer);
    }
}
