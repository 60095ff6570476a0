package org.jointflights.persistence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statement parameters among which some are null: {@code List.of} refuses them. */
public final class Nulls {

    private Nulls() {}

    /** The values in their order, nulls among them. */
    @SuppressWarnings("NullAway") // the list goes to JDBC as it is, and JDBC takes nulls
    public static List<Object> list(@Nullable Object... values) {
        List<Object> list = new ArrayList<>(values.length);
        Collections.addAll(list, values);
        return list;
    }
}
