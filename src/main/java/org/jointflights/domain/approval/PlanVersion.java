package org.jointflights.domain.approval;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.Seats;
import org.jointflights.domain.approval.RequiredSignatures.Missing;
import org.jointflights.domain.funding.FinancialDecision;
import org.jointflights.domain.money.Money;

/**
 * A plan frozen for signature. Its content never changes; only its fate does. There is none whose content does not have
 * its hash, or of which anything is said that its content does not say.
 *
 * @param number counts a flight's versions from 1
 * @param content canonical JSON of everything that is signed
 * @param hash SHA-256 of the content, in hexadecimal
 * @param bindingHash SHA-256 of the part of it whose change voids the signatures even after the commitment date
 * @param seats as committed in it
 * @param total of its cost items
 * @param fate what became of it
 */
public record PlanVersion(
        OperationReference reference,
        int number,
        String content,
        String hash,
        String bindingHash,
        Map<Party, Seats> seats,
        Money total,
        VersionFate fate)
        implements HasFate {

    private static final int SHORT = 12;

    /** Throws {@link Conflict} that names version and flight where content and hash are no pair. */
    public PlanVersion {
        seats = Collections.unmodifiableMap(new TreeMap<>(seats));
        String real = CanonicalJson.hash(content);
        if (!real.equals(hash)) {
            throw Conflict.of("approval.version.falseHash", number, reference, hash, real);
        }
        SignedFacts facts = facts(reference, number, content);
        if (!facts.bindingHash().equals(bindingHash)
                || !facts.seats().equals(seats)
                || !facts.total().equals(total)) {
            throw Conflict.of("approval.version.falseFacts", number, reference);
        }
    }

    /** The flight's {@code number}th version, of that content; hash and all else are taken from it. */
    public static PlanVersion frozen(OperationReference reference, int number, String content, Instant now) {
        SignedFacts facts = facts(reference, number, content);
        return new PlanVersion(
                reference,
                number,
                content,
                CanonicalJson.hash(content),
                facts.bindingHash(),
                facts.seats(),
                facts.total(),
                VersionFate.frozenAt(now));
    }

    private static SignedFacts facts(OperationReference reference, int number, String content) {
        try {
            SignedFacts facts = SignedFacts.of(content);
            if (!reference.value().equals(facts.reference())) {
                throw Conflict.of("approval.version.otherFlight", number, reference);
            }
            return facts;
        } catch (IllegalArgumentException unreadable) {
            throw Conflict.of("approval.version.unreadable", number, reference);
        }
    }

    /** What the party bears of all cost items together, before any grant, as the signed text says it. */
    public Money shareOf(Party party) {
        return facts(reference, number, content).shares().getOrDefault(party, Money.zero(Money.EUR));
    }

    /** The first twelve digits of the hash, for people to compare. */
    public String shortHash() {
        return shortened(hash);
    }

    static String shortened(String hash) {
        return hash.substring(0, Math.min(SHORT, hash.length()));
    }

    /** Whether it is the one that all have signed, and still stands. */
    public boolean isSigned() {
        return committed() != null && voidedFor() == null;
    }

    /**
     * Whether the signatures on it still hold for the plan as it is now: the same route, carrier, costs, keys, rates and
     * decisions, and no state with more people of a kind than it signed for.
     */
    public boolean covers(PlanContent now) {
        return bindingHash.equals(now.bindingHash())
                && now.parts().entrySet().stream().allMatch(part -> {
                    Seats signed = seats.get(part.getKey());
                    return signed != null && signed.covers(part.getValue().seats());
                });
    }

    /** Whether exactly this financial decision stands in what is signed. */
    public boolean holds(FinancialDecision decision) {
        return facts(reference, number, content).holds(decision);
    }

    /** Throws {@link Conflict} that names the first signature which was given on another content than this. */
    public void requireSignedAs(List<Signature> given) {
        for (Signature signature : given) {
            if (!signature.hash().equals(hash)) {
                throw Conflict.of("approval.signature.falseHash", signature.person(), number, reference);
            }
        }
    }

    /** What its own content says is still missing, once its route is decided. */
    List<Missing> missing(List<Signature> given) {
        SignedFacts facts = facts(reference, number, content);
        return new RequiredSignatures(Objects.requireNonNull(route()), seats.keySet(), facts.payers()).missing(given);
    }

    public PlanVersion routed(ApprovalRoute decided) {
        return with(fate.routed(decided));
    }

    public PlanVersion committed(Instant now) {
        return with(fate.committed(now));
    }

    private PlanVersion with(VersionFate next) {
        return new PlanVersion(reference, number, content, hash, bindingHash, seats, total, next);
    }
}
