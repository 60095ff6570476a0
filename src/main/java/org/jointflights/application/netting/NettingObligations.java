package org.jointflights.application.netting;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jointflights.application.banking.Obligations;
import org.jointflights.domain.Party;
import org.jointflights.domain.Unknown;
import org.jointflights.domain.banking.EndToEnd;
import org.jointflights.domain.banking.Obligation;
import org.jointflights.domain.netting.NetPayment;
import org.jointflights.domain.netting.Netting;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The payments of nettings that bind. */
@Component
@Order(3)
class NettingObligations implements Obligations {

    private final Nettings nettings;
    private final SettleNetting settling;
    private final NettingRights rights;

    NettingObligations(Nettings nettings, SettleNetting settling, NettingRights rights) {
        this.nettings = nettings;
        this.settling = settling;
        this.rights = rights;
    }

    @Override
    public List<Owed> owedBy(Party debtor) {
        List<Owed> owed = new ArrayList<>();
        for (Netting netting : nettings.all()) {
            if (netting.state(rights.today()) == Netting.State.AGREED) {
                netting.payments().stream()
                        .filter(payment ->
                                payment.isOpen() && payment.due().debtor().equals(debtor))
                        .forEach(payment -> owed.add(new Owed(
                                obligation(netting, payment),
                                netting.payBy()
                                        .plusDays(1)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant(),
                                netting.payBy())));
            }
        }
        return owed;
    }

    /** Whether it binds is for whoever confirms it to look at: what has come of one that binds no more is to be seen by a person. */
    @Override
    public Optional<Obligation> named(EndToEnd id) {
        if (!(id instanceof EndToEnd.OfNetPayment of)) {
            return Optional.empty();
        }
        try {
            Netting netting = nettings.get(of.netting());
            return netting.payments().stream()
                    .filter(payment -> payment.id() == of.payment())
                    .findFirst()
                    .map(payment -> obligation(netting, payment));
        } catch (Unknown none) {
            return Optional.empty();
        }
    }

    @Override
    public void arrived(Obligation owed, LocalDate valueDate, String bankReference) {
        EndToEnd.OfNetPayment of = (EndToEnd.OfNetPayment) owed.id();
        settling.confirm(of.netting(), of.payment(), Obligations.typed(owed, valueDate, bankReference));
    }

    private static Obligation obligation(Netting netting, NetPayment payment) {
        return new Obligation(
                new EndToEnd.OfNetPayment(netting.id(), payment.id()),
                netting.flights(),
                payment.due(),
                null,
                null,
                payment.isOpen());
    }
}
