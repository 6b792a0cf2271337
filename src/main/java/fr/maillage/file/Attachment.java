package fr.maillage.file;

import fr.maillage.base.PersonId;
import java.time.Instant;
import java.util.UUID;

/**
 * A file attached to an item, as it is shown.
 *
 * @param mediaType what the content was found to be, never what the sender claimed
 * @param size      in bytes
 */
public record Attachment(UUID id, UUID item, String name, String mediaType, long size, PersonId addedBy,
        Instant addedAt) {

    /** Where it is downloaded, from the root of the site. */
    public String path() {
        return "/fichiers/" + id;
    }

    public boolean isPicture() {
        return mediaType.startsWith("image/");
    }
}
