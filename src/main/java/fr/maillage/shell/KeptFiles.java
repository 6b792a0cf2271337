package fr.maillage.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets browsers keep for a year, without asking again, the files whose address changes with their content: those of the
 * bundle, and the style sheets asked for with their version. Vaadin's own answer is an hour.
 */
@Component
class KeptFiles extends OncePerRequestFilter {

    static final String FOR_GOOD = "public, max-age=31536000, immutable";

    private static final Pattern HASHED = Pattern.compile("/VAADIN/build/.+-[\\w-]{8}\\.\\w+");
    private static final Pattern VERSIONED = Pattern.compile("(.*&)?v-c=\\w+(&.*)?");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        return !HASHED.matcher(path).matches()
                && !(path.endsWith(".css") && query != null && VERSIONED.matcher(query).matches());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setHeader(String name, String value) {
                // Only files that are there carry an age; an answer that forbids keeping stays as it is.
                boolean aged = HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name) && value.startsWith("max-age=");
                super.setHeader(name, aged ? FOR_GOOD : value);
            }
        });
    }
}
