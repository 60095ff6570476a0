package org.jointflights.domain.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChainCheckTest {

    private static final Instant AT = Instant.parse("2027-03-01T09:00:00.120Z");
    private static final String SALT = "5a17".repeat(16);

    @Test
    void the_hash_is_of_the_spelling_that_the_documents_name() {
        // By the lines of Python in docs/trail.md.
        assertThat(next(ChainHead.START, entry(7, "é")))
                .isEqualTo(new ChainHead(1, "9f0643c32f12383e8b3d5bdc27f0784231630cc5e1fa5659cf0bc8849e7b0096"));
    }

    @Test
    void no_two_entries_have_one_spelling() {
        List<AuditEntry> alike = List.of(
                entry("ab", "c", null, ""),
                entry("a", "bc", null, ""),
                entry("ab", "c", "", ""),
                entry("ab", "c", "-", ""),
                entry("ab", "", "c", ""),
                entry("ab", "c", null, "-"),
                entry("ab1:c", "", null, ""),
                entry("a", "b1:c", null, ""));

        assertThat(alike.stream().map(entry -> next(ChainHead.START, entry).hash()))
                .doesNotHaveDuplicates();
        assertThat(next(ChainHead.START, alike.get(0)).hash())
                .isNotEqualTo(next(new ChainHead(1, ChainHead.START.hash()), alike.get(0))
                        .hash())
                .isNotEqualTo(
                        next(new ChainHead(0, "1".repeat(64)), alike.get(0)).hash());
    }

    @Test
    void what_fits_has_no_break_and_meets_what_was_written_down_of_it() {
        List<ChainLink> links = chain(3);
        ChainHead second = links.get(1).head();
        ChainHead other = new ChainHead(2, "a".repeat(64));

        ChainReport report = check(links, end(links), List.of(), second, other, ChainHead.START);

        assertThat(report.faults()).isEmpty();
        assertThat(report.entries()).isEqualTo(3);
        assertThat(report.head()).isEqualTo(end(links));
        assertThat(report.met()).isEqualTo(Set.of(second, ChainHead.START));
    }

    @Test
    void where_there_is_nothing_nothing_is_broken() {
        assertThat(check(List.of(), ChainHead.START, List.of()).faults()).isEmpty();
        assertThat(check(List.of(), ChainHead.START, List.of()).head().isStart())
                .isTrue();
        assertThat(end(chain(1)).isStart()).isFalse();
    }

    @Test
    void a_break_is_told_in_a_sentence_that_names_where_it_is() {
        List<ChainLink> links = chain(4);
        ChainLink second = links.get(1);
        ChainLink fourth = links.get(3);
        links.set(1, new ChainLink(second.head(), second.entryId(), entry(2, "other"), second.arguments()));
        links.set(3, new ChainLink(fourth.head(), fourth.entryId(), null, fourth.arguments()));

        ChainReport report = check(links, new ChainHead(5, "a".repeat(64)), List.of(act()));

        assertThat(report.entries()).isEqualTo(4);
        assertThat(report.faults().stream().map(fault -> fault.in(Locale.ENGLISH)))
                .containsExactly(
                        "Trail, number 2: the entry with id 2 (flight JRO-2027-0001, by gbfinance1, 2027-03-01T09:00:00.120Z)"
                                + " is not what was written, or its hash or its place was changed.",
                        "Trail, number 4: its entry, id 4, is missing.",
                        "Trail: it ought to end with number 5, but ends with number 4; entries at its end are missing,"
                                + " or were added by something else.",
                        "Trail: the entry with id 9 (by admin, 2027-03-01T09:00:00.120Z) has no number; something else has"
                                + " written it.");
    }

    @Test
    void what_people_typed_is_erased_with_its_salt_and_all_fits_as_before() {
        List<ChainLink> links = chain(2);
        ChainLink first = links.get(0);
        links.set(0, new ChainLink(first.head(), 1, with(entry(1, "one"), null, null), first.arguments()));

        assertThat(check(links, end(links), List.of(), end(links)).faults()).isEmpty();
    }

    @Test
    void nothing_of_a_text_or_its_salt_changes_or_goes_alone_unseen() {
        List<ChainLink> links = chain(1);
        ChainLink only = links.get(0);
        List<AuditEntry> changed = List.of(
                entry(1, "onE"),
                with(entry(1, "one"), "[\"one\"]", "5a18"),
                with(entry(1, "one"), null, SALT),
                with(entry(1, "one"), "[\"one\"]", null),
                // The same letters, but some of the text called salt.
                with(entry(1, "one"), "one\"]", SALT + "[\""));

        assertThat(changed)
                .allSatisfy(entry -> assertThat(check(
                                        List.of(new ChainLink(only.head(), 1, entry, only.arguments())),
                                        only.head(),
                                        List.of())
                                .faults())
                        .extracting(Sentence::code)
                        .containsExactly("verification.trail.break.changed"));
    }

    @Test
    void after_an_erasure_neither_what_was_kept_nor_the_digest_changes_unseen() {
        ChainLink only = chain(1).get(0);
        AuditEntry erased = with(entry(1, "one"), null, null);

        for (SealedArguments forged : List.of(
                new SealedArguments("[\"two\"]", only.arguments().digest()),
                new SealedArguments(only.arguments().kept(), "a".repeat(64)))) {
            assertThat(check(List.of(new ChainLink(only.head(), 1, erased, forged)), only.head(), List.of())
                            .faults())
                    .extracting(Sentence::code)
                    .containsExactly("verification.trail.break.changed");
        }
    }

    @Test
    void after_a_gap_the_check_goes_on() {
        List<ChainLink> links = chain(5);
        ChainLink fifth = links.get(4);
        links.set(4, new ChainLink(fifth.head(), fifth.entryId(), entry(5, "other"), fifth.arguments()));
        links.remove(1);

        assertThat(check(links, end(links), List.of()).faults())
                .extracting(Sentence::code)
                .containsExactly("verification.trail.break.gap", "verification.trail.break.changed");
    }

    @Test
    void a_head_with_another_hash_is_a_break() {
        List<ChainLink> links = chain(2);

        assertThat(check(links, new ChainHead(2, "a".repeat(64)), List.of()).faults())
                .containsExactly(Sentence.of("verification.trail.break.head", AuditLog.TRAIL.words(), 2));
    }

    @Test
    void what_was_written_down_has_to_be_in_one_of_the_chains() {
        List<ChainLink> links = chain(2);
        ChainHead first = links.get(0).head();
        ChainHead other = new ChainHead(1, "a".repeat(64));
        List<ChainHead> written = List.of(first, other);
        TrailVerification found = new TrailVerification(
                List.of(
                        check(List.of(), ChainHead.START, List.of()),
                        check(links, end(links), List.of(), first, other)),
                written);

        assertThat(found.faults()).containsExactly(Sentence.of("verification.trail.break.lost", 1, other.hash()));
        assertThat(found.outcome())
                .isEqualTo(Sentence.of("verification.bad", 1, found.faults().get(0)));
        assertThat(new TrailVerification(found.chains(), List.of(first)).outcome())
                .isEqualTo(Sentence.of("verification.trail.contains"));
        assertThat(new TrailVerification(found.chains(), List.of()).outcome())
                .isEqualTo(Sentence.of("verification.trail.good"));
    }

    @Test
    void a_head_is_read_as_it_is_written() {
        ChainHead head = end(chain(3));

        assertThat(ChainHead.of(head.toString())).isEqualTo(head);
        assertThat(ChainHead.of(head.toString().toUpperCase(Locale.ROOT))).isEqualTo(head);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "3", "3:", "3:abc", ":", "-3:", "x:", "1234567890123456789:"})
    void what_is_no_head_is_refused(String written) {
        String typed = written.endsWith(":") && written.length() != 2 ? written + "a".repeat(64) : written;

        assertThatThrownBy(() -> ChainHead.of(typed))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.sentence(Locale.ENGLISH))
                                .isEqualTo("Number and SHA-256: “" + typed
                                        + "” is not a number, a colon and a SHA-256 of 64"
                                        + " hexadecimal digits, as the check of the trail prints them."));
    }

    private static ChainReport check(
            List<ChainLink> links, ChainHead head, List<AuditEntry> unchained, ChainHead... witnesses) {
        ChainCheck check = new ChainCheck(AuditLog.TRAIL, List.of(witnesses));
        links.forEach(check::follow);
        return check.end(head, unchained);
    }

    private static List<ChainLink> chain(int length) {
        List<ChainLink> links = new ArrayList<>();
        ChainHead head = ChainHead.START;
        for (int id = 1; id <= length; id++) {
            AuditEntry entry = entry(id, "one");
            head = next(head, entry);
            links.add(new ChainLink(head, id, entry, sealed(entry)));
        }
        return links;
    }

    private static ChainHead end(List<ChainLink> links) {
        return links.get(links.size() - 1).head();
    }

    private static AuditEntry entry(long id, String remark) {
        return new AuditEntry(
                AuditLog.TRAIL,
                id,
                "JRO-2027-0001",
                AT,
                "gbfinance1",
                "GB",
                null,
                null,
                "trail.comment",
                "[\"" + remark + "\"]",
                SALT);
    }

    private static ChainHead next(ChainHead head, AuditEntry entry) {
        return head.next(entry, sealed(entry));
    }

    private static SealedArguments sealed(AuditEntry entry) {
        return SealedArguments.of(entry, "[null]");
    }

    private static AuditEntry with(AuditEntry entry, @Nullable String arguments, @Nullable String salt) {
        return new AuditEntry(
                entry.log(),
                entry.id(),
                entry.reference(),
                entry.at(),
                entry.actor(),
                entry.actorParty(),
                entry.party(),
                entry.about(),
                entry.code(),
                arguments,
                salt);
    }

    private static AuditEntry entry(String actor, @Nullable String actorParty, @Nullable String party, String code) {
        return new AuditEntry(AuditLog.TRAIL, 1, null, AT, actor, actorParty, party, null, code, "[]", SALT);
    }

    private static AuditEntry act() {
        return new AuditEntry(
                AuditLog.ADMINISTRATION, 9, null, AT, "admin", null, null, "x", "people.left", "[]", SALT);
    }
}
