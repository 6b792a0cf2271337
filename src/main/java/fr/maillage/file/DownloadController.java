package fr.maillage.file;

import fr.maillage.access.NotVisible;
import fr.maillage.base.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Serves files to those who may see the item. Always as an attachment, but for pictures that a page asks for; in no
 * case may a browser guess another type or run what it receives.
 */
@RestController
class DownloadController {

    private final Attachments attachments;
    private final Messages messages;

    DownloadController(Attachments attachments, Messages messages) {
        this.attachments = attachments;
        this.messages = messages;
    }

    /** @param of the item whose text shows the picture: a text shows no file of another */
    @GetMapping("/fichiers/{id}")
    ResponseEntity<InputStreamResource> download(@PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean picture, @RequestParam(required = false) @Nullable UUID of)
            throws IOException {
        Attachment file = attachments.get(id);
        if (of != null && !of.equals(file.item())) {
            throw new NotVisible();
        }
        ContentDisposition disposition = (picture && file.isPicture() ? ContentDisposition.inline()
                : ContentDisposition.attachment()).filename(file.name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.mediaType())).contentLength(file.size())
                .header("Content-Disposition", disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore())
                .body(new InputStreamResource(attachments.open(file)));
    }

    @ExceptionHandler({DataAccessResourceFailureException.class, CannotCreateTransactionException.class})
    ResponseEntity<String> away(Locale locale) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(messages.getTranslation("file.away", locale));
    }

    @ExceptionHandler({NotVisible.class, MethodArgumentTypeMismatchException.class})
    ResponseEntity<Void> notFound() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
    }
}
