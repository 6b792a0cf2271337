package fr.maillage.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.base.PersonId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@IntegrationTest
class SecurityTest {

    @Autowired
    WebApplicationContext web;
    @Autowired
    TestWorld world;
    @Autowired
    AccountService accounts;
    @Autowired
    LiveSessions sessions;
    @Autowired
    PasswordResets resets;
    @Autowired
    JdbcClient jdbc;

    MockMvc mvc;

    @BeforeEach
    void throughTheFilters() {
        mvc = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
    }

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    MockHttpServletRequestBuilder signIn(String name, String password) {
        return post("/login").servletPath("/login").param("username", name).param("password", password);
    }

    MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    @Test
    void signingInOpensAFreshSessionAndLeadsBackHome() throws Exception {
        PersonId maud = world.personWithPassword("Maud Lanoë");
        MockHttpSession session = new MockHttpSession();
        String before = session.getId();

        MockHttpServletResponse answer =
                perform(signIn(world.email(maud), TestWorld.PASSWORD).session(session).with(csrf()));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/");
        assertThat(session.getId()).isNotEqualTo(before);
        assertThat(principal(session).personId()).isEqualTo(maud);
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswer() throws Exception {
        PersonId maud = world.personWithPassword("Maud Lanoë");

        MockHttpServletResponse wrong = perform(signIn(world.email(maud), "autre chose").with(csrf()));
        MockHttpServletResponse unknown =
                perform(signIn("personne" + maud.value() + "@exemple.fr", "autre chose").with(csrf()));

        assertThat(wrong.getRedirectedUrl()).isEqualTo("/login?error").isEqualTo(unknown.getRedirectedUrl());
    }

    @Test
    void aSignInWithoutItsTokenIsTurnedBack() throws Exception {
        PersonId maud = world.personWithPassword("Maud Lanoë");

        MockHttpServletResponse answer = perform(signIn(world.email(maud), TestWorld.PASSWORD));

        assertThat(answer.getRedirectedUrl()).isEqualTo("/login?expire");
    }

    @Test
    void somebodyWithoutAPasswordCannotSignIn() throws Exception {
        PersonId invited = world.person("Karim Vasseur");

        assertThat(perform(signIn(world.email(invited), "").with(csrf())).getRedirectedUrl())
                .isEqualTo("/login?error");
        assertThat(perform(signIn(world.email(invited), "nobody’s password").with(csrf())).getRedirectedUrl())
                .isEqualTo("/login?error");
    }

    @Test
    void guessingIsSlowedForTheAccountWhetherItExistsOrNot() throws Exception {
        String unknown = "inconnu" + System.nanoTime() + "@exemple.fr";
        String answer = "";
        for (int i = 0; i < SignInFailures.FREE_FOR_ACCOUNT; i++) {
            answer = perform(signIn(unknown, "essai " + i).with(csrf())).getRedirectedUrl();
        }
        assertThat(answer).startsWith("/login?attendre=");

        PersonId maud = world.personWithPassword("Maud Lanoë");
        for (int i = 0; i < SignInFailures.FREE_FOR_ACCOUNT; i++) {
            answer = perform(signIn(world.email(maud), "essai " + i).with(csrf())).getRedirectedUrl();
        }
        assertThat(answer).startsWith("/login?attendre=");
        // Even the right password waits its turn: the wait tells nothing about what was typed.
        assertThat(perform(signIn(world.email(maud), TestWorld.PASSWORD).with(csrf())).getRedirectedUrl())
                .startsWith("/login?attendre=");
    }

    @Test
    void everyAnswerCarriesSafeHeaders() throws Exception {
        MockHttpServletResponse answer = perform(get("/actuator/health").servletPath("/actuator/health"));

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Content-Security-Policy")).contains("frame-ancestors 'none'",
                "object-src 'none'", "script-src 'self'").doesNotContain("unsafe-eval");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Permissions-Policy")).contains("geolocation=()");
        assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.getHeader("Strict-Transport-Security")).isNull();
        assertThat(perform(get("/actuator/health").servletPath("/actuator/health").secure(true))
                .getHeader("Strict-Transport-Security")).contains("max-age=");
    }

    @Test
    void aPageForMembersAsksToSignInFirst() throws Exception {
        assertThat(perform(get("/quelque-part").servletPath("/quelque-part")).getRedirectedUrl()).endsWith("/login");
    }

    @Test
    void afterSigningInThePageThatWasAskedForOpensUnderItsOwnAddress() throws Exception {
        PersonId maud = world.personWithPassword("Maud Lanoë");
        MockHttpSession session = new MockHttpSession();
        perform(get("/compte").servletPath("/compte").session(session));

        assertThat(perform(signIn(world.email(maud), TestWorld.PASSWORD).session(session).with(csrf()))
                .getRedirectedUrl()).isIn("/compte", "http://localhost/compte");
    }

    @Test
    void aForgottenPasswordIsReplacedOnceAndEndsEverySession() throws Exception {
        PersonId maud = world.personWithPassword("Maud Lanoë");
        MockHttpSession session = signedIn(maud);
        String secret = Secrets.next();
        jdbc.sql("insert into password_reset (id, person, token_hash, expires_at)"
                + " values (uuid(), :person, :hash, '2100-01-01')")
                .param("person", maud.value()).param("hash", Secrets.digest(secret)).update();
        assertThat(resets.isOpen(secret)).isTrue();

        resets.use(secret, "Vendanges-tardives-88");

        assertThat(goesOn(session)).isFalse();
        assertThat(resets.isOpen(secret)).isFalse();
        assertThatExceptionOfType(InvitationUnusable.class)
                .isThrownBy(() -> resets.use(secret, "Vendanges-tardives-89"));
        assertThat(perform(signIn(world.email(maud), TestWorld.PASSWORD).with(csrf())).getRedirectedUrl())
                .isEqualTo("/login?error");
        assertThat(perform(signIn(world.email(maud), "Vendanges-tardives-88").with(csrf())).getRedirectedUrl())
                .isEqualTo("/");
    }

    @Test
    void signingOutEverywhereElseEndsTheOtherSessionAndKeepsThisOne() throws Exception {
        PersonId maud = world.personWithPassword("Maud Lanoë");
        MockHttpSession here = signedIn(maud);
        MockHttpSession there = signedIn(maud);
        assertThat(goesOn(here)).isTrue();
        assertThat(goesOn(there)).isTrue();

        SecurityContextHolder.setContext(context(here));
        accounts.signOutEverywhereElse();
        SecurityContextHolder.clearContext();

        assertThat(goesOn(here)).isTrue();
        assertThat(goesOn(there)).isFalse();
        assertThat(perform(get("/quelque-part").servletPath("/quelque-part").session(there)).getRedirectedUrl())
                .endsWith("/login");
        assertThat(there.isInvalid()).isTrue();
    }

    @Test
    void disablingAnAccountEndsItsSessions() throws Exception {
        PersonId maud = world.personWithPassword("Maud Lanoë");
        MockHttpSession session = signedIn(maud);

        world.as(world.administrator("Ada"), () -> accounts.disable(maud));

        assertThat(goesOn(session)).isFalse();
        assertThat(perform(signIn(world.email(maud), TestWorld.PASSWORD).with(csrf())).getRedirectedUrl())
                .isEqualTo("/login?error");
    }

    @Test
    void aSocketFromAnotherSiteIsRefused() throws Exception {
        MockHttpServletResponse foreign = perform(get("/VAADIN/push").servletPath("/VAADIN/push")
                .header("Upgrade", "websocket").header("Host", "maillage.exemple.fr")
                .header("Origin", "https://ailleurs.exemple.com"));

        assertThat(foreign.getStatus()).isEqualTo(403);
    }

    private MockHttpSession signedIn(PersonId person) throws Exception {
        MockHttpSession session = new MockHttpSession();
        perform(signIn(world.email(person), TestWorld.PASSWORD).session(session).with(csrf()));
        return session;
    }

    private boolean goesOn(MockHttpSession session) {
        return sessions.goesOn(principal(session), java.time.Instant.now());
    }

    private static PersonPrincipal principal(MockHttpSession session) {
        return (PersonPrincipal) context(session).getAuthentication().getPrincipal();
    }

    private static SecurityContext context(MockHttpSession session) {
        return (SecurityContext) session.getAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
    }
}
