package fr.maillage.coediting.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.maillage.access.ItemRef;
import fr.maillage.base.Hue;
import fr.maillage.base.PersonId;
import fr.maillage.base.ui.Avatar;
import fr.maillage.base.ui.EmptyState;
import fr.maillage.base.ui.Formats;
import fr.maillage.coediting.Reference;
import fr.maillage.coediting.References.Shown;
import fr.maillage.coediting.RichText;
import fr.maillage.coediting.RichText.Element;
import fr.maillage.coediting.RichText.Mark;
import fr.maillage.coediting.RichText.Node;
import fr.maillage.coediting.RichText.Text;
import fr.maillage.coediting.TextHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text in which each piece shows who wrote it: by colour, by the way it is underlined, by the name when one points at
 * it or comes to it, and in a list of passages.
 */
class WrittenText extends Composite<Div> {

    /** Ways of underlining, so that nobody needs to tell colours apart. */
    private static final int LINES = 4;
    /** More pieces than that are no stops for the keyboard: the list of passages tells them. */
    private static final int MOST_STOPS = 120;
    private static final int MOST_PASSAGES = 200;
    private static final int LONGEST_PASSAGE = 90;

    private static final Map<String, String> PROPOSALS = Map.of(RichText.PROPOSED, "ins", RichText.PROPOSED_AWAY, "del");

    /** A stretch of words by one person, across marks and paragraphs. */
    private record Passage(@Nullable PersonId by, StringBuilder words) {}

    private final TextPeople people;
    private final TextParts parts;
    private final Map<@Nullable PersonId, Integer> characters = new HashMap<>();
    private final Map<@Nullable PersonId, Integer> order = new LinkedHashMap<>();
    private final List<Passage> passages = new ArrayList<>();
    private int stops;

    /**
     * @param text  marked as {@link TextHistory#written} does
     * @param shown what it refers to, for whoever reads
     */
    WrittenText(RichText text, Map<Reference, Shown> shown, ItemRef item, TextPeople people) {
        this.people = people;
        this.parts = new TextParts(shown, item);
        getContent().addClassNames("ml-prose", "ml-written");
        count(text.content());
        characters.entrySet().stream().sorted((a, b) -> b.getValue() - a.getValue())
                .forEach(entry -> order.put(entry.getKey(), order.size()));
        people.learn(order.keySet().stream().filter(java.util.Objects::nonNull).toList());
        if (order.isEmpty()) {
            getContent().add(new EmptyState(getTranslation("coediting.history.empty")));
        } else {
            add(getContent(), text.content());
        }
    }

    private void count(List<Node> nodes) {
        for (Node node : nodes) {
            switch (node) {
                case Text text -> {
                    PersonId by = author(text);
                    characters.merge(by, text.text().codePointCount(0, text.text().length()), Integer::sum);
                    if (passages.isEmpty() || !java.util.Objects.equals(passages.getLast().by, by)) {
                        passages.add(new Passage(by, new StringBuilder()));
                    }
                    passages.getLast().words.append(text.text().replace(RichText.PROPOSED_BREAK, " "));
                }
                case Element element -> {
                    count(element.content());
                    if (!passages.isEmpty()) {
                        passages.getLast().words.append(' ');
                    }
                }
            }
        }
    }

    private static @Nullable PersonId author(Text text) {
        return text.marks().stream().filter(mark -> mark.type().equals(TextHistory.WRITTEN_BY))
                .map(mark -> mark.attributes().get("by")).filter(String.class::isInstance)
                .map(by -> new PersonId(UUID.fromString((String) by))).findFirst().orElse(null);
    }

    private void add(HtmlContainer to, List<Node> nodes) {
        for (Node node : nodes) {
            switch (node) {
                case Text text -> to.add(piece(text));
                case Element element -> {
                    HtmlContainer part = parts.container(element.type(), element.attributes());
                    add(part, element.content());
                    to.add(part);
                }
            }
        }
    }

    private Component piece(Text text) {
        PersonId by = author(text);
        List<Mark> marks = text.marks().stream().filter(mark -> !mark.type().equals(TextHistory.WRITTEN_BY)).toList();
        Component words = TextParts.marked(new com.vaadin.flow.component.Text(
                text.text().replace(RichText.PROPOSED_BREAK, "¶ ")), marks);
        for (Map.Entry<String, String> proposal : PROPOSALS.entrySet()) {
            if (marks.stream().anyMatch(mark -> mark.type().equals(proposal.getKey()))) {
                words = new HtmlContainer(proposal.getValue(), words);
                words.addClassName("ml-proposal");
            }
        }
        Span piece = new Span(words);
        piece.addClassName("ml-by");
        sign(piece, by);
        piece.getElement().setAttribute("data-who", name(by));
        if (!text.text().isBlank() && stops++ < MOST_STOPS) {
            piece.getElement().setAttribute("tabindex", "0");
        }
        return piece;
    }

    private void sign(Component piece, @Nullable PersonId by) {
        piece.getElement().setAttribute("data-line", String.valueOf(order.getOrDefault(by, 0) % LINES));
        if (by != null) {
            piece.getElement().setAttribute("data-hue", String.valueOf(Hue.of(by.value().toString())));
        }
    }

    private String name(@Nullable PersonId by) {
        return by == null ? getTranslation("coediting.authors.unknown") : people.of(by);
    }

    /** Who wrote, the one who wrote most first, each with their share and their line. */
    UnorderedList legend() {
        UnorderedList legend = new UnorderedList();
        legend.addClassName("ml-by-legend");
        int all = characters.values().stream().mapToInt(Integer::intValue).sum();
        order.keySet().forEach(by -> {
            Span name = new Span(name(by));
            name.addClassName("ml-by");
            sign(name, by);
            Span share = new Span(Formats.current().percent((double) characters.get(by) / all, 0));
            share.addClassNames("ml-muted", "ml-num");
            ListItem line = new ListItem();
            if (by != null) {
                line.add(new Avatar(name(by), Hue.of(by.value().toString())).small());
            }
            line.add(name, share);
            legend.add(line);
        });
        return legend;
    }

    /** The passages in order, each with its author's name before it. */
    Component passages() {
        OrderedList list = new OrderedList();
        list.addClassName("ml-by-passages");
        passages.stream().filter(passage -> !passage.words.toString().isBlank()).limit(MOST_PASSAGES)
                .forEach(passage -> {
                    String words = passage.words.toString().strip();
                    Span who = new Span(getTranslation("coediting.authors.wrote", name(passage.by)));
                    who.addClassName("ml-strong");
                    list.add(new ListItem(who, new Span(words.length() <= LONGEST_PASSAGE ? words
                            : words.substring(0, words.offsetByCodePoints(0, Math.min(LONGEST_PASSAGE,
                                    words.codePointCount(0, words.length())))) + "…")));
                });
        Div all = new Div(list);
        if (passages.size() > MOST_PASSAGES) {
            all.add(new Paragraph(getTranslation("coediting.authors.more", MOST_PASSAGES)));
        }
        return new Details(getTranslation("coediting.authors.passages"), all);
    }
}
