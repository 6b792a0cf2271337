package fr.maillage.discussion;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.ItemRef;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.access.Viewer;
import fr.maillage.base.PersonId;
import fr.maillage.coediting.LiveTextChanged;
import fr.maillage.coediting.LiveTextChanged.Named;
import fr.maillage.coediting.LiveTextRef;
import fr.maillage.coediting.TextMentions;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is named in live texts: the same people as in comments may be, and they are told in the same place. Each is told
 * once for each text, however often the name is taken out and written again, and only if they see the item and whoever
 * named them sees their card.
 */
@Component
class TextNamings implements TextMentions {

    private final Mentionable mentionable;
    private final AccessPolicy policy;
    private final JdbcClient jdbc;

    TextNamings(Mentionable mentionable, AccessPolicy policy, JdbcClient jdbc) {
        this.mentionable = mentionable;
        this.policy = policy;
        this.jdbc = jdbc;
    }

    @Override
    public List<Nameable> find(ItemRef item, String typed) {
        return mentionable.find(item, typed).stream()
                .map(found -> new Nameable(found.person(), found.name(), found.detail())).toList();
    }

    /** What is committed has been read: in the transaction that stores its words. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LiveTextChanged changed) {
        Map<PersonId, Boolean> before = known(changed.ref());
        Set<PersonId> now = changed.named().stream().map(Named::person).collect(Collectors.toSet());
        before.forEach((person, gone) -> {
            if (gone == now.contains(person)) {
                jdbc.sql("update text_mention set gone = :gone where item = :item and field = :field and person = :person")
                        .param("gone", !gone).param("item", changed.ref().item().id()).param("field", changed.ref().field())
                        .param("person", person.value()).update();
            }
        });
        changed.named().stream().filter(named -> !before.containsKey(named.person()))
                .filter(named -> mayBeTold(named, changed.ref().item())).forEach(named -> add(named, changed));
    }

    private Map<PersonId, Boolean> known(LiveTextRef text) {
        Map<PersonId, Boolean> known = new HashMap<>();
        jdbc.sql("select person, gone from text_mention where item = :item and field = :field")
                .param("item", text.item().id()).param("field", text.field()).query(row -> {
                    known.put(new PersonId(row.getObject(1, UUID.class)), row.getBoolean(2));
                });
        return known;
    }

    private boolean mayBeTold(Named named, ItemRef item) {
        PersonId by = named.by();
        return by != null && !by.equals(named.person())
                && policy.may(new Viewer.SignedIn(by, false), Operation.VIEW_CARD, Subject.of(named.person()))
                && policy.may(new Viewer.SignedIn(named.person(), false), Operation.VIEW, Subject.of(item));
    }

    private void add(Named named, LiveTextChanged changed) {
        jdbc.sql("insert ignore into text_mention (item, field, person, kind, author, at)"
                + " values (:item, :field, :person, :kind, :author, :at)")
                .param("item", changed.ref().item().id()).param("field", changed.ref().field())
                .param("person", named.person().value()).param("kind", changed.ref().item().kind().name())
                .param("author", named.by() == null ? null : named.by().value())
                .param("at", LocalDateTime.ofInstant(changed.at(), ZoneOffset.UTC)).update();
    }
}
