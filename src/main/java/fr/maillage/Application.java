package fr.maillage;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Maillage: a workspace for networks of French intercommunalities. */
@SpringBootApplication
@Modulithic(systemName = "Maillage")
@Push
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
@Viewport("width=device-width, initial-scale=1")
public class Application implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings page) {
        page.addFavIcon("icon", "icons/maillage-mark.svg", "any");
        page.addMetaTag("color-scheme", "light dark");
        for (String font : new String[] {"source-sans-3-latin-wght-normal", "bricolage-grotesque-latin-opsz-normal"}) {
            page.addLink("fonts/" + font + ".woff2",
                    Map.of("rel", "preload", "as", "font", "type", "font/woff2", "crossorigin", "anonymous"));
        }
    }

    public static void main(String[] args) {
        SpringApplication.run(Application.class, args);
    }
}
