package org.jointflights.web.costs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Locale;
import org.jointflights.application.costs.CompareEveryKey;
import org.jointflights.application.costs.CompareSharings;
import org.jointflights.application.costs.PreviewShares;
import org.jointflights.domain.BadInput;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What would come out of an input, by its keys and by each other, and what changes from one input to another. Stores nothing. */
@RestController
@RequestMapping(
        path = "/api/cost-sharing",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class CostSharingApi {

    /** Bytes; an input of 1,000 items shared by 62 parties has less than half of it. */
    private static final int LONGEST = 2_000_000;

    private final PreviewShares preview;
    private final CompareSharings comparison;
    private final CompareEveryKey keys;
    private final SharingTurns turns;

    CostSharingApi(PreviewShares preview, CompareSharings comparison, CompareEveryKey keys, SharingTurns turns) {
        this.preview = preview;
        this.comparison = comparison;
        this.keys = keys;
        this.turns = turns;
    }

    @PostMapping("/preview")
    PreviewShares.Answer preview(InputStream body, Principal person, Locale language) throws IOException {
        String input = text(body);
        return turns.inTurn(person.getName(), () -> preview.of(input, language));
    }

    @PostMapping("/compare")
    CompareSharings.Answer compare(InputStream body, Principal person, Locale language) throws IOException {
        String inputs = text(body);
        return turns.inTurn(person.getName(), () -> comparison.of(inputs, language));
    }

    @PostMapping("/keys")
    CompareEveryKey.Answer keys(
            InputStream body,
            @RequestParam(name = "explain", required = false) @Nullable String explain,
            Principal person,
            Locale language)
            throws IOException {
        String input = text(body);
        return turns.inTurn(person.getName(), () -> keys.of(input, explain, language));
    }

    private static String text(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw BadInput.of("input", "", "common.tooLong", "> " + LONGEST, LONGEST);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw BadInput.of("input", "", "costs.budget.json.utf8");
        }
    }
}
