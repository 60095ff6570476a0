package org.jointflights.persistence.people;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.people.SessionClasses;

/**
 * What a session may hold, as bytes: who has signed in, at our pages and at Tasklist, the token of our forms, the page that was
 * asked for before. An object of any other class is neither written nor, whoever put it into the table, made.
 */
final class SessionContent {

    private static final String LIMITS = "maxbytes=200000;maxdepth=20;maxrefs=5000;maxarray=2000;";
    private static final String NOTHING_ELSE = ";!*";

    private static final List<String> OURS = List.of(
            // Who has signed in, with a password or through the provider.
            "org.springframework.security.core.context.SecurityContextImpl",
            "org.springframework.security.authentication.AbstractAuthenticationToken",
            "org.springframework.security.authentication.UsernamePasswordAuthenticationToken",
            "org.springframework.security.core.authority.SimpleGrantedAuthority",
            "org.springframework.security.web.authentication.WebAuthenticationDetails",
            "org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken",
            "org.springframework.security.oauth2.core.**",
            "org.jointflights.web.signin.ProviderUser",
            // Forms, the page to go on to, and the sentence that it says once.
            "org.springframework.security.web.csrf.DefaultCsrfToken",
            "org.springframework.util.LinkedMultiValueMap",
            "org.springframework.util.MultiValueMapAdapter",
            "org.springframework.web.servlet.FlashMap",
            "java.util.concurrent.CopyOnWriteArrayList",
            "org.springframework.security.web.savedrequest.*",
            "java.lang.Boolean",
            "java.lang.Enum",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Number",
            "java.lang.Object",
            "java.lang.String",
            "java.lang.String$CaseInsensitiveComparator",
            "java.time.Instant",
            "java.time.Ser",
            "java.util.ArrayList",
            "java.util.CollSer",
            "java.util.Collections$*",
            "java.util.Date",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.Locale",
            "java.util.Map$Entry",
            "java.util.TreeMap",
            "java.util.TreeSet",
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.concurrent.ConcurrentHashMap$Segment",
            "java.util.concurrent.locks.ReentrantLock");

    private final ObjectInputFilter known;

    SessionContent(SessionClasses others) {
        String all = Stream.concat(OURS.stream(), others.names().stream()).collect(Collectors.joining(";"));
        this.known = ObjectInputFilter.Config.createFilter(LIMITS + all + NOTHING_ELSE);
    }

    /** Told where it was put in, not at the next request. */
    byte[] write(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(value);
            stream.flush();
            read(bytes.toByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(
                    "not for a session: " + value.getClass().getName(), e);
        }
        return bytes.toByteArray();
    }

    /** Refused with an {@link IOException} where anything in it is not known here, or not any more. */
    Object read(byte[] bytes) throws IOException {
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            stream.setObjectInputFilter(known);
            return stream.readObject();
        } catch (ClassNotFoundException | RuntimeException unknown) {
            throw new IOException(unknown);
        }
    }
}
