package org.jointflights.domain.figures;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jointflights.domain.money.Money;

/**
 * The same figure of released operations, which come from another source and are its background alone.
 *
 * @param operations that have what is needed
 * @param lacking that do not say it
 */
public record ReleasedFigure(Indicator indicator, int operations, int lacking, BigInteger above, BigInteger below) {

    /** Of those operations; nothing for a figure of which the ledger says nothing at all. */
    public static Optional<ReleasedFigure> of(Indicator indicator, List<ReleasedOperation> operations) {
        return switch (indicator) {
            case COST_PER_PERSON -> Optional.of(costPerPerson(operations));
            case RETURNEES_ABOARD -> Optional.of(returneesAboard(operations));
            default -> Optional.empty();
        };
    }

    /** The figure, rounded; nothing where no operation says what is needed. */
    public Optional<BigDecimal> value() {
        int decimals = indicator.unit().isMoney() ? Money.EUR.getDefaultFractionDigits() : 0;
        return indicator.unit().of(above, below, decimals);
    }

    private static ReleasedFigure costPerPerson(List<ReleasedOperation> operations) {
        int counted = 0;
        BigInteger paid = BigInteger.ZERO;
        BigInteger returnees = BigInteger.ZERO;
        for (ReleasedOperation operation : operations) {
            if (operation.returnees() > 0 && operation.paid().minor() > 0) {
                counted++;
                paid = paid.add(BigInteger.valueOf(operation.paid().minor()));
                returnees = returnees.add(BigInteger.valueOf(operation.returnees()));
            }
        }
        return new ReleasedFigure(Indicator.COST_PER_PERSON, counted, operations.size() - counted, paid, returnees);
    }

    private static ReleasedFigure returneesAboard(List<ReleasedOperation> operations) {
        int counted = 0;
        BigInteger returnees = BigInteger.ZERO;
        BigInteger aboard = BigInteger.ZERO;
        for (ReleasedOperation operation : operations) {
            Integer staff = operation.staff();
            if (operation.returnees() > 0 && staff != null) {
                counted++;
                returnees = returnees.add(BigInteger.valueOf(operation.returnees()));
                aboard = aboard.add(BigInteger.valueOf((long) operation.returnees() + staff));
            }
        }
        return new ReleasedFigure(Indicator.RETURNEES_ABOARD, counted, operations.size() - counted, returnees, aboard);
    }
}
