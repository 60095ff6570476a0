package org.jointflights.domain.settlement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.approval.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * One version of a flight's accounts as it lies before the parties, with their answers. The newest one counts.
 *
 * @param arbitration what the arbiter decided about it, where a party objected a second time; nothing else
 */
public record Statement(
        OperationReference reference,
        int version,
        Instant computedAt,
        Content signed,
        List<Answer> answers,
        @Nullable Arbitration arbitration) {

    /** Stands in every content, so that a later change of its form can be told from a change of the accounts. */
    private static final int FORM = 1;

    /** What is signed: canonical JSON of the postings, and the SHA-256 that is stored with it. */
    public record Content(String json, String hash) {}

    /**
     * A party's answer to one version.
     *
     * @param objection why the party does not sign; nothing if it signed
     * @param reply what the organiser answered to the objection, or nothing yet
     * @param hash of the content that was answered to
     */
    public record Answer(
            Party party,
            @Nullable String objection,
            String by,
            Instant at,
            @Nullable String reply,
            String hash) {

        public boolean signed() {
            return objection == null;
        }

        /** Whether the organiser still has to answer it. */
        public boolean isOpenObjection() {
            return objection != null && reply == null;
        }
    }

    public Statement {
        answers = List.copyOf(answers);
    }

    /** A version about which no arbiter has decided. */
    public Statement(
            OperationReference reference, int version, Instant computedAt, Content signed, List<Answer> answers) {
        this(reference, version, computedAt, signed, answers, null);
    }

    /** The same version, about which an arbiter has decided; throws {@link Conflict} if one had before. */
    public Statement with(Arbitration decided) {
        if (arbitration != null) {
            throw Conflict.of("settlement.arbitration.twice", version, reference);
        }
        return new Statement(reference, version, computedAt, signed, answers, decided);
    }

    /** A new version, which is of exactly these postings. */
    public static Statement computed(OperationReference reference, int version, Instant now, List<Posting> postings) {
        String json = json(reference, version, postings);
        return new Statement(reference, version, now, new Content(json, CanonicalJson.hash(json)), List.of());
    }

    private static String json(OperationReference reference, int version, List<Posting> postings) {
        return CanonicalJson.write(Map.of(
                "form",
                FORM,
                "reference",
                reference.value(),
                "version",
                version,
                "postings",
                postings.stream().map(Statement::facts).toList()));
    }

    /** Throws {@link Conflict} unless its content has its hash, the postings are those, and so are the signatures. */
    public void requireTrue(Ledger now) {
        for (Conflict fault : faults(now, null)) {
            throw fault;
        }
    }

    /**
     * What no longer fits, each in a sentence that names version and flight.
     *
     * @param next when the next version was computed, or nothing
     */
    public List<Conflict> faults(Ledger now, @Nullable Instant next) {
        List<Conflict> faults = new ArrayList<>();
        contentFault(now).ifPresent(faults::add);
        Set<Party> parties = new HashSet<>();
        for (Answer answer : answers) {
            if (!answer.hash().equals(signed.hash())) {
                faults.add(fault("settlement.statement.falseSignature", answer));
            }
            if (answer.at().isBefore(computedAt) || (next != null && answer.at().isAfter(next))) {
                faults.add(fault("settlement.statement.time", answer));
            }
            if (answer.signed() && !parties.add(answer.party())) {
                faults.add(fault("settlement.statement.twice", answer));
            }
        }
        if (arbitration != null) {
            faults.addAll(arbitration.faults(this));
        }
        return faults;
    }

    /** How many of the stored postings this version says, or has to say. */
    public int covers(Ledger now) {
        return Math.toIntExact(now.postings().stream().filter(this::isOwn).count());
    }

    /** The text that is signed; throws {@link Conflict} if it does not have its hash. */
    public String signedJson() {
        hashFault().ifPresent(fault -> {
            throw fault;
        });
        return signed.json();
    }

    private Optional<Conflict> hashFault() {
        String real = CanonicalJson.hash(signed.json());
        return real.equals(signed.hash())
                ? Optional.empty()
                : Optional.of(Conflict.of("settlement.statement.falseHash", version, reference, signed.hash(), real));
    }

    private Optional<Conflict> contentFault(Ledger now) {
        Optional<Conflict> hash = hashFault();
        if (hash.isPresent()) {
            return hash;
        }
        List<Posting> own = now.postings().stream().filter(this::isOwn).toList();
        return json(reference, version, own).equals(signed.json())
                ? Optional.empty()
                : Optional.of(Conflict.of(
                        "settlement.statement.falsePostings", version, reference, firstOther(signed.json(), own)));
    }

    /** Without what the final posting, the payments and recovery orders have added since. */
    private boolean isOwn(Posting posting) {
        boolean correction =
                posting.kind() == Posting.Kind.SHARE && posting.weights().isEmpty();
        boolean recovery = posting.kind() == Posting.Kind.RECOVERY;
        return posting.statement() <= version && posting.transfer() == null && !correction && !recovery;
    }

    /** The number of the first posting that is not as it was signed; one more than there are if only some are gone. */
    private static int firstOther(String json, List<Posting> own) {
        int number = 1;
        for (Posting posting : own) {
            if (!json.contains(CanonicalJson.write(facts(posting)))) {
                return posting.number();
            }
            number = posting.number() + 1;
        }
        return number;
    }

    private Conflict fault(String code, Answer answer) {
        return Conflict.of(code, answer.by(), answer.party(), version, reference, answer.at());
    }

    private static Map<String, Object> facts(Posting posting) {
        Map<String, Object> facts = new TreeMap<>();
        facts.put("number", posting.number());
        facts.put("statement", posting.statement());
        facts.put("fund", posting.fund().name());
        facts.put("kind", posting.kind().name());
        facts.put("party", posting.party().code());
        facts.put("minor", posting.amount().minor());
        facts.put("currency", posting.amount().currency().getCurrencyCode());
        facts.put("exact", posting.exact());
        facts.put("weights", posting.weights());
        facts.put("reason", posting.reason());
        if (posting.claim() != null) {
            facts.put("claim", posting.claim());
        }
        if (posting.transfer() != null) {
            facts.put("transfer", posting.transfer());
        }
        if (posting.reverses() != null) {
            facts.put("reverses", posting.reverses());
        }
        return facts;
    }
}
