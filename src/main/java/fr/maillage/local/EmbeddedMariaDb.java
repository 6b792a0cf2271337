package fr.maillage.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.unit.DataSize;

/**
 * A real MariaDB server that lives and dies with this process while its data stays: on the loopback address only,
 * passwords on, every commit on disk before it is acknowledged.
 *
 * <p>Its folder holds {@code data} (the tables), {@code client.cnf} (address and password, readable by the owner only;
 * {@code mariadb --defaults-file=…} opens a console), {@code server.log}, {@code server.pid} and {@code lock}.
 * A server left behind by a killed process is stopped before a new one starts; one that dies is started again.
 */
final class EmbeddedMariaDb implements JdbcConnectionDetails, AutoCloseable {

    static final String SCHEMA = "maillage";
    private static final String USER = "maillage";
    private static final DataSize ROOM_FOR_FIRST_START = DataSize.ofMegabytes(700);
    private static final DataSize ROOM_FOR_LATER_STARTS = DataSize.ofMegabytes(64);
    private static final int PORT_ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Path folder;
    private final MariaDbFiles files;
    private final DataSize bufferPool;
    private final Consumer<String> say;
    private final FileChannel lock;
    private final String password;
    private int port;
    private @Nullable Process process;
    private boolean closing;

    /**
     * @param folder     kept from run to run; made when missing
     * @param programs   where the server's own files are unpacked; may be shared by several folders
     * @param bufferPool memory for pages
     * @param say        told, in plain words, what a person has to wait for
     * @throws StartFailure when the folder cannot be used or the server does not start
     */
    static EmbeddedMariaDb start(Path folder, Path programs, DataSize bufferPool, Consumer<String> say) {
        var absolute = folder.toAbsolutePath().normalize();
        try {
            var lock = own(absolute);
            try {
                var files = MariaDbFiles.unpackUnder(programs, say);
                var server = new EmbeddedMariaDb(absolute, files, bufferPool, say, lock);
                server.start();
                return server;
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException unusable) {
            throw unusableFolder(absolute, unusable);
        }
    }

    private EmbeddedMariaDb(Path folder, MariaDbFiles files, DataSize bufferPool, Consumer<String> say, FileChannel lock)
            throws IOException {
        this.folder = folder;
        this.files = files;
        this.bufferPool = bufferPool;
        this.say = say;
        this.lock = lock;
        this.password = keptPassword().orElseGet(EmbeddedMariaDb::newPassword);
    }

    @Override
    public String getJdbcUrl() {
        return DatabaseAddress.embedded(port, SCHEMA);
    }

    @Override
    public String getUsername() {
        return USER;
    }

    @Override
    public String getPassword() {
        return password;
    }

    synchronized long pid() {
        return process == null ? -1 : process.pid();
    }

    /** Stops the server cleanly and waits for it: what it holds in memory is written before this returns. */
    @Override
    public synchronized void close() {
        closing = true;
        if (process != null) {
            process.destroy();
            await(process.toHandle(), "MariaDB is writing its last pages");
            process = null;
        }
        try {
            Files.deleteIfExists(folder.resolve("server.pid"));
            lock.close();
        } catch (IOException ignored) {
            // a stale pid file is recognised at the next start, and the lock dies with this process
        }
    }

    /** Lets go without stopping the server, as a process killed outright does. For tests. */
    synchronized void abandon() throws IOException {
        closing = true;
        process = null;
        lock.close();
    }

    // ---- the folder

    private static FileChannel own(Path folder) throws IOException {
        Files.createDirectories(folder);
        var probe = Files.createTempFile(folder, "writable", null);
        Files.delete(probe);
        var needed = Files.isDirectory(folder.resolve("data")) ? ROOM_FOR_LATER_STARTS : ROOM_FOR_FIRST_START;
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed.toBytes()) {
            throw new StartFailure("The disk of the data folder " + folder.getParent() + " is full (" + free / 1_000_000 + " MB free, "
                    + needed.toMegabytes() + " needed).", "Make room, or choose another folder with --data DIR (or MAILLAGE_DATA).");
        }
        var file = folder.resolve("lock");
        var channel = FileChannel.open(file, CREATE, WRITE);
        try {
            if (channel.tryLock() == null) {
                throw inUse(folder, Files.readString(file).strip());
            }
        } catch (OverlappingFileLockException same) {
            throw inUse(folder, String.valueOf(ProcessHandle.current().pid()));
        }
        channel.truncate(0).write(ByteBuffer.wrap(String.valueOf(ProcessHandle.current().pid()).getBytes(UTF_8)));
        return channel;
    }

    private static StartFailure inUse(Path folder, String pid) {
        return new StartFailure("The data folder " + folder.getParent() + " is in use by another Maillage (process " + pid + ").",
                "Stop it first, or choose another folder with --data DIR (or MAILLAGE_DATA).");
    }

    private static StartFailure unusableFolder(Path folder, IOException cause) {
        if (String.valueOf(cause.getMessage()).contains("No space left")) {
            return new StartFailure("The disk of the data folder " + folder.getParent() + " is full.",
                    "Make room, or choose another folder with --data DIR (or MAILLAGE_DATA).", cause);
        }
        return new StartFailure("The data folder " + folder.getParent() + " cannot be written to (" + reason(cause) + ").",
                "Give this account the right to write there, or choose another folder with --data DIR (or MAILLAGE_DATA).", cause);
    }

    /** What the system says, without the names of classes. */
    private static String reason(IOException cause) {
        return cause instanceof FileSystemException file
                ? file.getFile() + ": " + Objects.requireNonNullElse(file.getReason(), "no right to write there")
                : String.valueOf(cause.getMessage());
    }

    // ---- starting

    private synchronized void start() throws IOException {
        stopLeftOver();
        var fresh = !Files.isDirectory(folder.resolve("data"));
        if (fresh) {
            say.accept("MariaDB is preparing its data folder (first start only)…");
            createSystemTables();
        }
        for (var attempt = 1; ; attempt++) {
            port = freePort();
            if (launch()) {
                return;
            }
            var log = lastLines();
            if (attempt < PORT_ATTEMPTS && log.contains("Address already in use")) {
                continue;
            }
            throw startFailed(log);
        }
    }

    /** A process killed outright leaves its server running on our files: it is recognised by its command line and stopped cleanly. */
    private void stopLeftOver() throws IOException {
        var file = folder.resolve("server.pid");
        if (!Files.exists(file)) {
            return;
        }
        try {
            ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).filter(this::serves).ifPresent(leftOver -> {
                say.accept("A MariaDB left over from a run that was killed is being stopped…");
                leftOver.destroy();
                await(leftOver, "The left-over MariaDB is stopping");
            });
        } catch (NumberFormatException ignored) {
            // half-written: the process that wrote it never got as far as starting a server
        }
        Files.deleteIfExists(file);
    }

    private boolean serves(ProcessHandle candidate) {
        var argument = "--datadir=" + folder.resolve("data");
        var info = candidate.info();
        return info.arguments().map(arguments -> Arrays.asList(arguments).contains(argument))
                .or(() -> info.commandLine().map(line -> line.contains(argument))).orElse(false);
    }

    /** What {@code mariadb-install-db} does, without its shell script, which stumbles over spaces in paths. */
    private void createSystemTables() throws IOException {
        var unfinished = folder.resolve("data.part");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectories(unfinished);
        var share = files.home().resolve("share");
        var output = folder.resolve("install.log");
        var bootstrap = program(List.of("--no-defaults", "--bootstrap", "--basedir=" + files.home(), "--datadir=" + unfinished,
                "--lc-messages-dir=" + share, "--log-warnings=0", "--max-allowed-packet=8M", "--net-buffer-length=16K",
                "--enforce-storage-engine="), output).start();
        try (var input = bootstrap.getOutputStream()) {
            // root may only enter through a Unix socket, and the server opens none: nobody is root
            input.write("create database if not exists mysql;\nuse mysql;\nset @auth_root_socket='root';\n".getBytes(UTF_8));
            for (var script : List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql",
                    "maria_add_gis_sp_bootstrap.sql", "mariadb_sys_schema.sql")) {
                Files.copy(share.resolve(script), input);
            }
        } catch (IOException brokenPipe) {
            // the server ended early: its own words, below, say why
        }
        await(bootstrap.toHandle(), "MariaDB is still preparing its data folder");
        // the handle sees the end a moment before the process knows its exit value
        if (bootstrap.onExit().join().exitValue() != 0) {
            throw startFailed(tail(output));
        }
        Files.deleteIfExists(output);
        Files.move(unfinished, folder.resolve("data"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** @return false when the server ended before it served */
    private boolean launch() throws IOException {
        var log = folder.resolve("server.log");
        Files.deleteIfExists(folder.resolve("server.log.1"));
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("server.log.1"));
        }
        var account = writePrivately(folder.resolve("account.sql"), accountStatements());
        writePrivately(folder.resolve("client.cnf"), """
                [client]
                protocol=tcp
                skip-ssl
                host=127.0.0.1
                port=%d
                user=%s
                password=%s
                """.formatted(port, USER, password));
        var started = program(List.of("--no-defaults",
                "--datadir=" + folder.resolve("data"),
                "--basedir=" + files.home(),
                "--lc-messages-dir=" + files.home().resolve("share"),
                "--init-file=" + account,
                "--pid-file=" + folder.resolve("data").resolve("mariadbd.pid"),
                "--bind-address=127.0.0.1", "--port=" + port, "--socket=", "--skip-name-resolve",
                "--skip-ssl", "--local-infile=OFF", "--skip-symbolic-links", "--performance-schema=OFF",
                "--character-set-server=utf8mb4", "--collation-server=" + DatabaseAddress.COLLATION,
                "--character-set-collations=utf8mb4=" + DatabaseAddress.COLLATION,
                "--transaction-isolation=REPEATABLE-READ", "--innodb-snapshot-isolation=ON",
                "--innodb-flush-log-at-trx-commit=1", "--innodb-doublewrite=ON", "--sync-binlog=1",
                "--innodb-buffer-pool-size=" + bufferPool.toBytes(), "--max-allowed-packet=64M", "--max-connections=100"), log).start();
        process = started;
        try {
            writePrivately(folder.resolve("server.pid"), String.valueOf(started.pid()));
        } catch (IOException full) {
            started.destroy();
            await(started.toHandle(), "MariaDB is stopping");
            throw full;
        }
        var serving = awaitAnswer(started);
        Files.deleteIfExists(account);
        if (serving) {
            started.onExit().thenRunAsync(this::startAgain, Thread::startVirtualThread);
        }
        return serving;
    }

    /** The server reads these, one a line, before it listens: no account without password ever exists on the network. */
    private String accountStatements() {
        return String.join("\n",
                "create database if not exists " + SCHEMA + " character set utf8mb4 collate " + DatabaseAddress.COLLATION + ";",
                "create user if not exists '" + USER + "'@'127.0.0.1' identified by '" + password + "';",
                "alter user '" + USER + "'@'127.0.0.1' identified by '" + password + "';",
                "grant all on `maillage%`.* to '" + USER + "'@'127.0.0.1';", "");
    }

    private boolean awaitAnswer(Process started) throws IOException {
        var since = System.nanoTime();
        var told = 0L;
        while (started.isAlive()) {
            try (var connection = DriverManager.getConnection(getJdbcUrl(), USER, password)) {
                return connection.isValid(5);
            } catch (SQLException notYet) {
                var seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
                if (seconds >= told + (told == 0 ? 10 : 60)) {
                    told = seconds;
                    say.accept("MariaDB is still starting (" + seconds + " s; after a crash it first recovers)…");
                }
                try {
                    started.waitFor(100, TimeUnit.MILLISECONDS);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    started.destroy();
                    return false;
                }
            }
        }
        return false;
    }

    /** As often as it takes: a full disk ends the server, and once there is room it serves again by itself. */
    private void startAgain() {
        synchronized (this) {
            if (closing) {
                return; // Ended because we asked it to.
            }
        }
        say.accept("MariaDB ended unexpectedly; it is being started again.");
        for (var told = false; ; told = true) {
            synchronized (this) {
                if (closing) {
                    return;
                }
                var why = tryAgain();
                if (why.isEmpty()) {
                    say.accept("MariaDB serves again.");
                    return;
                }
                if (!told) {
                    say.accept(why.get() + " It is tried again every " + PAUSE.toSeconds() + " seconds.");
                }
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** @return why it does not serve, or nothing when it does */
    private Optional<String> tryAgain() {
        try {
            return launch() ? Optional.empty() : Optional.of(startFailed(lastLines()).getMessage());
        } catch (IOException failed) {
            return Optional.of(String.valueOf(unusableFolder(folder, failed).getMessage()));
        }
    }

    private ProcessBuilder program(List<String> arguments, Path output) {
        var command = new ArrayList<String>();
        command.add(files.server().toString());
        command.addAll(arguments);
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put(files.libraryVariable(), files.home().resolve("libs").toString());
        return builder;
    }

    private StartFailure startFailed(String log) {
        if (log.contains("No space left") || log.contains("Errcode: 28") || log.contains("error number 28")
                || log.contains("with error 28")) {
            return new StartFailure("The disk of the data folder " + folder.getParent() + " is full: MariaDB cannot start.",
                    "Make room, or choose another folder with --data DIR (or MAILLAGE_DATA).");
        }
        return new StartFailure("The embedded MariaDB does not start ("
                + log.lines().filter(line -> line.contains("[ERROR]")).findFirst().orElse("no error in its log").strip() + ").",
                "Read " + folder.resolve("server.log") + "; another folder may be chosen with --data DIR (or MAILLAGE_DATA).");
    }

    private void await(ProcessHandle ending, String what) {
        var since = System.nanoTime();
        while (ending.isAlive()) {
            try {
                ending.onExit().get(10, TimeUnit.SECONDS);
            } catch (java.util.concurrent.TimeoutException late) {
                say.accept(what + " (" + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since) + " s)…");
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (java.util.concurrent.ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private String lastLines() {
        return tail(folder.resolve("server.log"));
    }

    private static String tail(Path log) {
        try (Stream<String> lines = Files.lines(log, UTF_8)) {
            var all = lines.toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - 60), all.size()));
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            return "";
        }
    }

    // ---- the password

    private Optional<String> keptPassword() throws IOException {
        var file = folder.resolve("client.cnf");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readAllLines(file).stream().filter(line -> line.startsWith("password="))
                .map(line -> line.substring("password=".length())).findFirst();
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Path writePrivately(Path file, String content) throws IOException {
        if (Files.notExists(file)) {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        }
        return Files.writeString(file, content);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
