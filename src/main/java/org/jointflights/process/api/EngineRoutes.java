package org.jointflights.process.api;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointflights.application.people.Role;

/**
 * Every address of Camunda's APIs that is open, and to whom; what is not named here is closed to everybody, the
 * administrators included. What a request may then see or do, the engine's own rights and our guards say.
 */
final class EngineRoutes {

    /** {@code *} stands for one part of an address; {@code ~} for the engine's own root. */
    private static final String TABLE = """
            # Everybody who is signed in: Tasklist.
            all    GET      /admin/auth/user/default
            all    POST     /admin/auth/user/default/logout
            all    GET      /tasklist/plugin/tasklistPlugins/static/app/*
            all    GET      /welcome/plugin/welcomePlugins/static/app/*
            all    GET      /engine/engine
            all    OPTIONS  ~/filter
            all    GET      ~/filter
            all    GET      ~/filter/count
            all    GET      ~/filter/*
            all    OPTIONS  ~/filter/*
            all    GET      ~/filter/*/count
            all    POST     ~/filter/*/count
            all    GET      ~/filter/*/list
            all    POST     ~/filter/*/list
            all    GET      ~/task
            all    POST     ~/task
            all    GET      ~/task/count
            all    POST     ~/task/count
            all    GET      ~/task/*
            all    GET      ~/task/*/form
            all    GET      ~/task/*/deployed-form
            all    GET      ~/task/*/form-variables
            all    GET      ~/task/*/comment
            all    GET      ~/task/*/identity-links
            all    POST     ~/task/*/comment/create
            all    POST     ~/task/*/claim              CLAIM
            all    POST     ~/task/*/unclaim
            all    POST     ~/task/*/submit-form        FORM
            all    POST     ~/task/*/draft              FORM
            all    GET      ~/history/user-operation
            all    GET      ~/history/user-operation/count
            all    GET      ~/process-definition
            all    GET      ~/process-definition/count
            all    GET      ~/process-definition/*
            all    GET      ~/process-definition/*/xml
            all    GET      ~/process-definition/*/startForm
            all    GET      ~/process-definition/*/deployed-start-form
            all    GET      ~/process-definition/*/form-variables
            all    POST     ~/process-definition/*/submit-form      FORM
            all    POST     ~/process-definition/key/*/submit-form  FORM
            all    POST     ~/process-definition/key/*/draft        FORM
            all    GET      ~/user/*/profile
            all    GET      ~/identity/groups

            # Managers, auditors and administrators: Cockpit, to look at.
            watch  GET      /cockpit/plugin/cockpitPlugins/static/app/*
            watch  GET      /cockpit/plugin/base/default/process-definition/statistics
            watch  GET      /cockpit/plugin/base/default/process-definition/statistics-count
            watch  POST     /cockpit/plugin/base/default/process-definition/*/called-process-definitions
            watch  POST     /cockpit/plugin/base/default/process-instance
            watch  POST     /cockpit/plugin/base/default/process-instance/count
            watch  POST     /cockpit/plugin/base/default/process-instance/*/called-process-instances
            watch  POST     /cockpit/plugin/base/default/incident
            watch  POST     /cockpit/plugin/base/default/incident/count
            watch  GET      ~/process-definition/statistics
            watch  GET      ~/process-definition/*/statistics
            watch  GET      ~/process-definition/*/static-called-process-definitions
            watch  GET      ~/process-instance
            watch  POST     ~/process-instance
            watch  GET      ~/process-instance/count
            watch  POST     ~/process-instance/count
            watch  GET      ~/process-instance/*
            watch  GET      ~/process-instance/*/activity-instances
            watch  GET      ~/incident
            watch  GET      ~/incident/count
            watch  GET      ~/job
            watch  POST     ~/job
            watch  GET      ~/job/count
            watch  POST     ~/job/count
            watch  GET      ~/job/*
            watch  GET      ~/job-definition
            watch  POST     ~/job-definition
            watch  GET      ~/job-definition/count
            watch  POST     ~/job-definition/count
            watch  GET      ~/decision-definition
            watch  GET      ~/decision-definition/count
            watch  GET      ~/decision-definition/*
            watch  GET      ~/decision-definition/*/xml
            watch  GET      ~/decision-requirements-definition
            watch  GET      ~/decision-requirements-definition/count
            watch  GET      ~/case-definition/count
            watch  GET      ~/deployment
            watch  GET      ~/deployment/count
            watch  GET      ~/deployment/*/resources
            watch  POST     ~/history/task/count
            watch  GET      ~/history/activity-instance

            # Administrators: a failed job is looked into and tried again.
            admin  GET      ~/job/*/stacktrace
            admin  PUT      ~/job/*/retries                 RETRIES
            """;

    private static final String APIS = "/camunda/api";
    private static final String ENGINE = "/engine/engine/default";
    private static final String ONE_PART = "[A-Za-z0-9_:.-]{1,200}";

    /** How a body is looked at beyond what every body is held to. */
    enum Body {
        QUESTION,
        CLAIM,
        FORM,
        RETRIES
    }

    /** One line of the table; {@code groups} is empty for everybody who is signed in. */
    record Route(String method, Pattern address, Set<String> groups, Body body) {

        boolean opens(Set<String> own) {
            return groups.isEmpty() || !Collections.disjoint(groups, own);
        }

        private boolean is(String wanted, String path) {
            return method.equals(wanted) && address.matcher(path).matches();
        }
    }

    /** The more open lines come first, but an address in full comes before one with a gap. */
    private static final List<Route> ALL = TABLE.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .sorted((one, other) -> Boolean.compare(one.contains("*"), other.contains("*")))
            .map(EngineRoutes::route)
            .toList();

    private EngineRoutes() {}

    /** The line for that address, decoded and below the application's root; HEAD is answered like GET. */
    static Optional<Route> find(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (Stream.of(plain.split("/", -1)).anyMatch(part -> part.equals(".") || part.equals(".."))) {
            return Optional.empty();
        }
        return ALL.stream().filter(route -> route.is(wanted, plain)).findFirst();
    }

    /** Every line of the table. */
    static List<Route> all() {
        return ALL;
    }

    private static Route route(String line) {
        String[] cells = line.strip().split("\\s+", -1);
        String address = Stream.of(cells[2].replace("~", ENGINE).split("/", -1))
                .map(part -> part.equals("*") ? ONE_PART : Pattern.quote(part))
                .collect(Collectors.joining("/"));
        return new Route(
                cells[1],
                Pattern.compile(Pattern.quote(APIS) + address),
                groups(cells[0]),
                cells.length > 3 ? Body.valueOf(cells[3]) : Body.QUESTION);
    }

    private static Set<String> groups(String who) {
        return switch (who) {
            case "all" -> Set.of();
            case "watch" -> Set.of(Role.MANAGER.group(), Role.AUDITOR.group(), Role.ADMINISTRATOR.group());
            case "admin" -> Set.of(Role.ADMINISTRATOR.group());
            default -> throw new IllegalStateException("nobody is called " + who);
        };
    }
}
