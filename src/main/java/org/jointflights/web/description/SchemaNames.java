package org.jointflights.web.description;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names a nested type after the one that it stands in, so that the line of a flight is not the line of a statement. */
class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> taken = new ConcurrentHashMap<>();

    @Override
    protected String getNameOfClass(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        String name = outer == null
                ? type.getSimpleName()
                : outer.getSimpleName().replaceFirst("(Api|Json)$", "") + type.getSimpleName();
        Class<?> before = taken.putIfAbsent(name, type);
        if (before != null && before != type) {
            throw new IllegalStateException(before + " and " + type + " would both be described as " + name);
        }
        return name;
    }
}
