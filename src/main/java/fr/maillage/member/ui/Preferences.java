package fr.maillage.member.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.maillage.member.ColorChoice;
import fr.maillage.member.PersonPrincipal;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Shows each page in the language and the colours its person chose, from the first pixel on. */
@Component
class Preferences implements VaadinServiceInitListener {

    private static final Set<String> LANGUAGES = Set.of("fr", "en");
    private static final String ATTRIBUTE = "data-theme";

    @Override
    public void serviceInit(ServiceInitEvent init) {
        init.addIndexHtmlRequestListener(page -> {
            Element html = page.getDocument().head().parent();
            html.attr("lang", person().map(PersonPrincipal::locale)
                    .orElseGet(() -> language(Collections.list(page.getVaadinRequest().getLocales()))));
            person().map(PersonPrincipal::color).filter(color -> color != ColorChoice.AUTO)
                    .ifPresent(color -> html.attr(ATTRIBUTE, color.name().toLowerCase(Locale.ROOT)));
        });
        init.getSource().addUIInitListener(
                created -> person().ifPresent(person -> created.getUI().setLocale(person.language())));
    }

    /** Of those a browser asks for, the first in which pages are written: a screen reader reads in it. */
    static String language(List<Locale> asked) {
        return asked.stream().map(Locale::getLanguage).filter(LANGUAGES::contains).findFirst().orElse("fr");
    }

    /** Changes the colours of the page that is open. */
    static void paint(UI ui, ColorChoice color) {
        ui.getPage().executeJs("if ($0) { document.documentElement.setAttribute($1, $0); }"
                + " else { document.documentElement.removeAttribute($1); }",
                color == ColorChoice.AUTO ? "" : color.name().toLowerCase(Locale.ROOT), ATTRIBUTE);
    }

    private static Optional<PersonPrincipal> person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof PersonPrincipal person
                ? Optional.of(person) : Optional.empty();
    }
}
