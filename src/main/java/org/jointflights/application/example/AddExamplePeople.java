package org.jointflights.application.example;

import org.jointflights.application.people.AddPartiesAndPeople;
import org.jointflights.application.people.ExamplePeople;
import org.jointflights.application.people.ExamplePeople.Member;
import org.jointflights.application.people.ExamplePeople.Place;
import org.jointflights.application.people.FirstPeople;
import org.jointflights.application.people.Origin;
import org.jointflights.application.people.Parties;
import org.jointflights.application.people.People;
import org.jointflights.domain.Party;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes everybody whom the example speaks of. */
@Component
@Profile("example")
class AddExamplePeople implements FirstPeople {

    private final AddPartiesAndPeople directory;
    private final Parties parties;
    private final People people;

    AddExamplePeople(AddPartiesAndPeople directory, Parties parties, People people) {
        this.directory = directory;
        this.parties = parties;
        this.people = people;
    }

    @Override
    public void add() {
        people.startedBy(Origin.EXAMPLE);
        ExamplePeople.read().forEach(this::add);
    }

    private void add(Place place) {
        Party party = place.party();
        if (party != null && !parties.contains(party)) {
            directory.addParty(party, place.authority());
        }
        for (Member member : place.members()) {
            if (people.find(member.person().id()).isPresent()) {
                continue;
            }
            if (party == null) {
                directory.addPerson(member.person(), ExamplePeople.PASSWORD, member.role());
            } else {
                directory.addPerson(member.person(), ExamplePeople.PASSWORD, member.role(), party);
            }
        }
    }
}
