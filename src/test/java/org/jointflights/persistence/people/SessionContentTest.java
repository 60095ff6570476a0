package org.jointflights.persistence.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.util.SerializationUtils;

/** What can be in a session, whoever has put it there. */
class SessionContentTest {

    private static int made;

    private final SessionContent content = new SessionContent(Set::of);

    /** A class that is not among those named; it notices that it is made. */
    private record Foreign(String text) implements Serializable {

        Foreign {
            made++;
        }
    }

    @Test
    void who_has_signed_in_is_read_as_it_was_written() throws IOException {
        var person = UsernamePasswordAuthenticationToken.authenticated(
                "frlegal1", null, AuthorityUtils.createAuthorityList("FRlegal"));
        person.setDetails("mark");
        SecurityContextImpl context = new SecurityContextImpl(person);

        assertThat(content.read(content.write(context))).isEqualTo(context);
    }

    @Test
    void an_object_of_a_foreign_class_is_never_made_from_what_is_stored() {
        byte[] bytes = SerializationUtils.serialize(new Foreign("x"));
        byte[] hidden = SerializationUtils.serialize(new ArrayList<>(List.of("text", new Foreign("x"))));
        made = 0;

        assertThatThrownBy(() -> content.read(bytes))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("REJECTED");
        assertThatThrownBy(() -> content.read(hidden))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("REJECTED");
        assertThat(made).isZero();
    }

    @Test
    void what_could_not_be_read_again_is_not_written() {
        Foreign foreign = new Foreign("x");

        assertThatThrownBy(() -> content.write(foreign)).hasMessage("not for a session: " + Foreign.class.getName());
    }

    @Test
    void what_is_no_object_at_all_is_refused() {
        assertThatThrownBy(() -> content.read(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
    }
}
