package fr.maillage.coediting.yjs;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Node process with the real Yjs in it, installed under {@code target} from the lock file beside the scripts. Bytes go
 * both ways in frames: a length of four bytes, then as many bytes.
 */
public final class YjsPeer implements AutoCloseable {

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path HOME = Path.of("target", "yjs-peer");

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;

    private YjsPeer(Process process) {
        this.process = process;
        this.in = new DataInputStream(new java.io.BufferedInputStream(process.getInputStream(), 1 << 16));
        this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    }

    /** Starts a script of {@code src/test/node} with these arguments. */
    public static YjsPeer start(String script, String... arguments) throws IOException, InterruptedException {
        install();
        List<String> command = new ArrayList<>(List.of(program("node"), script));
        command.addAll(List.of(arguments));
        return new YjsPeer(new ProcessBuilder(command).directory(HOME.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** The programs stand on the path, or where {@code ./maillage} lays Node out. */
    private static String program(String name) {
        List<Path> places = new ArrayList<>();
        for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            places.add(Path.of(place));
        }
        places.add(Path.of(".maillage", "node", "bin"));
        return places.stream().map(place -> place.resolve(name).toAbsolutePath()).filter(Files::isExecutable)
                .map(Path::toString).findFirst()
                .orElseThrow(() -> new IllegalStateException(name + " is not here; ./maillage test lays it out"));
    }

    private static synchronized void install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        Path lock = HOME.resolve("package-lock.json");
        Path mark = HOME.resolve("node_modules").resolve(".package-lock.json");
        boolean installed = Files.exists(mark) && Files.exists(lock)
                && Files.mismatch(lock, SOURCES.resolve("package-lock.json")) < 0;
        try (var files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Files.copy(file, HOME.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!installed) {
            Path log = HOME.resolve("npm.log");
            ProcessBuilder npm = new ProcessBuilder(program("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                    .directory(HOME.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
            npm.environment().merge("PATH", Path.of(program("node")).getParent().toString(),
                    (path, node) -> path + File.pathSeparator + node);
            if (npm.start().waitFor() != 0) {
                throw new IllegalStateException("The real Yjs cannot be installed:\n" + Files.readString(log));
            }
        }
    }

    public byte[] receive() {
        try {
            return in.readNBytes(in.readInt());
        } catch (IOException gone) {
            throw new UncheckedIOException("The real Yjs found a difference, or ended: see its message above", gone);
        }
    }

    public String receiveText() {
        return new String(receive(), StandardCharsets.UTF_8);
    }

    public void send(byte[] frame) {
        try {
            out.writeInt(frame.length);
            out.write(frame);
        } catch (IOException gone) {
            throw new UncheckedIOException("The real Yjs found a difference, or ended: see its message above", gone);
        }
    }

    public void flush() {
        try {
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("The real Yjs found a difference, or ended: see its message above", gone);
        }
    }

    /** Whether it ended content within this time. */
    public boolean endedWell(int seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
