package fr.maillage.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.atmosphere.cpr.ApplicationConfig;
import org.atmosphere.cpr.AtmosphereFramework;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What the open connections of somebody who only looks at a page hold. A browser keeps six, and one for what is pushed;
 * with the usual sizes they held 225 KB for each person. Requests are short and so is what is pushed: larger ones pass
 * through smaller buffers in more turns. See decision 048.
 */
@Configuration(proxyBeanMethods = false)
class LeanConnections {

    private static final String SIZE = "2048";
    /** Of Tomcat’s WebSockets, read once by its class {@code Constants}. */
    private static final String SIZE_OF_SOCKETS = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";
    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallBuffers() {
        return factory -> {
            if (System.getProperty(SIZE_OF_SOCKETS) == null) {
                System.setProperty(SIZE_OF_SOCKETS, SIZE);
            }
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("socket.appReadBufSize", SIZE);
                connector.setProperty("socket.appWriteBufSize", SIZE);
            });
        };
    }

    /** What the push of Vaadin keeps to write in, twice; it sends whole messages past it. */
    @Bean
    VaadinServiceInitListener smallBuffersOfPush() {
        return LeanConnections::shrink;
    }

    private static void shrink(ServiceInitEvent event) {
        if (event.getSource() instanceof VaadinServletService service) {
            ServletContext context = service.getServlet().getServletContext();
            Collections.list(context.getAttributeNames()).forEach(name -> {
                if (context.getAttribute(name) instanceof AtmosphereFramework push) {
                    push.addInitParameter(ApplicationConfig.WEBSOCKET_BUFFER_SIZE, SIZE);
                }
            });
        }
    }

    /**
     * What is pushed goes without compression: messages are small, and a dictionary for each connection (a third of a
     * megabyte outside the heap) is not.
     */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> plainPush() {
        FilterRegistrationBean<OncePerRequestFilter> plain = new FilterRegistrationBean<>(new OncePerRequestFilter() {

            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
                    FilterChain chain) throws ServletException, IOException {
                chain.doFilter(request.getHeader(EXTENSIONS) == null ? request : new Plain(request), response);
            }
        });
        plain.setOrder(Ordered.HIGHEST_PRECEDENCE);
        plain.addUrlPatterns("/VAADIN/push");
        return plain;
    }

    /** A request that asks for no extension. */
    private static final class Plain extends HttpServletRequestWrapper {

        Plain(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getHeader(String name) {
            return name.equalsIgnoreCase(EXTENSIONS) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(EXTENSIONS) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }
    }
}
