package fr.maillage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line to the database server that can be cut, as when the server is killed, or made mute, as when it hangs; and mended. */
public final class DatabaseLine {

    private static final Pattern ADDRESS = Pattern.compile("//([^:/?]+):(\\d+)");
    private static final int PART = 8192;

    private final String url;
    private final ServerSocket entry;
    private final InetSocketAddress server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Object mended = new Object();
    private volatile boolean cut;
    private volatile boolean mute;

    private DatabaseLine(Matcher address) {
        server = new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2)));
        try {
            entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        url = address.replaceFirst("//127.0.0.1:" + entry.getLocalPort());
        Thread.startVirtualThread(this::accept);
    }

    /** A line to where this JDBC address leads. */
    public static DatabaseLine to(String url) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.find()) {
            throw new IllegalStateException("No port in " + url);
        }
        return new DatabaseLine(address);
    }

    /** The JDBC address through this line. */
    public String url() {
        return url;
    }

    public void cut() {
        cut = true;
        open.forEach(DatabaseLine::close);
        open.clear();
    }

    /** Nothing passes any more, and nobody is told. */
    public void mute() {
        mute = true;
    }

    public void mend() {
        cut = false;
        synchronized (mended) {
            mute = false;
            mended.notifyAll();
        }
        try {
            // The pool believes in a connection for half a second after its last use, then asks it first.
            Thread.sleep(700);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        while (true) {
            try {
                Socket in = entry.accept();
                if (cut) {
                    in.close();
                    continue;
                }
                Socket out = new Socket();
                out.connect(server);
                open.add(in);
                open.add(out);
                Thread.startVirtualThread(() -> pass(in, out));
                Thread.startVirtualThread(() -> pass(out, in));
            } catch (IOException e) {
                // The next one may get through.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from; to; InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
            byte[] part = new byte[PART];
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                synchronized (mended) {
                    while (mute) {
                        mended.wait();
                    }
                }
                out.write(part, 0, length);
            }
        } catch (IOException e) {
            // Cut, or closed by one end: the other is closed too.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
