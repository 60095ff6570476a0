package org.jointflights.security;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A program without cookies that sends a header {@code Authorization} and follows no redirect. */
public final class HttpProgram {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String root;
    private final String address;
    private final String authorization;

    private HttpProgram(int port, String address, String authorization) {
        this.root = "http://localhost:" + port;
        this.address = address;
        this.authorization = authorization;
    }

    /** One with that token. */
    public static HttpProgram with(int port, String token) {
        return new HttpProgram(port, "", "Bearer " + token);
    }

    /** One with that token at that address, behind a proxy on this machine. */
    public static HttpProgram from(int port, String address, String token) {
        return new HttpProgram(port, address, "Bearer " + token);
    }

    /** One that writes the header in a way of its own. */
    public static HttpProgram saying(int port, String authorization) {
        return new HttpProgram(port, "", authorization);
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, "", "");
    }

    public HttpResponse<String> post(String path, String json) {
        return send("POST", path, json, "");
    }

    /** With that cookie beside the token. */
    public HttpResponse<String> send(String method, String path, String json, String cookie) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", authorization)
                .header("Accept", "application/json")
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json));
        if (!address.isEmpty()) {
            request.header("X-Forwarded-For", address);
        }
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
