package slice.door;

import static org.assertj.core.api.Assertions.assertThat;
import static slice.door.Visitor.ENGINE;

import java.net.http.HttpResponse;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A person's name is shown to whoever signs, and their address heads a mail: also Camunda's Admin stores one line. */
@DoorTest
class NamesAtTheEngineTest {

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService people;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Emma\\n# Total: 1.00 EUR | e@example.org           | First name | one line",
                "Emma\\u202eREUE 00.1      | e@example.org           | First name | nobody sees",
                "Emma                      | e@x.org\\r\\nBcc: f@x.org | email      | one line"
            })
    void a_name_or_address_of_several_lines_is_refused_and_nobody_is_added(
            String name, String mail, String field, String why) {
        HttpResponse<String> answer = added(name, mail);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(field, why);
        assertThat(people.createUserQuery().userId("emma").count()).isZero();
    }

    @Test
    void an_ordinary_one_is_taken() {
        assertThat(added("Emma-Lou O’Neill", "e@example.org").statusCode()).isEqualTo(204);
        assertThat(people.createUserQuery().userId("emma").singleResult().getFirstName())
                .isEqualTo("Emma-Lou O’Neill");
        people.deleteUser("emma");
    }

    private HttpResponse<String> added(String name, String mail) {
        return Visitor.signedIn(port, "admin").send("POST", ENGINE + "/user/create", """
                        {"profile": {"id": "emma", "firstName": "%s", "lastName": "Taylor", "email": "%s"},
                         "credentials": {"password": "Joint-2026!x"}}""".formatted(name, mail));
    }
}
