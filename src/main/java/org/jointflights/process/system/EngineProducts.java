package org.jointflights.process.system;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.jointflights.application.system.Product;
import org.jointflights.application.system.Products;
import org.springframework.stereotype.Component;

@Component
class EngineProducts implements Products {

    private static final String NAME = "Camunda";

    @Override
    public List<Product> running() {
        String version = ProcessEngine.class.getPackage().getImplementationVersion();
        return List.of(new Product(NAME, version == null ? ProcessEngine.VERSION : version));
    }
}
