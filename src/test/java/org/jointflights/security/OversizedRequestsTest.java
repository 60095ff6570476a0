package org.jointflights.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jointflights.security.RawRequest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A body of 700 MB ended in an OutOfMemoryError, and a refused form in parts wrote 24 KB into the log. */
@OverHttp
@ExtendWith(OutputCaptureExtension.class)
class OversizedRequestsTest {

    private static final String TASKS = HttpUser.ENGINE + "/task";

    @LocalServerPort
    private int port;

    /** Only the length is told; nothing of the body has to be sent for it to be refused. */
    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", TASKS, "/api/cost-sharing/preview", "/flights"})
    void a_body_of_more_than_two_megabytes_is_refused_before_it_is_read(String path) {
        Map<String, String> headers =
                Map.of("Content-Type", "application/json", "Content-Length", Long.toString(700L << 20));

        Answer answer = new RawRequest("POST", path, headers, "").sendTo(port);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("X-Content-Type-Options: nosniff");
    }

    /** Only as the body that the pages of a log and of vouchers send; anything else there is as small as everywhere. */
    @ParameterizedTest
    @CsvSource({
        "/flights/JRO-2027-0001/log/1/file, application/octet-stream, 10, 403",
        "/flights/JRO-2027-0001/vouchers/1/file, application/octet-stream, 10, 403",
        "/flights/JRO-2027-0001/vouchers/1/file, application/octet-stream, 11, 413",
        "/flights/JRO-2027-0001/vouchers/files/1/take-away, application/octet-stream, 3, 413",
        "/flights/JRO-2027-0001/log/1/file, application/octet-stream, 11, 413",
        "/flights/JRO-2027-0001/log/1/file, application/x-www-form-urlencoded, 3, 413",
        "/accounts/payments/FR/statement, application/octet-stream, 10, 403",
        "/accounts/payments/FR/statement, application/octet-stream, 11, 413",
        "/accounts/payments/orders, application/octet-stream, 3, 413",
        "/flights/JRO-2027-0001/log/1/answer, application/octet-stream, 3, 413",
        "/flights/JRO-2027-0001/log/x/file, application/octet-stream, 3, 413",
    })
    void a_file_of_more_than_ten_megabytes_is_refused_before_it_is_read(
            String path, String type, int megabytes, int status) {
        Answer answer = new RawRequest(
                        "POST",
                        path,
                        Map.of("Content-Type", type, "Content-Length", Long.toString((long) megabytes << 20)),
                        "")
                .sendTo(port);

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void a_body_just_below_the_limit_is_read() {
        String body = "{\"a\":\"" + "x".repeat((2 << 20) - 100) + "\"}";

        Answer answer = new RawRequest("POST", TASKS, headers(), body).sendTo(port);

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void a_body_whose_length_nobody_tells_is_refused() {
        Answer answer = new RawRequest(
                        "POST",
                        TASKS,
                        Map.of("Content-Type", "application/json", "Transfer-Encoding", "chunked"),
                        "2\r\n{}\r\n0\r\n\r\n")
                .sendTo(port);

        assertThat(answer.status()).isEqualTo(411);
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, multipart/form-data",
        "/sign-in, multipart/form-data; boundary=x",
        "/language, Multipart/Form-Data; boundary=",
        "/camunda/api/engine/engine/default/deployment/create, multipart/form-data; boundary=x",
        "/api/cost-sharing/preview, multipart/mixed",
    })
    void a_form_in_parts_is_refused_and_fills_no_log(String path, String type, CapturedOutput output) {
        int before = output.getAll().length();

        Answer answer = new RawRequest("POST", path, Map.of("Content-Type", type), "--x--").sendTo(port);

        assertThat(answer.status()).isEqualTo(415);
        assertThat(output.getAll().substring(before).lines()).hasSizeLessThanOrEqualTo(1);
    }

    private Map<String, String> headers() {
        Map<String, String> headers =
                new java.util.HashMap<>(HttpUser.signedIn(port, "gbcoordinator").identity());
        headers.put("Content-Type", "application/json");
        return headers;
    }
}
