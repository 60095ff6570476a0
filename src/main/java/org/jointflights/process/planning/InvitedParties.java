package org.jointflights.process.planning;

import java.util.List;
import org.jointflights.application.planning.OfferSeats;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.process.engine.ModelBean;
import org.springframework.stereotype.Component;

/** For the model: whom the offer goes to. */
@Component
public class InvitedParties implements ModelBean {

    private final OfferSeats planning;

    InvitedParties(OfferSeats planning) {
        this.planning = planning;
    }

    public List<String> invited(String reference) {
        return planning.invited(new OperationReference(reference)).stream()
                .map(Party::code)
                .toList();
    }
}
