package org.jointflights.application.flight.acts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jointflights.application.input.TypedFields;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Permit;
import org.jspecify.annotations.Nullable;

/** Reads a permit as people type it; times are those of the departure airport. */
public final class PermitFields {

    /** What is typed of one permit beside its kind. */
    public static final List<String> NAMES =
            List.of("permitState", "permitNumber", "requestedOn", "permitAnswer", "answeredOn", "validOn");

    private static final int LONGEST_NUMBER = 200;

    private PermitFields() {}

    /**
     * The permit. Throws {@link BadInput} where something is missing: its answer, and the state, unless a granted permit is
     * recorded by number and day alone.
     */
    public static Permit read(
            OperationReference reference, Permit.Kind kind, TypedFields typed, ZoneId zone, Instant now) {
        Permit.Answer answer = typed.choice("permitAnswer", Permit.Answer.class);
        Instant requested = moment(typed, "requestedOn", zone);
        Party state = typed.isEmpty("permitState") ? null : typed.party("permitState");
        boolean byNumberAlone = answer == Permit.Answer.GRANTED && requested == null;
        if (state == null && !byNumberAlone) {
            throw BadInput.of("permitState", "", "common.missing");
        }
        if (state != null && state.isFrontex()) {
            throw BadInput.of("permitState", state, "flight.permit.noState");
        }
        boolean granted = answer == Permit.Answer.GRANTED;
        Instant answered = moment(typed, "answeredOn", zone);
        return new Permit(
                reference,
                kind,
                state,
                typed.isEmpty("permitNumber") && !granted ? null : typed.shortText("permitNumber", LONGEST_NUMBER),
                requested,
                answer,
                answer == Permit.Answer.EXTENDED,
                answered != null || byNumberAlone || answer == Permit.Answer.AWAITED ? answered : now,
                granted || !typed.isEmpty("validOn") ? typed.date("validOn") : null);
    }

    private static @Nullable Instant moment(TypedFields typed, String field, ZoneId zone) {
        return typed.isEmpty(field) ? null : typed.dateTime(field, zone).toInstant();
    }
}
