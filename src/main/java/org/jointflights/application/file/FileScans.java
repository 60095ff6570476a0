package org.jointflights.application.file;

import org.jointflights.domain.file.FileScan;

/**
 * Looks for malicious programs in files before they are kept. Whoever runs a scanner puts a bean of this kind in place of the
 * one that looks at nothing and says so.
 */
public interface FileScans {

    /** What is found in the bytes. */
    FileScan of(byte[] content);
}
