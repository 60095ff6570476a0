package org.jointflights.web.picture;

import java.util.List;

/**
 * A picture, in the reader's language.
 *
 * @param name its name in addresses
 * @param svg its markup, in which whatever anybody typed is text
 * @param description what it shows, in a sentence or two
 * @param notes what has to be known to read it
 * @param table the same facts
 */
public record Picture(
        String name, String svg, String title, String description, List<String> notes, PictureTable table) {

    public Picture {
        notes = List.copyOf(notes);
    }
}
