package org.jointflights.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jointflights.application.flight.Flights;
import org.jointflights.application.flight.Participations;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.flight.Flight;
import org.jointflights.domain.flight.Participation;
import org.jointflights.process.TasklistUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody has to know codes by heart: states and airports are chosen by their names, with the keyboard alone. */
@BrowserTest
class ChooserBrowserTest {

    @LocalServerPort
    int port;

    @Autowired
    TasklistUsers users;

    @Autowired
    Flights flights;

    @Autowired
    Participations participations;

    @BeforeEach
    void open() {
        users.open();
    }

    @Test
    void a_flight_is_proposed_by_the_names_of_cities_and_states_in_french(Chromium.Sessions sessions) {
        Set<OperationReference> before = references();
        try (BrowserUser coordinator = new BrowserUser(sessions.open("fr-FR"), port)) {
            coordinator.signsIn("frcoordinator");
            Page page = coordinator.page();
            page.locator("main .doors a")
                    .filter(new Locator.FilterOptions().setHasText("Proposer un vol"))
                    .click();
            page.waitForSelector(".modal-content .fjs-form");

            Locator organiser =
                    coordinator.field("État organisateur").locator("input").first();
            assertThat(organiser).hasValue("FR");
            assertThat(organiser).hasAttribute("readonly", "");
            assertThat(coordinator.meant("État organisateur")).hasText("FR\u00a0: France");
            coordinator
                    .picks("Nature du vol", "Opération de retour conjointe")
                    .types("Base juridique", "Accord de 2026 (inventé)")
                    .types("Destination", "Albanie")
                    .choosesByName("Aéroports d’embarquement", "Paris", "Stans")
                    .choosesByName("Aéroports de remise", "Tirana")
                    .types("Départ", "2027-05-20 09:30")
                    .types("Sièges de l’appareil", "180")
                    .choosesByName("États invités", "Royaume", "Espagn");

            assertThat(coordinator.meant("Aéroports d’embarquement")).containsText("STN\u00a0: Londres, Stansted");
            assertThat(coordinator.meant("Départ")).containsText("jeudi 20 mai 2027");
            assertThat(coordinator.meant("Départ")).containsText("Europe/Paris");
            assertThat(coordinator.meant("États invités")).hasText("GB\u00a0: Royaume-Uni · ES\u00a0: Espagne");
            coordinator.keepsPicture("propose-flight-by-names");
            assertThat(coordinator.sends()).isEqualTo(200);
        }

        Set<OperationReference> proposed = references();
        proposed.removeAll(before);
        assertThat(proposed).hasSize(1);
        Flight flight = flights.get(proposed.iterator().next());
        assertThat(flight.organiser()).isEqualTo(new Party("FR"));
        assertThat(flight.route().embarkations().subList(0, 2)).isEqualTo(List.of("CDG", "STN"));
        assertThat(flight.route().destinations()).isEqualTo(List.of("TIA"));
        assertThat(flight.departure()).isEqualTo("2027-05-20T09:30+02:00[Europe/Paris]");
        assertThat(participations.of(flight.reference()))
                .extracting(Participation::party)
                .extracting(Party::code)
                .containsExactlyInAnyOrder("FR", "GB", "ES");
    }

    @Test
    void escape_leaves_what_was_typed_and_the_form_and_who_hears_the_page_is_told_what_is_pointed_out(
            Chromium.Sessions sessions) {
        try (BrowserUser coordinator = new BrowserUser(sessions.open("en-GB"), port)) {
            Page page = coordinator.signsIn("frcoordinator").goes("/needs").page();
            Locator airport = page.locator("#destination");
            airport.focus();
            page.keyboard().type("lond");
            assertThat(airport).hasAttribute("aria-expanded", "true");
            page.keyboard().press("ArrowDown");
            Locator pointed = page.locator("#" + airport.getAttribute("aria-activedescendant"));
            assertThat(pointed).hasAttribute("aria-selected", "true");
            assertThat(pointed).containsText("Stansted");
            assertThat(page.locator(".chooser-told")).containsText("2 to choose from");

            page.keyboard().press("Escape");

            assertThat(airport).hasAttribute("aria-expanded", "false");
            assertThat(airport).hasValue("lond");
            assertThat(page.locator(".chooser")).isHidden();
            airport.fill("LOS");
            page.keyboard().press("Tab");
            assertThat(airport).hasValue("LOS");
            assertThat(page.locator("#destination-words")).hasText("LOS: Lagos, Murtala Muhammed, Nigeria");
        }
    }

    private Set<OperationReference> references() {
        return flights.all().stream().map(Flight::reference).collect(Collectors.toSet());
    }
}
