package org.jointflights.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jointflights.application.people.Parties;
import org.jointflights.domain.Party;
import org.jointflights.security.HttpUser;
import org.jointflights.web.signin.SignInSliceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@SignInSliceTest
class PartiesPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Parties parties;

    @Test
    void an_administrator_adds_a_state_with_its_groups() {
        HttpResponse<String> answer = HttpUser.signedIn(port, "admin")
                .submit("/admin/parties", "/admin/parties", Map.of("code", "PL", "authority", "Straż Graniczna"));

        assertThat(answer.body()).contains("Poland has been added.", "Straż Graniczna");
        assertThat(parties.contains(new Party("PL"))).isTrue();
    }

    @Test
    void an_administrator_corrects_which_authority_acts_for_a_state() {
        HttpUser admin = HttpUser.signedIn(port, "admin");

        HttpResponse<String> answer = admin.submit(
                "/admin/parties",
                "/admin/parties",
                Map.of("party", "DK", "authority", " Hjemrejsestyrelsen, Birkerød "));

        assertThat(answer.body()).contains("The authority of Denmark has been corrected.");
        assertThat(parties.all())
                .filteredOn(member -> member.party().equals(new Party("DK")))
                .singleElement()
                .extracting(Parties.Member::authority)
                .isEqualTo("Hjemrejsestyrelsen, Birkerød");
        assertThat(admin.get("/administration").body())
                .contains("Corrected the authority of DK from “Hjemrejsestyrelsen” to “Hjemrejsestyrelsen, Birkerød”.");
    }

    @ParameterizedTest
    @CsvSource({"JP, x, 404, No party JP is known here.", "DK, ' ', 400, Authority cannot be “”."})
    void what_is_wrong_with_a_correction_is_said(String party, String authority, int status, String sentence) {
        HttpResponse<String> answer = HttpUser.signedIn(port, "admin")
                .submit("/admin/parties", "/admin/parties", Map.of("party", party, "authority", authority));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence);
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
        HttpResponse<String> answer = HttpUser.signedIn(port, "admin")
                .submit("/admin/parties", "/admin/parties", Map.of("code", code, "authority", "Somebody"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence);
        assertThat(parties.all()).noneMatch(member -> member.authority().equals("Somebody"));
    }

    @Test
    void a_party_that_takes_part_keeps_its_authority_and_that_is_said() {
        HttpResponse<String> answer = HttpUser.signedIn(port, "admin")
                .submit("/admin/parties", "/admin/parties", Map.of("code", "FR", "authority", "Another one"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("FR takes part already. Nothing was changed");
        assertThat(parties.all()).noneMatch(member -> member.authority().equals("Another one"));
    }

    @Test
    void nobody_else_adds_anybody() {
        HttpUser manager = HttpUser.signedIn(port, "manager1");

        assertThat(manager.submit("/", "/admin/parties", Map.of("code", "CZ", "authority", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(parties.contains(new Party("CZ"))).isFalse();
    }
}
