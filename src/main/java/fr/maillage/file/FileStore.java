package fr.maillage.file;

import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps bytes under the SHA-256 of their content, so that the same file is kept once and never changes. A directory
 * by default; another store implements this interface.
 */
interface FileStore {

    /**
     * What was kept.
     *
     * @param size in bytes
     */
    record Stored(String sha256, long size) {}

    /** Keeps the bytes durably before it returns. */
    Stored put(InputStream content) throws IOException;

    InputStream open(String sha256) throws IOException;
}
