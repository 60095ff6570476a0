package org.jointflights.domain.picture;

/** What something takes up in a picture, in hundredths of a pixel; {@code x} and {@code y} are its upper left corner. */
public record TextBox(long x, long y, long width, long height) {

    /** Whether some of both lies at the same place; boxes that touch do not overlap. */
    public boolean overlaps(TextBox other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }

    /** Whether it lies within the other with its whole area. */
    public boolean isWithin(TextBox other) {
        return x >= other.x
                && y >= other.y
                && x + width <= other.x + other.width
                && y + height <= other.y + other.height;
    }

    /** The same, wider by so much on every side. */
    public TextBox grown(long by) {
        return new TextBox(x - by, y - by, width + 2 * by, height + 2 * by);
    }
}
