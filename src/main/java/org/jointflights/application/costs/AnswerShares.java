package org.jointflights.application.costs;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jointflights.application.people.CurrentUser;
import org.jointflights.application.trail.TrailEvent;
import org.jointflights.application.trail.WriteTrail;
import org.jointflights.application.work.FindPreparers;
import org.jointflights.domain.Actor;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.NotYours;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.costs.Participant;
import org.jointflights.domain.flight.Deadlines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the parties say to their shares. */
@Service
@Transactional
public class AnswerShares {

    private final Splits splits;
    private final FindPreparers preparers;
    private final CurrentUser actor;
    private final WriteTrail trail;
    private final Clock clock;

    AnswerShares(Splits splits, FindPreparers preparers, CurrentUser actor, WriteTrail trail, Clock clock) {
        this.splits = splits;
        this.preparers = preparers;
        this.actor = actor;
        this.trail = trail;
        this.clock = clock;
    }

    /** The split that the parties are answering; throws {@link Conflict} if there is none. */
    @Transactional(readOnly = true)
    public Split open(OperationReference reference) {
        return splits.current(reference)
                .filter(split -> split.status() == Split.Status.OPEN)
                .orElseThrow(() -> Conflict.of("costs.budget.split.notOpen", reference));
    }

    /** Who is asked: every state that takes part, and whoever else bears something. In the order of the codes. */
    @Transactional(readOnly = true)
    public List<Party> asked(OperationReference reference) {
        return List.copyOf(asked(open(reference)));
    }

    static Set<Party> asked(Split split) {
        CostInput input = split.input();
        Set<Party> asked = new TreeSet<>(split.totals().keySet());
        for (Participant participant : input.participants()) {
            if (participant.committed().total() > 0) {
                asked.add(participant.party());
            }
        }
        return asked;
    }

    /**
     * Throws {@link NotYours} for a party that is not asked and for whoever prepared what is shared, entered one of its
     * items among others, and {@link Conflict} for a second answer.
     */
    public void accept(OperationReference reference, Party party) {
        Split open = open(reference);
        if (Actor.isAmong(actor.id(), preparers.of(reference, open.at()))) {
            throw NotYours.of("costs.budget.share.prepared", open.round());
        }
        Split split = answer(reference, party, true, null);
        trail.recordOf(reference, party, TrailEvent.SHARE_ACCEPTED, party, split.totalOf(party));
    }

    /** Likewise, but open to whoever prepared it: an objection binds nobody. */
    public void object(OperationReference reference, Party party, String reason) {
        Split split = answer(reference, party, false, reason);
        trail.recordOf(reference, party, TrailEvent.SHARE_OBJECTED, party, split.totalOf(party), reason);
    }

    private Split answer(OperationReference reference, Party party, boolean accepted, @Nullable String reason) {
        Split split = open(reference);
        if (!asked(split).contains(party)) {
            throw NotYours.of("costs.budget.share.notAsked", party, reference);
        }
        splits.answer(reference, split.number(), new ShareAnswer(party, accepted, reason, actor.id(), clock.instant()));
        return split;
    }

    /** Whether every party that was asked has accepted; the split then stands. Otherwise it is dropped. */
    public boolean everybodyAccepts(OperationReference reference) {
        Split split = open(reference);
        Set<Party> accepted = new TreeSet<>();
        for (ShareAnswer answer : splits.answers(reference, split.number())) {
            if (answer.accepted()) {
                accepted.add(answer.party());
            }
        }
        boolean all = accepted.containsAll(asked(split));
        splits.mark(reference, split.number(), all ? Split.Status.AGREED : Split.Status.DROPPED);
        if (all) {
            trail.record(reference, TrailEvent.SHARES_AGREED, split.number());
        }
        return all;
    }

    /** By when the parties should have answered a split that is made now. */
    public static Instant dueFor(Instant split) {
        return Deadlines.accepting(split);
    }
}
