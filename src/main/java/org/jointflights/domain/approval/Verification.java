package org.jointflights.domain.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Refusal;
import org.jointflights.domain.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Every version and every answer to it held against one another, so that whoever changed one behind the application is
 * found.
 *
 * @param postings how many stored ones were held against what the parties sign of them
 * @param since how many stored ones nobody signs: payments, recovery orders, what rounding left
 */
public record Verification(List<Checked> checked, int postings, int since) {

    public Verification {
        checked = List.copyOf(checked);
    }

    /** What a version is of. */
    public enum Kind {
        PLAN,
        ACCOUNTS,
        /** Its number is the netting's, its flight the first one in it. */
        NETTING
    }

    /**
     * One version and the answers to it.
     *
     * @param hash as stored; empty where answers name a version that is not there
     * @param faults what does not fit, each in a sentence that names version and flight
     */
    public record Checked(
            Kind kind,
            OperationReference reference,
            int version,
            String hash,
            int signatures,
            List<? extends Refusal> faults) {

        public Checked {
            faults = List.copyOf(faults);
        }
    }

    private record Key(OperationReference reference, int version) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byFlight = reference.compareTo(other.reference);
            return byFlight == 0 ? Integer.compare(version, other.version) : byFlight;
        }
    }

    /** Of all that there is. */
    public static Verification of(List<StoredVersion> versions, List<Signature> signatures) {
        Map<Key, StoredVersion> stored = new TreeMap<>();
        versions.forEach(version -> stored.put(new Key(version.reference(), version.number()), version));
        Map<Key, List<Signature>> given = new TreeMap<>();
        stored.keySet().forEach(key -> given.put(key, new ArrayList<>()));
        signatures.forEach(signature -> given.computeIfAbsent(
                        new Key(signature.reference(), signature.version()), unknown -> new ArrayList<>())
                .add(signature));
        List<Checked> checked = new ArrayList<>();
        given.forEach((key, answers) -> {
            StoredVersion version = stored.get(key);
            StoredVersion next = stored.get(new Key(key.reference, key.version + 1));
            checked.add(new Checked(
                    Kind.PLAN,
                    key.reference,
                    key.version,
                    version == null ? "" : version.hash(),
                    answers.size(),
                    version == null ? ofNothing(answers) : faults(version, end(version, next), answers)));
        });
        return new Verification(checked, 0, 0);
    }

    /** Together with others, which come after these, and so many more postings. */
    public Verification and(List<Checked> others, int comparedPostings, int unsignedPostings) {
        List<Checked> all = new ArrayList<>(checked);
        all.addAll(others);
        return new Verification(all, postings + comparedPostings, since + unsignedPostings);
    }

    public int versions() {
        return (int) checked.stream().filter(one -> !one.hash().isEmpty()).count();
    }

    public int signatures() {
        return checked.stream().mapToInt(Checked::signatures).sum();
    }

    /** All that does not fit, by flight and version. */
    public List<Refusal> faults() {
        return checked.stream()
                .flatMap(one -> one.faults().stream())
                .map(Refusal.class::cast)
                .toList();
    }

    /** The first that does not fit, by flight and version. */
    public Optional<Refusal> firstFault() {
        return faults().stream().findFirst();
    }

    private static List<Conflict> faults(StoredVersion version, @Nullable Instant end, List<Signature> answers) {
        List<Conflict> faults = new ArrayList<>();
        Conflict own = version.fault();
        if (own != null) {
            faults.add(own);
        }
        Set<List<String>> documents = new HashSet<>();
        for (Signature answer : answers) {
            if (!answer.hash().equals(version.hash())) {
                faults.add(fault("approval.signature.falseHash", answer));
            }
            boolean early = answer.at().isBefore(version.frozen());
            boolean late = end != null && answer.at().isAfter(end);
            if (early || late) {
                faults.add(fault("approval.signature.time", answer, answer.at()));
            }
            if (!documents.add(List.of(answer.person(), answer.document()))) {
                faults.add(fault("approval.signature.twice", answer));
            }
        }
        boolean standsAsSigned = own == null && version.committed() != null && version.voidedFor() == null;
        if (standsAsSigned && version.route() != null) {
            String missing = version.proven().missing(answers).stream()
                    .map(one -> one.party() == null ? one.role().name() : one.role() + " " + one.party())
                    .collect(Collectors.joining(", "));
            if (!missing.isEmpty()) {
                faults.add(Conflict.of("approval.version.lacks", version.number(), version.reference(), missing));
            }
        }
        return faults;
    }

    /** A version takes no answer any more once all have signed, it is void, or the next one is frozen. */
    private static @Nullable Instant end(StoredVersion version, @Nullable StoredVersion next) {
        if (version.committed() != null) {
            return version.committed();
        }
        if (version.voided() != null) {
            return version.voided();
        }
        return next == null ? null : next.frozen();
    }

    private static List<Conflict> ofNothing(List<Signature> answers) {
        return answers.stream()
                .map(answer -> fault("approval.signature.noVersion", answer))
                .toList();
    }

    private static Conflict fault(String code, Signature answer, Object... more) {
        List<Object> gaps = new ArrayList<>(List.of(answer.person(), answer.version(), answer.reference()));
        gaps.add(Sentence.of("approval.role." + answer.role()));
        gaps.addAll(List.of(more));
        return Conflict.of(code, gaps.toArray());
    }
}
