package org.jointflights.application.people.token;

import java.util.List;
import java.util.stream.Stream;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Sentence;

/** What a token is good for. None decides anything: that takes a person who is signed in. */
public enum TokenScope {
    /** Reading what the person may read. */
    READ,
    /** Having costs computed; nothing is stored. */
    COMPUTE;

    /** The scope of that name, as a form sends it. */
    public static TokenScope named(String typed) {
        return Stream.of(values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> BadInput.of("scope", typed, "common.choice", List.of(values())));
    }

    /** What it lets a program do, in words. */
    public Sentence sentence() {
        return Sentence.of("people.token.scope." + name());
    }
}
