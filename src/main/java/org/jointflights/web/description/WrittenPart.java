package org.jointflights.web.description;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Yaml31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jointflights.application.flight.acts.FlightAct;
import org.jointflights.application.overview.FlightFilter;
import org.jointflights.domain.costs.CostCategory;
import org.jointflights.domain.costs.GroupCostBasis;
import org.jointflights.domain.costs.Key;
import org.jointflights.domain.costs.WithdrawalRule;
import org.jointflights.domain.money.RateRule;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Completes the description with what the code does not tell, from {@code api/openapi.yaml}: titles, what is sent as raw
 * JSON, and how requests are refused. What stands there of an operation that we do not have is an error.
 */
class WrittenPart implements OpenApiCustomizer {

    /** Choices that only the written part names. */
    private static final List<Class<? extends Enum<?>>> CHOICES = List.of(
            FlightFilter.Waiting.class,
            FlightFilter.Order.class,
            CostCategory.class,
            Key.class,
            RateRule.class,
            WithdrawalRule.class,
            GroupCostBasis.class);

    private final List<FlightAct> acts;

    WrittenPart(List<FlightAct> acts) {
        this.acts = List.copyOf(acts);
    }

    @Override
    public void customise(OpenAPI derived) {
        OpenAPI written = read();
        derived.info(written.getInfo());
        Components components = derived.getComponents();
        written.getComponents().getSchemas().forEach(components::addSchemas);
        written.getComponents().getSecuritySchemes().forEach(components::addSecuritySchemes);
        written.getComponents().getResponses().forEach(components::addResponses);
        CHOICES.forEach(
                choice -> ModelConverters.getInstance(true).readAll(choice).forEach(components::addSchemas));
        StringSchema act = new StringSchema();
        acts.forEach(each -> act.addEnumItem(each.path()));
        components.addSchemas(FlightAct.class.getSimpleName(), act);
        written.getPaths().forEach((path, item) -> {
            Map<PathItem.HttpMethod, Operation> known =
                    operations(derived.getPaths().get(path));
            operations(item).forEach((method, more) -> {
                Operation operation = known.get(method);
                if (operation == null) {
                    throw new IllegalStateException("described, but there is no " + method + " " + path);
                }
                complete(operation, more);
            });
        });
    }

    private static void complete(Operation operation, Operation written) {
        operation
                .summary(written.getSummary())
                .description(written.getDescription())
                .security(written.getSecurity());
        if (written.getRequestBody() != null) {
            operation.requestBody(written.getRequestBody());
        }
        if (written.getParameters() != null) {
            List<Parameter> parameters = new ArrayList<>(written.getParameters());
            if (operation.getParameters() != null) {
                operation.getParameters().stream()
                        .filter(parameter -> parameters.stream()
                                .noneMatch(more -> more.getName().equals(parameter.getName())))
                        .forEach(parameters::add);
            }
            operation.setParameters(parameters);
        }
        written.getResponses().forEach(operation.getResponses()::addApiResponse);
    }

    private static Map<PathItem.HttpMethod, Operation> operations(@Nullable PathItem item) {
        return item == null ? Map.of() : item.readOperationsMap();
    }

    private static OpenAPI read() {
        try (InputStream file = Objects.requireNonNull(WrittenPart.class.getResourceAsStream("/api/openapi.yaml"))) {
            return Yaml31.mapper().readValue(file, OpenAPI.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
