package fr.maillage.discussion;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which words threads are about, where they are about some. */
@Component
class CommentPlaces {

    private static final int LONGEST_QUOTE = 280;

    private final JdbcClient jdbc;

    CommentPlaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(CommentId thread, Said.Place place) {
        String quote = place.quote().strip();
        String kept = quote.codePointCount(0, quote.length()) <= LONGEST_QUOTE ? quote
                : quote.substring(0, quote.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
        jdbc.sql("insert into comment_place (comment, field, quote) values (:comment, :field, :quote)")
                .param("comment", thread.value()).param("field", place.field()).param("quote", kept).update();
    }

    Map<UUID, Said.Place> of(Collection<UUID> threads) {
        Map<UUID, Said.Place> places = new HashMap<>();
        jdbc.sql("select c.comment, c.field, c.quote, p.words, p.instead, p.accepted from comment_place c"
                + " left join text_proposal p on p.comment = c.comment where c.comment in (:threads)")
                .param("threads", List.copyOf(threads)).query(row -> {
                    String words = row.getString(4);
                    places.put(row.getObject(1, UUID.class), new Said.Place(row.getString(2), row.getString(3),
                            words == null ? null : new Said.Proposal(words, row.getString(5), row.getObject(6, Boolean.class))));
                });
        return places;
    }
}
