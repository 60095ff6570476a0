package org.jointflights.web.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line of a document may end: as Unicode has it, but for the sign that opens a quotation in English and closes one in others. */
final class LineBreaks implements FSTextBreaker {

    private static final char QUOTE = '\u201c';

    private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    private String text = "";

    @Override
    public int next() {
        int at = breaks.next();
        while (at != BreakIterator.DONE && at < text.length() && isClosing(at)) {
            at = breaks.next();
        }
        return at;
    }

    @Override
    public void setText(String newText) {
        text = newText;
        breaks.setText(newText);
    }

    /** It closes what a word stands before. */
    private boolean isClosing(int at) {
        return text.charAt(at) == QUOTE && at > 0 && !Character.isWhitespace(text.charAt(at - 1));
    }
}
