package fr.maillage.base.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import java.util.function.Consumer;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Text that people wrote, in Markdown, to be read: paragraphs, headings, lists, emphasis, quotations, links. The only
 * place where markup from outside reaches the page; it is cleaned on the way, whatever the parser made of it.
 */
public class Prose extends Composite<Div> {

    private static final int LOWEST_HEADING = 4;

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true)
            .softbreak("<br>\n").build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.STRIP).build();
    private static final PolicyFactory CLEAN = new HtmlPolicyBuilder()
            .allowElements("p", "br", "strong", "em", "ul", "ol", "li", "h2", "h3", "h4", "blockquote", "code", "pre",
                    "hr", "a")
            .allowAttributes("start").matching(java.util.regex.Pattern.compile("\\d{1,4}")).onElements("ol")
            .allowUrlProtocols("https", "http", "mailto", "tel")
            .allowAttributes("href").onElements("a")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    /** Under a section: its headings start at {@code h3}. */
    public Prose(String markdown) {
        this(markdown, 3);
    }

    /** @param firstHeading the level its largest headings get, 2 to 4 */
    public Prose(String markdown, int firstHeading) {
        getContent().addClassName("ml-prose");
        getContent().getElement().setProperty("innerHTML", html(markdown, firstHeading));
    }

    /** The same as clean HTML, for mail and feeds. */
    public static String html(String markdown, int firstHeading) {
        Node document = PARSER.parse(markdown);
        int[] largest = {6};
        headings(document, heading -> largest[0] = Math.min(largest[0], heading.getLevel()));
        headings(document, heading -> heading.setLevel(
                Math.clamp(heading.getLevel() - largest[0] + (long) firstHeading, 2, LOWEST_HEADING)));
        return CLEAN.sanitize(HTML.render(document));
    }

    /** The same as plain text on one line, cut after this many signs: for summaries and search. */
    public static String text(String markdown, int most) {
        String text = TEXT.render(PARSER.parse(markdown)).replaceAll("\\s+", " ").strip();
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most - 1);
        return text.substring(0, space > most / 2 ? space : most - 1) + "…";
    }

    private static void headings(Node document, Consumer<Heading> each) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                each.accept(heading);
                visitChildren(heading);
            }
        });
    }
}
