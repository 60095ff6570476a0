package org.jointflights.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointflights.domain.Sentence;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what no page of ours sends, before anybody reads it: addresses in a spelling that one reader takes for another
 * address than the next does, bodies of more than two megabytes or of a length that is not told, and forms in several
 * parts. A file, for the log of a flight, of a voucher or of a bank, comes as a body of its own, which may have ten.
 */
class PlainRequestFilter extends OncePerRequestFilter {

    private static final Pattern ODD = Pattern.compile("//|[;\\\\]|/\\.{1,2}(/|$)|%(?![0-9A-Fa-f]{2})");
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final String NEED_NO_CODE = "-._~/\\%\u007f";
    private static final long MOST = DataSize.ofMegabytes(2).toBytes();
    private static final Pattern FILE =
            Pattern.compile("/flights/[^/]+/(log|vouchers)/[0-9]+/file|/accounts/payments/[A-Z]{2}/statement");
    private static final long MOST_OF_A_FILE = DataSize.ofMegabytes(10).toBytes();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (!isPlain(request.getRequestURI())) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        } else if (request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value());
        } else if (request.getContentLengthLong() > most(request)) {
            refuseAtOnce(request, response);
        } else if (type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            response.sendError(HttpStatus.UNSUPPORTED_MEDIA_TYPE.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Nobody reads the body of a file before they know who sends it; a field of a form would be looked for in any other. */
    private static long most(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean file = FILE.matcher(path).matches()
                && MediaType.APPLICATION_OCTET_STREAM_VALUE.equals(request.getContentType());
        return file ? MOST_OF_A_FILE : MOST;
    }

    /** Said before the body has come: the server would else wait for it. */
    private static void refuseAtOnce(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] sentence = Sentence.of("web.error.413").in(request.getLocale()).getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpStatus.PAYLOAD_TOO_LARGE.value());
        response.setHeader(HttpHeaders.CONNECTION, "close");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/plain;charset=UTF-8");
        response.setContentLength(sentence.length);
        response.getOutputStream().write(sentence);
        response.flushBuffer();
    }

    /** True for an address as a browser writes it: only what must be encoded is, and nothing leads up or nowhere. */
    private static boolean isPlain(String address) {
        if (ODD.matcher(address).find()) {
            return false;
        }
        Matcher encoded = ENCODED.matcher(address);
        while (encoded.find()) {
            char sign = (char) Integer.parseInt(encoded.group(1), 16);
            if (sign < ' ' || NEED_NO_CODE.indexOf(sign) >= 0 || (sign < 128 && Character.isLetterOrDigit(sign))) {
                return false;
            }
        }
        return true;
    }
}
