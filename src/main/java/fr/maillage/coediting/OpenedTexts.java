package fr.maillage.coediting;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.ItemRef;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.PersonId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The texts of items that were written in a form, in Markdown, until somebody opened them to write together. From then
 * on the text is the truth and the field follows it ({@link LiveTextChanged}).
 */
@Service
public class OpenedTexts {

    /** What a field holds before it is opened, and whose it is. */
    public record Written(String markdown, PersonId author) {}

    private final LiveTexts texts;
    private final AccessPolicy policy;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    OpenedTexts(LiveTexts texts, AccessPolicy policy, JdbcClient jdbc, TransactionTemplate transaction) {
        this.texts = texts;
        this.policy = policy;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Those of an item that have been opened, by the names of their fields.
     *
     * @throws NotVisible when the item is not meant for whoever acts
     */
    @Transactional(readOnly = true)
    public Map<String, LiveTextId> of(ItemRef item) {
        policy.require(Operation.VIEW, Subject.of(item));
        Map<String, LiveTextId> opened = new HashMap<>();
        jdbc.sql("select field, id from live_text where item = :item").param("item", item.id())
                .query(row -> {
                    opened.put(row.getString(1), new LiveTextId(row.getObject(2, UUID.class)));
                });
        return opened;
    }

    /**
     * The text of a field, made now if nobody opened it before. Never within a transaction: what another first opening
     * made would not be seen.
     *
     * @param before locks the item, by a statement that comes before any other read of the transaction, and reads what
     *               the field holds
     * @throws NotVisible when the item is not meant for whoever acts
     */
    public LiveTextId open(LiveTextRef ref, Supplier<Written> before) {
        policy.require(Operation.VIEW, Subject.of(ref.item()));
        return texts.find(ref).orElseGet(() -> Objects.requireNonNull(transaction.execute(status -> {
            Written written = before.get();
            return texts.create(ref, MarkdownText.read(written.markdown()), written.author());
        })));
    }
}
