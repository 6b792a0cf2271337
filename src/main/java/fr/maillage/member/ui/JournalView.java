package fr.maillage.member.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.maillage.access.AuditLog;
import fr.maillage.access.AuditLog.Entry;
import fr.maillage.access.Spaces;
import fr.maillage.access.Spaces.Space;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import fr.maillage.base.ui.DrawnList;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.Page;
import fr.maillage.base.ui.PageHeader;
import fr.maillage.base.ui.Strong;
import fr.maillage.member.Accounts;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The record of what was decided, shared and administered, for administrators. It names people and spaces, never what
 * anybody wrote: administering gives no right to read.
 */
@Route(MemberNavigation.JOURNAL)
@RolesAllowed("ADMINISTRATOR")
class JournalView extends Composite<Page> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;
    private static final String WORDS = "member.journal.op.";
    private static final Set<String> KINDS = Set.of("person", "space", "territory", "organization", "comment",
            "attachment", "opportunity", "practice", "plan", "action");

    private final transient AuditLog audit;
    private final transient Accounts accounts;
    private final transient Spaces spaces;
    private final transient Today today;
    private final Div results = new Div();

    JournalView(AuditLog audit, Accounts accounts, Spaces spaces, Today today) {
        this.audit = audit;
        this.accounts = accounts;
        this.spaces = spaces;
        this.today = today;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("member.journal.pageTitle");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().clear().bar(new PageHeader().here(getTranslation("member.journal.title")))
                .title(getTranslation("member.journal.title"), getTranslation("member.journal.subtitle"))
                .content(results);
        results.removeAll();
        DrawnList list = new DrawnList();
        results.add(list);
        if (!more(list, null)) {
            results.removeAll();
            results.add(new EmptyState(getTranslation("member.journal.none")));
        }
    }

    private boolean more(DrawnList list, @Nullable UUID before) {
        List<Entry> entries = audit.latest(before, PAGE + 1);
        List<Entry> shown = entries.stream().limit(PAGE).toList();
        Map<UUID, String> people = accounts.names(shown.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.actor(), person(entry)), JournalDetails.named(entry)))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Map<SpaceId, Space> places = spaces.find(shown.stream()
                .flatMap(entry -> Stream.concat(Stream.of(entry.space()), JournalDetails.named(entry)))
                .filter(Objects::nonNull).map(SpaceId::new).collect(Collectors.toSet()));
        JournalDetails details = new JournalDetails(this::getTranslation, Formats.current(),
                person -> people.getOrDefault(person, "–"),
                space -> places.containsKey(space) ? places.get(space).name() : "–");
        list.add(shown.stream().map(entry -> row(entry, people, places, details)).toList());
        if (entries.size() > PAGE) {
            Button next = new Button(getTranslation("base.more"));
            next.addClickListener(click -> {
                results.remove(next);
                more(list, shown.getLast().id());
            });
            results.add(next);
        }
        return !entries.isEmpty();
    }

    private Component row(Entry entry, Map<UUID, String> people, Map<SpaceId, Space> places,
            JournalDetails details) {
        // Who signs in or takes a link up is nobody yet: what is written concerns themselves.
        UUID actor = entry.actor() == null ? person(entry) : entry.actor();
        String who = actor == null ? getTranslation("member.journal.nobody") : people.getOrDefault(actor, "–");
        Paragraph act = new Paragraph(new Strong(who), new Span(" " + words(entry.operation())));
        List<String> facts = new ArrayList<>();
        UUID person = person(entry);
        if (person != null && !person.equals(actor)) {
            facts.add(getTranslation("member.journal.of", people.getOrDefault(person, "–")));
        } else if (person == null && !entry.subjectKind().equals("space")) {
            facts.add(getTranslation("member.journal.of", getTranslation("member.journal.kind."
                    + (KINDS.contains(entry.subjectKind()) ? entry.subjectKind() : "other"))));
        }
        UUID space = entry.space();
        if (space != null && places.containsKey(new SpaceId(space))) {
            facts.add(getTranslation("member.journal.in", places.get(new SpaceId(space)).name()));
        }
        if (!entry.detail().isBlank()) {
            facts.add(details.say(entry.detail()));
        }
        if (!entry.address().isBlank()) {
            facts.add(getTranslation("member.journal.from", entry.address()));
        }
        Paragraph meta = new Paragraph();
        meta.addClassName("ml-meta");
        facts.forEach(fact -> meta.add(new Span(fact)));
        Div text = new Div(act, meta);
        text.addClassName("text");
        Span when = new Span(Formats.current().moment(entry.at(), today.now()));
        when.addClassNames("ml-muted", "ml-small", "ml-num");
        Div row = new Div(text, when);
        row.addClassNames("ml-line", "middle");
        return row;
    }

    private static @Nullable UUID person(Entry entry) {
        return entry.subjectKind().equals("person") ? entry.subject() : null;
    }

    private String words(String operation) {
        String said = getTranslation(WORDS + operation);
        return said.startsWith("!") ? getTranslation(WORDS + "OTHER") : said;
    }
}
