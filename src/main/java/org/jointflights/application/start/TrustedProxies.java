package org.jointflights.application.start;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.util.StringUtils;

/**
 * The proxies in front that end TLS, by address. A name is not taken: whoever can change what it stands for could say who
 * everybody is.
 *
 * @param addresses as the server writes the other side of a connection
 * @param notAddresses what was given and is none
 */
public record TrustedProxies(List<String> addresses, List<String> notAddresses) {

    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?=\\d)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f.:]*");

    /** Takes addresses apart that stand in one line with commas between them. */
    static TrustedProxies of(String line) {
        List<String> addresses = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String text : StringUtils.tokenizeToStringArray(line, ",")) {
            try {
                if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
                    throw new UnknownHostException(text);
                }
                addresses.add(InetAddress.getByName(text).getHostAddress());
            } catch (UnknownHostException noAddress) {
                others.add(text);
            }
        }
        return new TrustedProxies(List.copyOf(addresses), List.copyOf(others));
    }

    /** True if nothing was given at all. */
    boolean areNone() {
        return addresses.isEmpty() && notAddresses.isEmpty();
    }

    /** An expression that fits these addresses and nothing else; empty if there are none. */
    public String pattern() {
        return addresses.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
