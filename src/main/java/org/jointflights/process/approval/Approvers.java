package org.jointflights.process.approval;

import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jointflights.application.approval.FreezePlan;
import org.jointflights.domain.OperationReference;
import org.jointflights.domain.Party;
import org.jointflights.domain.approval.RequiredSignatures;
import org.jointflights.process.engine.ModelBean;
import org.springframework.stereotype.Component;

/** The parties of whom the model asks for a signature, by code. Public, because expressions cannot call it otherwise. */
@Component
public class Approvers implements ModelBean {

    private final FreezePlan versions;

    Approvers(FreezePlan versions) {
        this.versions = versions;
    }

    /** The states that take part, once each. */
    public List<String> states(String reference) {
        return required(reference).states().stream().map(Party::code).sorted().toList();
    }

    /** Whoever pays, as often as people of its finance have to sign. */
    public List<String> finance(String reference) {
        RequiredSignatures required = required(reference);
        return new TreeSet<>(required.payers())
                .stream()
                        .flatMap(party ->
                                Collections.nCopies(required.route().financeSignatures(), party.code()).stream())
                        .toList();
    }

    private RequiredSignatures required(String reference) {
        return versions.required(new OperationReference(reference));
    }
}
