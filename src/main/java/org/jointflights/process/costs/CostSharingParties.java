package org.jointflights.process.costs;

import java.util.List;
import org.jointflights.application.costs.AnswerShares;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.process.engine.ModelBean;
import org.springframework.stereotype.Component;

/** Supplies the model with the parties that answer a split. */
@Component
public class CostSharingParties implements ModelBean {

    private final AnswerShares answers;

    CostSharingParties(AnswerShares answers) {
        this.answers = answers;
    }

    /** The codes of the parties that are asked whether they accept their share. */
    public List<String> asked(String reference) {
        return answers.asked(new OperationReference(reference)).stream()
                .map(Party::code)
                .toList();
    }
}
