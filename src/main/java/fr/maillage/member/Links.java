package fr.maillage.member;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Whole addresses of pages, for mails and for copying. */
@Component
class Links {

    private final String configured;
    private final int port;

    /** @param configured the address under which people know this site ({@code MAILLAGE_URL}), or empty */
    Links(@Value("${maillage.url:}") String configured, @Value("${server.port:8080}") int port) {
        this.configured = configured.replaceAll("/+$", "");
        this.port = port;
    }

    /**
     * For somebody signed in, who sees or sends the link: without a configured address, the one they use themselves.
     */
    String known(String path) {
        if (configured.isEmpty()
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var request = attributes.getRequest();
            UriComponentsBuilder own = UriComponentsBuilder.newInstance().scheme(request.getScheme())
                    .host(request.getServerName()).path(request.getContextPath() + '/' + path);
            boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
            return (usual ? own : own.port(request.getServerPort())).build().toUriString();
        }
        return anonymous(path);
    }

    /**
     * For a link asked by nobody known: never from the request, whose host whoever sent it has chosen, or they could
     * have the secret of somebody else delivered to them.
     */
    String anonymous(String path) {
        return (configured.isEmpty() ? "http://localhost:" + port : configured) + '/' + path;
    }
}
