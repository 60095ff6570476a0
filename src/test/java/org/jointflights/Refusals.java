package org.jointflights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jointflights.domain.Refusal;

/** Expects an act to be refused, by the kind of the refusal and the key of its sentence. */
public final class Refusals {

    private Refusals() {}

    /** What the act is refused with, so that its field or its sentence's gaps can be looked at too. */
    public static <R extends Refusal> R refusal(Class<R> kind, String code, ThrowingCallable act) {
        Throwable thrown = catchThrowable(act);
        assertThat(thrown).as(code).isInstanceOf(kind);
        R refusal = kind.cast(thrown);
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }
}
