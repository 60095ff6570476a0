package org.jointflights.application.people;

import java.util.List;
import java.util.Optional;
import org.jointflights.application.people.ExamplePeople.Place;
import org.jointflights.domain.Party;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Who may sign in and with what, where that is no secret: in the example only. */
@Component
public class SignInHint {

    private static final Party SHOWN = new Party("FR");

    private final boolean example;

    SignInHint(@Value("${jointflights.example:false}") boolean example) {
        this.example = example;
    }

    /** The one password of the example; empty in earnest. */
    public Optional<String> password() {
        return example ? Optional.of(ExamplePeople.PASSWORD) : Optional.empty();
    }

    /** True for the one password that everybody may know. */
    public static boolean isPublished(String password) {
        return ExamplePeople.PASSWORD.equals(password);
    }

    /** The names of one state's people and of those of no state; the other states' differ in the first two letters. */
    public List<String> names() {
        return ExamplePeople.read().stream()
                .filter(place -> place.party() == null || SHOWN.equals(place.party()))
                .map(Place::members)
                .flatMap(List::stream)
                .map(member -> member.person().id())
                .toList();
    }
}
