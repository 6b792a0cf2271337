package fr.maillage.member;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinDefaultRequestCache;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import fr.maillage.base.Today;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** Who gets through the door: sign-in by form, safe headers, sessions that end. What they may do inside is access's. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    static final String SIGN_IN_PATH = "/login";

    private static final String FEATURES = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
            + "browsing-topics=()";

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, SignIn signIn, LiveSessions sessions, Today today,
            RequestUtil requests, VaadinDefaultRequestCache askedPages, SecurityContextHolderStrategy signedIn) throws Exception {
        // The page that was asked for is opened under its own address, not with “?continue” behind it.
        HttpSessionRequestCache inSession = new HttpSessionRequestCache();
        inSession.setMatchingRequestParameterName(null);
        inSession.setSessionAttrName(AskedPage.KEPT_AS);
        askedPages.setDelegateRequestCache(inSession);
        http.authenticationProvider(signIn);
        http.authorizeHttpRequests(rules -> rules
                .dispatcherTypeMatchers(DispatcherType.ERROR).permitAll()
                .requestMatchers("/actuator/health", "/actuator/health/**").permitAll()
                .requestMatchers("/styles.css", "/fonts/**", "/icons/**", "/images/**", "/aura/**", "/map/**", "/favicon.ico",
                        "/robots.txt").permitAll()
                // The file service decides for each file, and for anyone.
                .requestMatchers("/fichiers/**").permitAll()
                // Live texts say by a close code that nobody is signed in, and ask for the right themselves.
                .requestMatchers("/coedition/**").permitAll());
        // Vaadin protects its own messages by a token of its own; the sign-in form, which it would leave open, keeps
        // the ordinary one: nobody is signed in by another site without noticing.
        http.csrf(csrf -> csrf.ignoringRequestMatchers(requests::isFrameworkInternalRequest)
                // Posts to a live text name a stream of the same person and come from our own pages, or are refused.
                .ignoringRequestMatchers("/coedition/**"));
        http.with(VaadinSecurityConfigurer.vaadin(), vaadin -> vaadin.loginView(SIGN_IN_PATH)
                .enableCsrfConfiguration(false)
                // An address that leads nowhere is the router's to answer, in the same words as one that is not for them.
                .anyRequest(AuthorizeHttpRequestsConfigurer.AuthorizedUrl::authenticated));
        http.formLogin(form -> form.failureHandler(failureHandler()));
        http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()));
        http.exceptionHandling(errors -> errors.defaultAccessDeniedHandlerFor(
                // The second of two clicks comes with a token of the past: by then the person is in.
                (request, response, denied) -> response.sendRedirect(request.getContextPath()
                        + (request.getUserPrincipal() == null ? SIGN_IN_PATH + "?expire" : "/")),
                request -> "POST".equals(request.getMethod()) && SIGN_IN_PATH.equals(request.getServletPath()))
                // A handler that stands alone would answer for every address, and send / to itself for ever.
                .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), request -> true));
        http.addFilterAfter(new SessionGuard(sessions, today, signedIn), SecurityContextHolderFilter.class);
        http.headers(headers -> headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(ContentSecurityPolicy.ELSEWHERE))
                .frameOptions(frames -> frames.deny())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(FEATURES)));
        return http.build();
    }

    private static AuthenticationFailureHandler failureHandler() {
        return (request, response, failure) -> {
            String typed = request.getParameter("username");
            SignInAttempt.keep(request.getSession(), typed == null ? "" : typed);
            String why = switch (failure) {
                case SignIn.Slowed slowed -> "attendre=" + Math.max(1, slowed.remaining().toSeconds());
                case AuthenticationServiceException _ -> "indisponible";
                default -> "error";
            };
            response.sendRedirect(request.getContextPath() + SIGN_IN_PATH + '?' + why);
        };
    }
}
