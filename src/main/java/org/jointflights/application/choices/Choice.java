package org.jointflights.application.choices;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One of what a field may hold.
 *
 * @param code as it is typed by heart and as it is sent
 * @param name in the reader's language
 * @param zone that an airport's clocks show; nothing for what is no place
 */
public record Choice(String code, String name, @Nullable ZoneId zone) {}
