package org.jointflights.application.system;

/** Something that the application runs on, as it calls itself. */
public record Product(String name, String version) {}
