package fr.maillage.discussion;

import java.util.UUID;

/** Identifies a comment; a thread is known by the comment that opens it. */
public record CommentId(UUID value) {}
