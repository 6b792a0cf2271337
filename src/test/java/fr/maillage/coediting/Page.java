package fr.maillage.coediting;

import fr.maillage.Patience;
import fr.maillage.base.PersonId;
import fr.maillage.coediting.yjs.ByteReader;
import fr.maillage.coediting.yjs.ByteWriter;
import fr.maillage.coediting.yjs.Editing;
import fr.maillage.coediting.yjs.SharedDocument;
import fr.maillage.coediting.yjs.StateVector;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A page with the editor open, as the server sees it: a replica, and a WebSocket that speaks y-websocket. */
final class Page implements AutoCloseable {

    static final long PATIENCE_SECONDS = Patience.LONGEST.toSeconds();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final SharedDocument document = new SharedDocument();
    final Map<Long, String> awareness = new ConcurrentHashMap<>();
    final List<byte[]> updates = new CopyOnWriteArrayList<>();
    final CompletableFuture<Void> synced = new CompletableFuture<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    final long client;
    volatile long durable;
    volatile long notTaken;
    /** The server may speak before the handshake has come back to us. */
    private final CompletableFuture<WebSocket> socket = new CompletableFuture<>();

    private Page(URI address, String origin, String cookie, long client) {
        this.client = client;
        HTTP.newWebSocketBuilder().header("Cookie", cookie).header("Origin", origin).buildAsync(address, new Ear())
                .thenAccept(socket::complete).join();
        send(new ByteWriter().varUint(0).varUint(0).bytes(StateVector.empty().encode()));
    }

    /** A new session of somebody, as the cookie of it. */
    static String cookie(int port, PersonId person) throws IOException, InterruptedException {
        HttpResponse<Void> response = HTTP.send(HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/coedition/essai/" + person.value()))
                .POST(HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.discarding());
        return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    /** @param cookie of a session, or empty */
    static Page open(int port, LiveTextId text, String cookie, long client) {
        return open(port, text, cookie, client, 0);
    }

    /** @param schema the number of the editor's schema, 0 to say none */
    static Page open(int port, LiveTextId text, String cookie, long client, int schema) {
        return openFrom("http://127.0.0.1:" + port, port, text, cookie, client, schema);
    }

    /** @param opener who opened the page, whoever is signed in now */
    static Page open(int port, LiveTextId text, String cookie, long client, PersonId opener) {
        return new Page(URI.create("ws://127.0.0.1:" + port + '/' + text.path() + "?durable=1&person=" + opener.value()),
                "http://127.0.0.1:" + port, cookie, client);
    }

    /**
     * Opened by a page of some site.
     *
     * @throws java.util.concurrent.CompletionException when the server does not let it in
     */
    static Page openFrom(String origin, int port, LiveTextId text, String cookie, long client, int schema) {
        return new Page(URI.create("ws://127.0.0.1:" + port + '/' + text.path() + "?durable=1&schema=" + schema), origin,
                cookie, client);
    }

    Page whenSynced() throws Exception {
        synced.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return this;
    }

    /** The code with which the server ends the line. */
    int whenClosed() throws Exception {
        return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    void send(ByteWriter message) {
        sendRaw(message.toBytes());
    }

    /** A line that is closed meanwhile takes nothing more: what the server made of it is in {@link #closed}. */
    synchronized void sendRaw(byte[] bytes) {
        WebSocket line = socket.join();
        line.sendBinary(ByteBuffer.wrap(bytes), true).exceptionally(gone -> line).join();
    }

    /** Changes the replica and sends the change. */
    void edit(Consumer<Editing> edit) {
        byte[] update;
        synchronized (document) {
            update = document.edit(client, edit);
        }
        send(new ByteWriter().varUint(0).varUint(2).bytes(update));
    }

    void here(String json) {
        here(json, 1);
    }

    void here(String json, long clock) {
        byte[] states = new ByteWriter().varUint(1).varUint(client).varUint(clock).string(json).toBytes();
        send(new ByteWriter().varUint(1).bytes(states));
    }

    String text() {
        synchronized (document) {
            return document.read().text("essai");
        }
    }

    RichText content() {
        synchronized (document) {
            return Trees.document(document.read().xml(Trees.ROOT));
        }
    }

    private void heard(byte[] message) {
        ByteReader in = new ByteReader(message);
        switch ((int) in.varUint()) {
            case 0 -> {
                int step = (int) in.varUint();
                byte[] content = in.bytes();
                synchronized (document) {
                    if (step == 0) {
                        byte[] rest = document.encodeSince(StateVector.decode(content));
                        Thread.startVirtualThread(() -> send(new ByteWriter().varUint(0).varUint(1).bytes(rest)));
                    } else {
                        document.apply(content);
                        updates.add(content);
                    }
                }
                if (step == 1) {
                    synced.complete(null);
                }
            }
            case 1 -> {
                ByteReader states = in.part();
                for (long left = states.varUint(); left > 0; left--) {
                    long who = states.varUint();
                    states.varUint();
                    awareness.put(who, states.string());
                }
            }
            case 8 -> {
                if (in.varUint() == 1) {
                    durable = in.varUint();
                } else {
                    notTaken = in.varUint();
                }
            }
            default -> { }
        }
    }

    @Override
    public void close() {
        socket.join().abort();
    }

    private final class Ear implements WebSocket.Listener {

        private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
            byte[] part = new byte[data.remaining()];
            data.get(part);
            parts.writeBytes(part);
            if (last) {
                heard(parts.toByteArray());
                parts.reset();
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.complete(1006);
        }
    }
}
