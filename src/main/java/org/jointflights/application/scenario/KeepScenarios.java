package org.jointflights.application.scenario;

import java.time.Clock;
import java.time.Instant;
import org.jointflights.application.costs.CostJson;
import org.jointflights.application.input.TypedFields;
import org.jointflights.application.people.token.TokenSecret;
import org.jointflights.domain.BadInput;
import org.jointflights.domain.Conflict;
import org.jointflights.domain.costs.CostInput;
import org.jointflights.domain.money.Money;
import org.jointflights.domain.scenario.Scenario;
import org.jointflights.domain.scenario.ScenarioOrigin;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody keeps what they try out, goes on with it, shares it and takes it back. A name that they have already is refused: figures
 * are changed by opening the scenario and keeping them there, so that a second one of that name would be a mistake, and a chain of
 * versions would be kept for nobody.
 */
@Service
@Transactional
public class KeepScenarios {

    /** Of one person. */
    public static final int MOST = 30;

    /** The longest input that is kept, in characters; the largest real flight has a fifth of it. */
    static final int LONGEST = 100_000;

    private final Scenarios scenarios;
    private final ScenarioRights rights;
    private final Clock clock;

    KeepScenarios(Scenarios scenarios, ScenarioRights rights, Clock clock) {
        this.scenarios = scenarios;
        this.rights = rights;
        this.clock = clock;
    }

    /**
     * The address of a new scenario with these figures, which came from there. Throws {@link BadInput} for a name that is none or
     * is taken and for what is no input in euro, {@link org.jointflights.domain.NotYours} for figures that are not the person's to
     * see, and {@link Conflict} where they keep too many.
     */
    public String keep(TypedFields typed, String figures, ScenarioOrigin origin) {
        rights.requireOrigin(origin);
        String name = name(typed);
        CostInput input = input(figures);
        if (scenarios.of(rights.account()).size() >= MOST) {
            throw Conflict.of("scenario.tooMany", MOST);
        }
        Instant now = clock.instant();
        String id = TokenSecret.make("");
        scenarios.add(new Scenario(id, rights.account(), name, input, origin, null, 1, now, now));
        return id;
    }

    /**
     * These figures instead of those that are kept there. Throws as {@link #keep} does, {@link org.jointflights.domain.Unknown}
     * where there is no such scenario, and {@link Conflict} where it is no longer of the {@code version} that was opened.
     */
    public void change(String address, String version, String figures) {
        Scenario scenario = rights.own(address);
        rights.requireOrigin(scenario.origin());
        if (!version.equals(Long.toString(scenario.version()))
                || !scenarios.change(scenario.id(), scenario.version(), input(figures), clock.instant())) {
            throw Conflict.of("scenario.changed");
        }
    }

    /** Another name; throws as {@link #keep} does. */
    public void rename(String address, TypedFields typed) {
        scenarios.rename(rights.own(address).id(), name(typed));
    }

    /** Lets others read it at an address of its own, which it has from now on: an earlier one leads nowhere. */
    public void share(String address) {
        Scenario scenario = rights.own(address);
        rights.requireOrigin(scenario.origin());
        scenarios.share(scenario.id(), TokenSecret.make(""));
        scenarios.use(scenario.id(), clock.instant());
    }

    /** Its address leads nowhere from now on. Copies that others have made are theirs. */
    public void withdraw(String address) {
        scenarios.share(rights.own(address).id(), null);
    }

    /** It is gone, for those it was shared with too. */
    public void delete(String address) {
        scenarios.delete(rights.own(address).id());
    }

    private static String name(TypedFields typed) {
        return typed.shortText("scenarioName", Scenario.LONGEST_NAME);
    }

    private static CostInput input(String figures) {
        CostInput input = CostJson.readTyped(figures);
        int length = CostJson.write(input).length();
        if (length > LONGEST) {
            throw BadInput.of("input", "", "common.tooLong", length, LONGEST);
        }
        if (!input.currency().equals(Money.EUR)) {
            throw BadInput.of("currency", input.currency(), "scenario.euro");
        }
        return input;
    }
}
