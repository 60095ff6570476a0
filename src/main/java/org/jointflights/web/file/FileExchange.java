package org.jointflights.web.file;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.jointflights.application.file.FileBytes;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.file.AttachedFile;
import org.jointflights.web.StatusOf;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Files up and down. A file comes as the body of a request and not as part of a form: nothing takes a form apart before it is
 * known who sends it, and nothing is written to a folder for temporary files.
 */
public final class FileExchange {

    private FileExchange() {}

    /**
     * Keeps what is sent. The answer is a sentence alone: what asks is a script of the page.
     *
     * @param possible throws what {@code keep} would throw whatever the bytes are, before they are read
     */
    public static ResponseEntity<String> taken(
            HttpServletRequest request, Locale language, Runnable possible, ToLongFunction<byte[]> keep)
            throws IOException {
        try {
            possible.run();
            byte[] content = request.getInputStream().readNBytes(AttachedFile.MOST_BYTES + 1);
            return said(HttpStatus.CREATED, String.valueOf(keep.applyAsLong(content)));
        } catch (Refusal refused) {
            return said(StatusOf.refusal(refused), refused.sentence(language));
        }
    }

    /** A file to save, which no browser opens as a page of ours or keeps for whoever sits there next. */
    public static ResponseEntity<byte[]> given(FileBytes file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.file().kind().type()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.content());
    }

    private static ResponseEntity<String> said(HttpStatus status, String sentence) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(sentence);
    }
}
