package org.jointflights.domain.costs;

import org.jointflights.domain.BadInput;
import org.jointflights.domain.money.Money;

/**
 * A price with its value added tax. What the payer gets back from its tax office is nobody's cost: it is never shared and
 * never eligible; what it does not get back is both (Regulation (EC) No 718/2007, Article 66).
 */
public record Price(Money net, Money vat, boolean vatRecoverable) {

    /** Throws {@link BadInput} where tax and price differ in currency or sign, or their sum is beyond 64 bits. */
    public Price {
        if (!net.currency().equals(vat.currency())) {
            throw BadInput.of("vat", vat, "money.currency.other", net.currency());
        }
        if (Long.signum(net.minor()) * Long.signum(vat.minor()) < 0) {
            throw BadInput.of("vat", vat, "costs.vat.sign", net);
        }
        try {
            net.plus(vat);
        } catch (ArithmeticException beyond64Bits) {
            throw BadInput.of("vat", vat, "money.tooLarge", new Money(Long.MAX_VALUE, net.currency()).decimal());
        }
    }

    public static Price withoutVat(Money net) {
        return new Price(net, Money.zero(net.currency()), false);
    }

    /** What enters the pool: net, and the tax that is not recovered. */
    public Money toShare() {
        return vatRecoverable ? net : net.plus(vat);
    }
}
