package org.jointflights.web.settlement;

import java.nio.charset.StandardCharsets;
import org.jointflights.application.settlement.ReadAccounts;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is signed, to take away byte by byte: the SHA-256 of the file is the one that signatures are given on. */
@Controller
class SignedContentFile {

    private final ReadAccounts accounts;

    SignedContentFile(ReadAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/signed/{hash}.json")
    ResponseEntity<byte[]> content(@PathVariable("hash") String hash) {
        ReadAccounts.SignedContent signed = accounts.signedContent(hash);
        ContentDisposition name = ContentDisposition.attachment()
                .filename(signed.name() + ".json")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(signed.json().getBytes(StandardCharsets.UTF_8));
    }
}
