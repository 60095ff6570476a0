package org.jointflights.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;

/** Every address that Camunda's own classes offer, read from their annotations. */
final class EngineResources {

    /** One address, with its gaps as they are written there: {@code /task/{id}/claim}. */
    record Address(String method, String path) implements Comparable<Address> {

        /** With something plausible in every gap. */
        String filled() {
            return path.replaceAll("\\{name:?[^}]*}", "default")
                    .replaceAll("\\{engine[^}]*}", "default")
                    .replaceAll("\\{[^}]*}", "no-such-thing");
        }

        @Override
        public int compareTo(Address other) {
            return toString().compareTo(other.toString());
        }
    }

    private EngineResources() {}

    /** Of all of Camunda's web applications; they must have been started. */
    static Set<Address> all() {
        Set<Address> all = new TreeSet<>();
        collect(all, "/camunda/api/engine", new EngineRestApplication().getClasses());
        collect(all, "/camunda/api/cockpit", new CockpitApplication().getClasses());
        collect(all, "/camunda/api/admin", new AdminApplication().getClasses());
        collect(all, "/camunda/api/tasklist", new TasklistApplication().getClasses());
        collect(all, "/camunda/api/welcome", new WelcomeApplication().getClasses());
        return all;
    }

    private static void collect(Set<Address> all, String root, Collection<Class<?>> resources) {
        for (Class<?> resource : resources) {
            ancestors(resource)
                    .map(type -> type.getAnnotation(Path.class))
                    .filter(path -> path != null)
                    .findFirst()
                    .ifPresent(path -> walk(all, root + "/" + path.value(), resource, new HashSet<>()));
        }
    }

    private static void walk(Set<Address> all, String prefix, Class<?> type, Set<Class<?>> above) {
        if (!above.add(type)) {
            return;
        }
        for (Method method : methods(type)) {
            Path path = method.getAnnotation(Path.class);
            String address = (prefix + (path == null ? "" : "/" + path.value()))
                    .replaceAll("/+", "/")
                    .replaceAll("/$", "");
            String verb = verb(method);
            if (verb == null) {
                walk(all, address, method.getReturnType(), new HashSet<>(above));
            } else {
                all.add(new Address(verb, address));
            }
        }
    }

    private static Collection<Method> methods(Class<?> type) {
        Map<String, Method> found = new LinkedHashMap<>();
        ancestors(type)
                .flatMap(one -> Stream.of(one.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Path.class) || verb(method) != null)
                .forEach(method ->
                        found.putIfAbsent(method.getName() + Arrays.toString(method.getParameterTypes()), method));
        return found.values();
    }

    private static Stream<Class<?>> ancestors(Class<?> type) {
        Set<Class<?>> found = new java.util.LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> one = open.poll();
            if (found.add(one)) {
                open.addAll(List.of(one.getInterfaces()));
                if (one.getSuperclass() != null) {
                    open.add(one.getSuperclass());
                }
            }
        }
        return found.stream();
    }

    private static String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }
}
