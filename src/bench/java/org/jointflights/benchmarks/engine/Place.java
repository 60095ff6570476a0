package org.jointflights.benchmarks.engine;

import java.util.Map;

/**
 * Where in the models a task or job stands, as it can be found again on another flight and another engine.
 *
 * @param kind what is done there, as the tables name it
 * @param where the variables that tell the instances of a repeated activity apart
 */
record Place(String process, String activity, String kind, Map<String, String> where) {}
