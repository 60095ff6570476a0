package org.jointflights.application.system;

import java.util.ArrayList;
import java.util.List;

final class RecordedFailedSteps implements FailedSteps {

    final List<String> retried = new ArrayList<>();

    @Override
    public List<FailedStep> all() {
        return List.of();
    }

    @Override
    public Retried retry(String id) {
        retried.add(id);
        return Retried.FAILED;
    }
}
