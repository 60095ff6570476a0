package org.jointflights.web.signin;

import java.util.Set;
import org.jointflights.application.people.Role;
import org.jointflights.application.people.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * The person signed in, as every page shows them and chooses its links by.
 *
 * @param absent the name of whomever they act for now, if for anybody
 */
public record Me(String id, String name, @Nullable String absent, Set<String> groups) {

    /** True for those who may stop people of a flight: legal verifiers, doctors, monitors and rights officers. */
    public boolean stopsPeople() {
        return groups.contains(Role.RIGHTS_OFFICER.group())
                || groups.stream()
                        .anyMatch(group ->
                                group.endsWith("legal") || group.endsWith("doctor") || group.endsWith("monitor"));
    }

    public boolean isAdministrator() {
        return groups.contains(Role.ADMINISTRATOR.group());
    }

    /** True for those to whom every flight is open. */
    public boolean seesEveryFlight() {
        return Viewer.of(groups).seesEveryFlight();
    }

    /** True for those who may look into the running processes. */
    public boolean watchesProcesses() {
        return groups.contains(Role.MANAGER.group()) || groups.contains(Role.AUDITOR.group()) || isAdministrator();
    }

    /** True for those who read the half-yearly report. */
    public boolean readsHalfYears() {
        return Viewer.of(groups).readsHalfYears();
    }

    /** True for those who read the figures over all flights. */
    public boolean readsFigures() {
        return Viewer.of(groups).readsFigures();
    }

    /** True for those who read what administrators did. */
    public boolean readsAdministration() {
        return groups.contains(Role.AUDITOR.group()) || isAdministrator();
    }

    /** True for those who read a party's account over all flights. */
    public boolean readsAccounts() {
        return Viewer.of(groups).readsEveryAccount() || Viewer.of(groups).isOfFinance();
    }

    /** Whether payments of some party are theirs to order. */
    public boolean ordersPayments() {
        return Viewer.of(groups).isOfFinance();
    }

    /** True for those who read what states expect. */
    public boolean readsNeeds() {
        return Viewer.of(groups).readsNeeds();
    }

    /** True for those who read the exchange rates on record. */
    public boolean readsRates() {
        return Viewer.of(groups).readsRates();
    }

    /** True for the coordinators, who propose flights. */
    public boolean isCoordinator() {
        return groups.stream().anyMatch(group -> group.endsWith("coordinator"));
    }
}
