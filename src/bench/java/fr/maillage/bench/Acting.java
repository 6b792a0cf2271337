package fr.maillage.bench;

import fr.maillage.base.PersonId;
import fr.maillage.member.ColorChoice;
import fr.maillage.member.PersonPrincipal;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Lets something be done in somebody's name. */
@Component
@ConditionalOnProperty("maillage.bench")
class Acting {

    <T> T as(PersonId person, Supplier<T> act) {
        SecurityContext before = SecurityContextHolder.getContext();
        PersonPrincipal principal = new PersonPrincipal(person.value(), "banc@exemple.fr", "Banc", "fr",
                ColorChoice.AUTO, false, 1, Instant.now());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(principal, null, principal.getAuthorities()));
        SecurityContextHolder.setContext(context);
        try {
            return act.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
