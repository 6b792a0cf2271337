package fr.maillage.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class KeptFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"/VAADIN/build/indexhtml-G3iU4Mvc.js", "/VAADIN/build/chunk-09b5-CR_tL-CD.js",
            "/styles.css?v-c=1ec673be", "/aura/aura.css?v-c=729d152e"})
    void filesNamedByTheirContentAreKeptForAYear(String address) throws Exception {
        assertThat(cacheControl(address, "max-age=3600")).isEqualTo(KeptFiles.FOR_GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/styles.css", "/opportunites", "/fichiers/indexhtml-G3iU4Mvc.js", "/VAADIN/build/vaadin.js",
            "/opportunites?v-c=1ec673be"})
    void allElseKeepsItsAge(String address) throws Exception {
        assertThat(cacheControl(address, "max-age=3600")).isEqualTo("max-age=3600");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-cache", "no-store"})
    void whatMustNotBeKeptIsNotKept(String said) throws Exception {
        assertThat(cacheControl("/VAADIN/build/indexhtml-G3iU4Mvc.js", said)).isEqualTo(said);
    }

    private static String cacheControl(String address, String said) throws Exception {
        String[] parts = address.split("\\?");
        MockHttpServletRequest request = new MockHttpServletRequest("GET", parts[0]);
        request.setQueryString(parts.length > 1 ? parts[1] : null);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new KeptFiles().doFilter(request, response, new MockFilterChain(new jakarta.servlet.http.HttpServlet() {
            @Override
            protected void service(jakarta.servlet.http.HttpServletRequest asked, HttpServletResponse answer) {
                answer.setHeader("Cache-Control", said);
            }
        }));
        return response.getHeader("Cache-Control");
    }
}
