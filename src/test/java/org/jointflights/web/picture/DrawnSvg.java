package org.jointflights.web.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jointflights.domain.picture.Scale;
import org.jointflights.domain.picture.TextBox;
import org.jointflights.domain.picture.TextMeasure;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A picture read back from its markup, as a browser reads it. */
final class DrawnSvg {

    private final Document document;

    DrawnSvg(String markup) throws Exception {
        document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(markup)));
    }

    /** Elements of that name that have that word among their classes. */
    List<Element> all(String name, String look) {
        NodeList found = document.getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .filter(element -> (" " + element.getAttribute("class") + " ").contains(" " + look + " "))
                .toList();
    }

    List<String> texts() {
        NodeList found = document.getElementsByTagName("text");
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    static long hundredths(Element element, String attribute) {
        return new BigDecimal(element.getAttribute(attribute)).movePointRight(2).longValueExact();
    }

    private record Written(String words, TextBox box) {}

    /** No two texts overlap, by the widest font there may be, and none is cut by the edge. */
    DrawnSvg hasNoTextOverAnother() {
        List<Written> all = new ArrayList<>();
        NodeList found = document.getElementsByTagName("text");
        for (int i = 0; i < found.getLength(); i++) {
            Element text = (Element) found.item(i);
            int size = Integer.parseInt(text.getAttribute("font-size"));
            long width = TextMeasure.width(
                    text.getTextContent(),
                    size,
                    !text.getAttribute("font-weight").isEmpty());
            long x = hundredths(text, "x");
            long left = switch (text.getAttribute("text-anchor")) {
                case "middle" -> x - width / 2;
                case "end" -> x - width;
                default -> x;
            };
            long top = hundredths(text, "y") - size * Scale.PIXEL;
            all.add(new Written(text.getTextContent(), new TextBox(left, top, width, size * 125L)));
        }
        String[] view = document.getDocumentElement().getAttribute("viewBox").split(" ", -1);
        TextBox edge = new TextBox(
                0,
                0,
                new BigDecimal(view[2]).movePointRight(2).longValueExact(),
                new BigDecimal(view[3]).movePointRight(2).longValueExact());
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i).box.isWithin(edge))
                    .as(all.get(i) + " within " + edge)
                    .isTrue();
            for (int j = 0; j < i; j++) {
                assertThat(all.get(i).box.overlaps(all.get(j).box))
                        .as(all.get(i) + " over " + all.get(j))
                        .isFalse();
            }
        }
        return this;
    }
}
