package org.jointflights.application.file;

/** What looks at files in tests without Spring. */
public final class SomeFileChecks {

    private SomeFileChecks() {}

    /** Whose scanner is that one. */
    public static CheckFile by(FileScans scans) {
        return new CheckFile(scans);
    }

    /** That looks at nothing, as where no scanner is there. */
    public static CheckFile withoutScanner() {
        return new CheckFile(new NoFileScans());
    }
}
