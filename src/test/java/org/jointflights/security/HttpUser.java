package org.jointflights.security;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a screen: keeps its cookies, sends the tokens that a page would send, follows no redirect. */
public final class HttpUser {

    public static final String PASSWORD = "Joint-2026!";
    public static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager() {
        @Override
        public Map<String, List<String>> get(URI page, Map<String, List<String>> headers) throws IOException {
            return super.get(asTyped(page), headers);
        }

        @Override
        public void put(URI page, Map<String, List<String>> headers) throws IOException {
            super.put(asTyped(page), headers);
        }
    };
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private String root;
    private final String language;
    private final Map<String, String> proxy;

    public HttpUser(int port, String language) {
        this(port, language, Map.of());
    }

    /** Somebody who comes from that address, through a proxy on this machine. */
    public HttpUser(int port, String language, String address) {
        this(port, language, Map.of("X-Forwarded-For", address));
    }

    private HttpUser(int port, String language, Map<String, String> proxy) {
        this.root = "http://localhost:" + port;
        this.language = language;
        this.proxy = proxy;
    }

    /** A browser that came over https to a proxy on this machine, which names it by this address. */
    public static HttpUser throughProxy(int port, String address) {
        return new HttpUser(port, "en", Map.of("X-Forwarded-Proto", "https", "X-Forwarded-For", address));
    }

    /** Somebody signed in, with Tasklist open. */
    public static HttpUser signedIn(int port, String name) {
        return signedIn(port, name, PASSWORD);
    }

    public static HttpUser signedIn(int port, String name, String password) {
        HttpUser visitor = new HttpUser(port, "en");
        visitor.signIn(name, password);
        visitor.get("/camunda/app/tasklist/default/");
        return visitor;
    }

    /** What is in front of several nodes leads the same browser to another one now. */
    public HttpUser ledTo(int port) {
        root = "http://localhost:" + port;
        return this;
    }

    public HttpResponse<String> signIn(String name, String password) {
        return submit("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    /** Sends the form of a page with that page's token. */
    public HttpResponse<String> submit(String page, String target, Map<String, String> fields) {
        Matcher token = TOKEN.matcher(get(page).body());
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        if (token.find()) {
            form += "&_csrf=" + encoded(token.group(1));
        }
        return send(request(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** As Tasklist would send it, with the token from its cookie. */
    public HttpResponse<String> send(String method, String path, String json) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
        cookie("XSRF-TOKEN").ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return send(request);
    }

    /** To an address of ours, with the token that a page of ours would send. */
    public HttpResponse<String> sendToOurs(String method, String path, String json) {
        return sendFrom("/", method, path, "application/json", json);
    }

    /** The same with the token of a page that was open before. */
    public HttpResponse<String> sendToOurs(String method, String path, String json, String token) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .method(method, BodyPublishers.ofString(json)));
    }

    /** The token of the page that is open. */
    public String token() {
        Matcher token = TOKEN.matcher(get("/").body());
        if (!token.find()) {
            throw new AssertionError("no form on the first page");
        }
        return token.group(1);
    }

    /** The same from that page, with a body of that type. */
    public HttpResponse<String> sendFrom(String page, String method, String path, String type, String body) {
        Matcher token = TOKEN.matcher(get(page).body());
        HttpRequest.Builder request =
                request(path).header("Content-Type", type).method(method, BodyPublishers.ofString(body));
        if (token.find()) {
            request.header("X-CSRF-TOKEN", token.group(1));
        }
        return send(request);
    }

    /** Something that no page of ours sends; no type at all where it is empty. */
    public HttpResponse<String> sendBytes(String method, String path, String type, byte[] body) {
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        cookie("XSRF-TOKEN").ifPresent(cookie -> request.header("X-XSRF-TOKEN", cookie.getValue()));
        return send(request);
    }

    /** The headers that show who this is, for a request that is written by hand. */
    public Map<String, String> identity() {
        String all = cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return Map.of(
                "Cookie",
                all,
                "X-XSRF-TOKEN",
                cookie("XSRF-TOKEN").orElseThrow().getValue());
    }

    public java.util.Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8")
                .header("Accept-Language", language);
        proxy.forEach(request::header);
        return request;
    }

    /** As it stands in the browser's address line, which decides whether a secure cookie is sent. */
    private URI asTyped(URI page) {
        return !proxy.containsKey("X-Forwarded-Proto")
                ? page
                : URI.create(page.toString().replaceFirst("^http:", "https:"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
