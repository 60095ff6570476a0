package org.jointflights.application.banking;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jointflights.domain.Party;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.Obligation;
import org.springframework.stereotype.Component;

/** The obligations of all kinds. No two kinds know the same name. */
@Component
class AllObligations {

    private final List<Obligations> kinds;

    AllObligations(List<Obligations> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** What the party has to pay now, by its names. */
    Map<EndToEnd, Obligations.Owed> owedBy(Party debtor) {
        Map<EndToEnd, Obligations.Owed> all = new LinkedHashMap<>();
        for (Obligations kind : kinds) {
            kind.owedBy(debtor).forEach(owed -> all.put(owed.obligation().id(), owed));
        }
        return all;
    }

    Optional<Obligation> named(EndToEnd id) {
        return kinds.stream().flatMap(kind -> kind.named(id).stream()).findFirst();
    }

    /** What a statement or an order names; nothing where it is none of ours. */
    Optional<Obligation> named(String text) {
        return EndToEnd.read(text).flatMap(this::named);
    }

    /** What a statement names has come; throws as {@link Obligations#arrived} does, and where it is none of ours. */
    void arrived(String text, LocalDate valueDate, String bankReference) {
        EndToEnd id = EndToEnd.read(text).orElseThrow();
        for (Obligations kind : kinds) {
            Optional<Obligation> owed = kind.named(id);
            if (owed.isPresent()) {
                kind.arrived(owed.get(), valueDate, bankReference);
                return;
            }
        }
        throw new IllegalStateException("nobody owes " + id);
    }
}
