package fr.maillage.file;

import fr.maillage.base.InvalidInput;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.tika.Tika;

/** Recognizes a file by its first bytes; the name may only make the finding more precise, never contradict it. */
final class MediaTypes {

    private static final int LOOKED_AT = 1 << 16;
    private static final Tika TIKA = new Tika();

    private static final Set<String> TAKEN = Set.of("application/pdf", "image/png", "image/jpeg", "image/gif",
            "image/webp", "text/plain", "text/csv", "application/rtf",
            "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint");

    private MediaTypes() {}

    /**
     * The type of a file.
     *
     * @param content is read and rewound
     * @throws InvalidInput on the field {@code file} when the content is of no kind that is taken
     */
    static String detect(BufferedInputStream content, String name) throws IOException {
        // The bytes alone first: of bytes that say nothing, Tika would believe whatever the name says.
        String found = TIKA.detect(content);
        String type = TIKA.detect((InputStream) content, name);
        if (!TAKEN.contains(type) || found.equals("application/octet-stream")
                || found.equals("application/zip") && !isOfficePackage(content)) {
            throw new InvalidInput("file", "file.refusedType", name);
        }
        return type;
    }

    /** Whether an archive begins like an office document, rather than like an archive that is called one. */
    private static boolean isOfficePackage(BufferedInputStream content) throws IOException {
        content.mark(LOOKED_AT);
        String begin = new String(content.readNBytes(LOOKED_AT - 1), StandardCharsets.ISO_8859_1);
        content.reset();
        return begin.contains("[Content_Types].xml") || begin.contains("_rels/.rels");
    }
}
