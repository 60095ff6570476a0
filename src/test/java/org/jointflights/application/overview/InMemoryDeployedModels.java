package org.jointflights.application.overview;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jointflights.domain.OperationReference;

/** Models without an engine; every flight runs on the same. */
final class InMemoryDeployedModels implements DeployedModels {

    private final Map<String, String> models = new HashMap<>();

    @Override
    public Optional<String> xml(OperationReference reference, String process) {
        return Optional.ofNullable(models.get(process));
    }

    @Override
    public boolean remembers(OperationReference reference) {
        return true;
    }

    @Override
    public String wholeLife() {
        return "jointFlight";
    }

    void deploy(String process, String xml) {
        models.put(process, xml);
    }
}
