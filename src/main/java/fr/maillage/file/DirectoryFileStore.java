package fr.maillage.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Files in a folder, two levels deep by the first digits of their name. */
@Component
class DirectoryFileStore implements FileStore {

    private final Path root;

    DirectoryFileStore(@Value("${maillage.data}") Path data) {
        this.root = data.resolve("files");
    }

    @Override
    public Stored put(InputStream content) throws IOException {
        Files.createDirectories(root);
        Path incoming = Files.createTempFile(root, "incoming", null);
        try {
            MessageDigest digest = sha256();
            try (OutputStream out = Files.newOutputStream(incoming);
                    DigestInputStream in = new DigestInputStream(content, digest)) {
                in.transferTo(out);
            }
            try (FileChannel channel = FileChannel.open(incoming, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            String name = HexFormat.of().formatHex(digest.digest());
            long size = Files.size(incoming);
            Path place = place(name);
            Files.createDirectories(place.getParent());
            // Moving within the folder is atomic: nobody ever reads half a file.
            Files.move(incoming, place, StandardCopyOption.ATOMIC_MOVE);
            return new Stored(name, size);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    @Override
    public InputStream open(String sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    private Path place(String name) {
        if (!name.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("Not the name of a stored file");
        }
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
