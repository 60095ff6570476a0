package org.jointflights.domain.webhook;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.domain.BadInput;

/**
 * An https address by the name of a machine: no number of one, no user, no name that only one's own network knows.
 *
 * @param host in lower case
 * @param target path and query
 */
public record WebhookAddress(String host, int port, String target) {

    private static final int HTTPS = 443;
    private static final int OTHER = 8443;
    private static final int LONGEST = 300;

    private static final Pattern SHAPE = Pattern.compile(
            "https://((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9])"
                    + "(?::([0-9]{1,5}))?(/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*(?:\\?[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*)?)?");

    private static final Pattern OWN_NETWORK =
            Pattern.compile(".*\\.(local|localhost|internal|intranet|lan|home|corp|private|arpa|test|invalid|example)");

    /** What somebody typed; throws {@link BadInput} unless it is such an address. */
    public static WebhookAddress named(String typed) {
        Matcher parts = SHAPE.matcher(typed);
        if (typed.length() > LONGEST || !parts.matches()) {
            throw BadInput.of("webhookAddress", typed, "webhook.address.shape", HTTPS, OTHER);
        }
        String host = parts.group(1).toLowerCase(Locale.ROOT);
        int port = parts.group(2) == null ? HTTPS : Integer.parseInt(parts.group(2));
        if (port != HTTPS && port != OTHER) {
            throw BadInput.of("webhookAddress", typed, "webhook.address.shape", HTTPS, OTHER);
        }
        if (OWN_NETWORK.matcher(host).matches()) {
            throw BadInput.of("webhookAddress", typed, "webhook.address.own");
        }
        return new WebhookAddress(host, port, parts.group(3) == null ? "/" : parts.group(3));
    }

    @Override
    public String toString() {
        return "https://" + host + (port == HTTPS ? "" : ":" + port) + target;
    }
}
