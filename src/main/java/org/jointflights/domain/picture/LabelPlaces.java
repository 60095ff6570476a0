package org.jointflights.domain.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a place for one label after the other near the points that they name, so that none lies over another, over a point or beyond
 * the edge. In hundredths of a pixel.
 */
public final class LabelPlaces {

    private static final long GAP = 9 * Scale.PIXEL;
    private static final long STEP = 12 * Scale.PIXEL;
    private static final int NEAR = 4;
    private static final int RINGS = 40;

    /** To the right, to the left, above, below, and between. */
    private static final double[] DIRECTIONS = {
        0, 180, -90, 90, -45, 45, -135, 135, -20, 20, 160, 200, -70, 70, -110, 110
    };

    private final TextBox frame;
    private final List<TextBox> taken;
    private final List<TextBox> avoided;

    /** Within the frame, over none of what is taken, and if there is room beside it over none of what is avoided. */
    public LabelPlaces(TextBox frame, List<TextBox> taken, List<TextBox> avoided) {
        this.frame = frame;
        this.taken = new ArrayList<>(taken);
        this.avoided = List.copyOf(avoided);
    }

    /** The nearest free place of that size for what names the point, taken from now on; nothing if there is none left. */
    public Optional<TextBox> near(long x, long y, long width, long height) {
        return near(x, y, width, height, NEAR, avoided).or(() -> near(x, y, width, height, RINGS, List.of()));
    }

    private Optional<TextBox> near(long x, long y, long width, long height, int rings, List<TextBox> alsoFree) {
        for (int ring = 0; ring < rings; ring++) {
            for (double direction : DIRECTIONS) {
                TextBox box = at(x, y, width, height, GAP + ring * STEP, Math.toRadians(direction));
                if (box.isWithin(frame)
                        && taken.stream().noneMatch(box::overlaps)
                        && alsoFree.stream().noneMatch(box::overlaps)) {
                    taken.add(box);
                    return Optional.of(box);
                }
            }
        }
        return Optional.empty();
    }

    /** That side of the box which looks to the point is so far from it. */
    private static TextBox at(long x, long y, long width, long height, long distance, double direction) {
        double along = Math.cos(direction);
        double down = Math.sin(direction);
        long left = Math.round(x + along * (distance + width / 2.0) - width / 2.0);
        long top = Math.round(y + down * (distance + height / 2.0) - height / 2.0);
        return new TextBox(left, top, width, height);
    }
}
