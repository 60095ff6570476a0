package org.jointflights.application.example;

import java.util.List;
import org.jointflights.application.people.ExamplePeople;
import org.jointflights.application.people.ExamplePeople.Place;
import org.jointflights.domain.Party;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who may sign in and with what, where that is no secret. */
@Component
@Profile("example")
public class ShowSignInHint {

    private static final Party SHOWN = new Party("FR");

    /** The one password of the example. */
    public String password() {
        return ExamplePeople.PASSWORD;
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
