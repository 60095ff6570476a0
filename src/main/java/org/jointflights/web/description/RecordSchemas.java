package org.jointflights.web.description;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The schema of a record says what its Java says: a component is required unless it is {@link Nullable}, and what is
 * called {@code …Minor} is an amount in the smallest unit. An enum has a schema of its own.
 */
class RecordSchemas extends ModelResolver {

    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectMapper json;

    RecordSchemas(ObjectMapper json) {
        super(json, new SchemaNames());
        this.json = json;
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> schema = super.resolve(type.resolveEnumAsRef(true), context, next);
        JavaType java = json.constructType(type.getType());
        if (schema != null && java.getRawClass().isRecord()) {
            Schema<?> defined = schema.get$ref() == null
                    ? schema
                    : context.getDefinedModels().get(schema.get$ref().substring(SCHEMAS.length()));
            if (defined != null && defined.getRequired() == null) {
                complete(defined, java.getRawClass());
            }
        }
        return schema;
    }

    private static void complete(Schema<?> schema, Class<?> type) {
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = component.getName();
            Schema<?> property = Objects.requireNonNull(schema.getProperties().get(name), name);
            if (name.endsWith("Minor")) {
                property = inMinorUnits(property);
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                property = orNull(property);
            } else {
                required.add(name);
            }
            schema.addProperty(name, property);
        }
        schema.setRequired(required);
    }

    /** Whole numbers and exact fractions are described once, in the part that is written. */
    private static Schema<?> inMinorUnits(Schema<?> property) {
        if (property.getAdditionalProperties() instanceof Schema<?> each) {
            property.setAdditionalProperties(inMinorUnits(each));
            return property;
        }
        boolean whole = property.getTypes().contains("integer");
        return reference(whole ? "MinorUnits" : "ExactMinorUnits");
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() == null) {
            property.addType("null");
            return property;
        }
        Schema<?> nothing = new JsonSchema();
        nothing.addType("null");
        Schema<?> either = new JsonSchema();
        either.addAnyOfItem(property);
        either.addAnyOfItem(nothing);
        return either;
    }

    private static Schema<?> reference(String name) {
        Schema<?> reference = new JsonSchema();
        reference.set$ref(SCHEMAS + name);
        return reference;
    }
}
