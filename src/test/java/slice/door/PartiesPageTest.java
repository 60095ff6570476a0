package slice.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.jointflights.application.people.Parties;
import org.jointflights.application.people.People;
import org.jointflights.domain.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DoorTest
class PartiesPageTest {

    private static final Map<String, String> PERSON = Map.of(
            "signInName", "plfinance1",
            "firstName", "Ola",
            "lastName", "Zielińska",
            "mail", " ola@strazgraniczna.example ",
            "password", "Joint-2026!",
            "role", "FINANCE",
            "party", "PL");

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Parties parties;

    @Test
    void an_administrator_adds_a_state_and_somebody_who_can_then_sign_in() {
        Visitor admin = Visitor.signedIn(port, "admin");

        assertThat(admin.submit(
                                "/admin/parties",
                                "/admin/parties",
                                Map.of("code", "PL", "authority", "Straż Graniczna"))
                        .body())
                .contains("Poland has been added.");
        assertThat(admin.submit("/admin/parties", "/admin/parties/people", PERSON)
                        .body())
                .contains("Ola Zielińska has been added.");

        assertThat(parties.contains(new Party("PL"))).isTrue();
        assertThat(people.groupsOf("plfinance1")).containsExactly("PLfinance");
        assertThat(people.find("plfinance1").orElseThrow().mail()).isEqualTo("ola@strazgraniczna.example");
        Visitor added = Visitor.signedIn(port, "plfinance1");
        assertThat(added.get(Visitor.ENGINE + "/filter?maxResults=50").body())
                .contains("To claim: Poland, finance approver", "My tasks");
    }

    @ParameterizedTest
    @CsvSource({
        "signInName, Anna B, 'Sign-in name cannot be “Anna B”.'",
        "signInName, frfinance1, belongs to somebody already",
        "signInName, system, the application itself acts under this name",
        "signInName, '', Sign-in name cannot be “”.",
        "firstName, ' ', First name cannot be “”.",
        "firstName, 'O\u0000la', First name cannot be “O\\u0000la”.",
        "lastName, 'Zie\nlińska', Last name cannot be “Zie\\u000alińska”.",
        "mail, anna.berg, 'Mail address cannot be “anna.berg”. Enter one address'",
        "mail, 'a@b.example, c@d.example', Mail address cannot be “a@b.example",
        "mail, 'Anna <a@b.example>', Mail address cannot be",
        "mail, a@localhost, Mail address cannot be “a@localhost”.",
        "mail, 'a@b.example\nBcc: c@d.example', Mail address cannot be",
        "password, short, Password is too easy to guess.",
        "password, joint2026joint, Password is too easy to guess.",
        "role, KING, Role cannot be “KING”.",
        "party, UK, The ISO code of that state is GB.",
        "party, JP, No party JP is known here."
    })
    void what_is_wrong_with_a_person_is_said_and_nobody_is_added(String field, String value, String sentence) {
        Map<String, String> form = new HashMap<>(PERSON);
        form.put("signInName", "newcomer");
        form.put("party", "FR");
        form.put(field, value);

        HttpResponse<String> answer =
                Visitor.signedIn(port, "admin").submit("/admin/parties", "/admin/parties/people", form);

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.body()).contains(sentence);
        assertThat(people.find("newcomer")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ZZ, Party cannot be “ZZ”.",
        "EU, Party cannot be “EU”.",
        "F, Party cannot be “F”.",
        "uk, The ISO code of that state is GB.",
        "EL, The ISO code of that state is GR."
    })
    void what_is_no_state_is_not_added(String code, String sentence) {
        HttpResponse<String> answer = Visitor.signedIn(port, "admin")
                .submit("/admin/parties", "/admin/parties", Map.of("code", code, "authority", "Somebody"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
        assertThat(parties.all()).noneMatch(member -> member.authority().equals("Somebody"));
    }

    @Test
    void a_party_that_takes_part_keeps_its_authority_and_that_is_said() {
        HttpResponse<String> answer = Visitor.signedIn(port, "admin")
                .submit("/admin/parties", "/admin/parties", Map.of("code", "FR", "authority", "Another one"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("FR takes part already. Nothing was changed");
        assertThat(parties.all()).noneMatch(member -> member.authority().equals("Another one"));
    }

    @Test
    void nobody_else_adds_anybody() {
        Visitor manager = Visitor.signedIn(port, "manager1");

        assertThat(manager.submit("/", "/admin/parties", Map.of("code", "CZ", "authority", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(parties.contains(new Party("CZ"))).isFalse();
    }
}
