package fr.maillage.coediting;

import fr.maillage.coediting.Streams.StreamOutlet;
import fr.maillage.coediting.yjs.ByteReader;
import fr.maillage.coediting.yjs.MalformedUpdate;
import fr.maillage.member.PersonPrincipal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Where browsers come into a text: by WebSocket, or by a stream and posts. The session says who it is; that a WebSocket
 * comes from our own pages was asked before (the session guard), of posts it is asked here.
 */
@RestController
class CoeditingController {

    private final Rooms rooms;
    private final Streams streams;

    CoeditingController(Rooms rooms, Streams streams) {
        this.rooms = rooms;
        this.streams = streams;
    }

    @GetMapping(path = "/coedition/{text}", headers = "Upgrade")
    void socket(@PathVariable UUID text, @RequestParam(defaultValue = "0") int durable,
            @RequestParam(defaultValue = "0") int schema, @RequestParam(required = false) @Nullable UUID person,
            HttpServletRequest request, HttpServletResponse response) throws IOException, DeploymentException {
        if (!(request.getServletContext().getAttribute(ServerContainer.class.getName()) instanceof ServerContainer server)) {
            response.sendError(HttpServletResponse.SC_NOT_IMPLEMENTED);
            return;
        }
        SocketEndpoint endpoint = new SocketEndpoint(text, person(person)
                .<Function<Connection.Outlet, Visit>>map(principal -> outlet ->
                        new Visit(rooms, new Connection(principal, durable == 1, schema, outlet))).orElse(null));
        server.upgradeHttpToWebSocket(request, response, ServerEndpointConfig.Builder
                .create(SocketEndpoint.class, request.getServletPath()).configurator(new One(endpoint)).build(), Map.of());
    }

    /** This one endpoint; no compression: messages are small, and a dictionary for each connection is not. */
    private static final class One extends ServerEndpointConfig.Configurator {

        private final SocketEndpoint endpoint;

        One(SocketEndpoint endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(endpoint);
        }

        @Override
        public List<Extension> getNegotiatedExtensions(List<Extension> installed, List<Extension> requested) {
            return List.of();
        }
    }

    @GetMapping("/coedition/{text}/flux")
    void stream(@PathVariable UUID text, @RequestParam(defaultValue = "0") int durable,
            @RequestParam(defaultValue = "0") int schema, @RequestParam(required = false) @Nullable UUID person,
            HttpServletResponse response) throws IOException, InterruptedException {
        response.setContentType("text/event-stream");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        StreamOutlet outlet = new StreamOutlet();
        Optional<PersonPrincipal> principal = person(person);
        String name = streams.name();
        if (principal.isEmpty()) {
            outlet.close(CloseCode.NO_SESSION);
            outlet.writeTo(response.getOutputStream(), name);
            return;
        }
        Visit visit = new Visit(rooms, new Connection(principal.get(), durable == 1, schema, outlet));
        visit.begin(text);
        streams.opened(name, visit);
        try {
            outlet.writeTo(response.getOutputStream(), name);
        } catch (IOException left) {
            // The page was closed: nobody is there to be told.
        } finally {
            streams.closed(name);
            visit.end();
        }
    }

    @PostMapping(path = "/coedition/{text}/flux/{name}", consumes = "application/octet-stream")
    ResponseEntity<Void> post(@PathVariable UUID text, @PathVariable String name, HttpServletRequest request)
            throws IOException {
        if (!fromOurselves(request)) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        Optional<PersonPrincipal> principal = person();
        if (principal.isEmpty()) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED).build();
        }
        Optional<Visit> visit = streams.find(name, principal.get().personId());
        if (visit.isEmpty()) {
            return ResponseEntity.status(HttpStatus.GONE).build();
        }
        byte[] body = request.getInputStream().readNBytes(Visit.LARGEST + 1);
        if (body.length > Visit.LARGEST) {
            visit.get().tooLarge();
            return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
        }
        try {
            for (ByteReader in = new ByteReader(body); in.hasMore();) {
                visit.get().receive(in.bytes());
            }
        } catch (MalformedUpdate malformed) {
            visit.get().tooLarge();
            return ResponseEntity.badRequest().build();
        }
        return ResponseEntity.noContent().build();
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Void> notFound() {
        return ResponseEntity.notFound().build();
    }

    private static Optional<PersonPrincipal> person() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof PersonPrincipal principal
                ? Optional.of(principal) : Optional.empty();
    }

    /**
     * Who is signed in, if it is who opened the page: what one person wrote is never sent in the name of another who
     * signed in to the same browser since.
     *
     * @param opener who opened the page; null where it does not say
     */
    private static Optional<PersonPrincipal> person(@Nullable UUID opener) {
        return person().filter(principal -> opener == null || principal.personId().value().equals(opener));
    }

    private static boolean fromOurselves(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        try {
            return origin != null && host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
