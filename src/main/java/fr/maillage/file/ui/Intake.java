package fr.maillage.file.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import fr.maillage.file.Attachments;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;

/** Receives into a file, before any transaction: a slow sender holds neither memory nor a connection. */
final class Intake implements UploadHandler {

    private static final long serialVersionUID = 1;
    private static final int BUFFER = 1 << 16;
    private static final long MARGIN = 1 << 20;

    private final transient BiConsumer<String, InputStream> taken;

    /** @param taken is given the name and the bytes, in the session of the sender */
    Intake(BiConsumer<String, InputStream> taken) {
        this.taken = taken;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        UI ui = event.getUI();
        String name = event.getFileName();
        Path received = Files.createTempFile("maillage-upload", null);
        try (InputStream in = event.getInputStream(); OutputStream out = Files.newOutputStream(received)) {
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            // One byte more than is taken is enough for the service to see that it is too much.
            for (int read = in.read(buffer); read >= 0 && size <= Attachments.LARGEST; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                size += read;
            }
        } catch (IOException broken) {
            Files.deleteIfExists(received);
            throw broken;
        }
        ui.accessLater(() -> {
            try (InputStream content = Files.newInputStream(received)) {
                taken.accept(name, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                received.toFile().delete();
            }
        }, () -> received.toFile().delete()).run();
    }

    @Override
    public long getFileSizeMax() {
        return Attachments.LARGEST + MARGIN;
    }

    @Override
    public long getRequestSizeMax() {
        return Attachments.LARGEST + 2 * MARGIN;
    }
}
