package fr.maillage.member;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * What our pages may load and run. Scripts come from ourselves, and the few that stand in the page itself carry a
 * number used once, so that markup slipped into a page runs nothing. Two gaps remain that Vaadin 25.2 needs:
 * {@code 'unsafe-eval'} (its client evaluates what our own server sends) and inline styles.
 */
@Component
class ContentSecurityPolicy implements VaadinServiceInitListener {

    private static final String COMMON = "default-src 'self'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "style-src 'self' 'unsafe-inline'; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; "
            + "base-uri 'self'; form-action 'self'; frame-ancestors 'none'; ";

    /** For everything that is not a page of the application: no script runs there but our files. */
    static final String ELSEWHERE = COMMON + "script-src 'self'";

    @Override
    public void serviceInit(ServiceInitEvent init) {
        boolean production = init.getSource().getDeploymentConfiguration().isProductionMode();
        init.addIndexHtmlRequestListener(page -> {
            String scripts;
            if (production) {
                String nonce = Secrets.next();
                mark(page.getDocument(), nonce);
                scripts = "script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'";
            } else {
                // The development server adds scripts of its own to the page after us.
                scripts = "script-src 'self' 'unsafe-inline' 'unsafe-eval'";
            }
            page.getVaadinResponse().setHeader("Content-Security-Policy", COMMON + scripts);
        });
    }

    private static void mark(Document document, String nonce) {
        document.getElementsByTag("script").forEach(script -> script.attr("nonce", nonce));
    }
}
