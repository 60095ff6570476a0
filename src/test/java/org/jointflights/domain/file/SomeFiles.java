package org.jointflights.domain.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files as people send them, and such as nobody should be able to send. */
public final class SomeFiles {

    private static final String CONTENT_TYPES =
            "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                    + ".spreadsheetml.sheet.main+xml\"/></Types>";

    private SomeFiles() {}

    public static byte[] pdf(String text) {
        return bytes("%PDF-1.7\n" + text + "\n%%EOF");
    }

    public static byte[] png() {
        return new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    }

    public static byte[] jpeg() {
        return new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0};
    }

    public static byte[] xlsx() {
        return zip(Map.of("[Content_Types].xml", bytes(CONTENT_TYPES), "xl/workbook.xml", bytes("<workbook/>")));
    }

    static byte[] xlsxWithMacros() {
        return zip(Map.of("[Content_Types].xml", bytes(CONTENT_TYPES), "xl/vbaProject.bin", bytes("Sub Auto_Open()")));
    }

    static byte[] xlsm() {
        return zip(Map.of(
                "[Content_Types].xml",
                bytes(CONTENT_TYPES.replace(
                        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                        "vnd.ms-excel.sheet.macroEnabled.main"))));
    }

    public static byte[] ods() {
        return odf("application/vnd.oasis.opendocument.spreadsheet");
    }

    static byte[] odt() {
        return odf("application/vnd.oasis.opendocument.text");
    }

    public static byte[] zip() {
        return zip(Map.of("names.txt", bytes("nothing")));
    }

    /** It says of itself that it is a spreadsheet; unpacked, one part has 400 megabytes. */
    static byte[] bomb() {
        return zip(new TreeMap<>(
                Map.of("[Content_Types].xml", bytes(CONTENT_TYPES), "xl/sheet1.xml", new byte[400 << 20])));
    }

    private static byte[] odf(String type) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            byte[] content = bytes(type);
            CRC32 sum = new CRC32();
            sum.update(content);
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(content.length);
            first.setCrc(sum.getValue());
            zip.putNextEntry(first);
            zip.write(content);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(bytes("<office:document-content/>"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
