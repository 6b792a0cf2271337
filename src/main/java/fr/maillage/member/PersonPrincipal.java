package fr.maillage.member;

import fr.maillage.access.CurrentViewer;
import fr.maillage.base.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/**
 * Who is signed in, as the session keeps it: enough to greet and to check, nothing secret.
 *
 * @param epoch      the {@code sign_in_epoch} under which the session began; an older one than the account's is over
 * @param signedInAt when the session began, for its longest life
 */
public record PersonPrincipal(UUID id, String email, String name, String locale, ColorChoice color,
        boolean administrator, int epoch, Instant signedInAt) implements CurrentViewer.Principal, UserDetails {

    @Override
    public PersonId personId() {
        return new PersonId(id);
    }

    /** The language the person chose. */
    public Locale language() {
        return Locale.of(locale);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return administrator ? List.of(new SimpleGrantedAuthority("ROLE_PERSON"),
                new SimpleGrantedAuthority("ROLE_ADMINISTRATOR")) : List.of(new SimpleGrantedAuthority("ROLE_PERSON"));
    }

    @Override
    public String getPassword() {
        return "";
    }

    @Override
    public String getUsername() {
        return email;
    }
}
