package org.jointflights.application.overview;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import org.jointflights.application.costs.Budgets;
import org.jointflights.application.costs.ShareAnswer;
import org.jointflights.application.costs.Split;
import org.jointflights.application.costs.Splits;
import org.jointflights.domain.OperationReference;
import org.springframework.stereotype.Component;

/** What a flight is to cost and how that is shared. */
@Component
class ReadCostsSection {

    private final Budgets budgets;
    private final Splits splits;

    ReadCostsSection(Budgets budgets, Splits splits) {
        this.budgets = budgets;
        this.splits = splits;
    }

    FlightFile.Costs read(OperationReference reference, KnownToReader known) {
        Split split = splits.current(reference).orElse(null);
        List<ShareAnswer> answers = split == null ? List.of() : splits.answers(reference, split.number());
        return new FlightFile.Costs(
                budgets.of(reference),
                split,
                answers.stream()
                        .filter(answer -> known.viewer().seesDetailsOf(answer.party()))
                        .toList(),
                answers.stream().map(ShareAnswer::party).collect(toUnmodifiableSet()),
                known.reader().readsAccounts());
    }
}
