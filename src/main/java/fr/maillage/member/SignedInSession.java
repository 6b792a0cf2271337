package fr.maillage.member;

import fr.maillage.base.Today;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what the session knows of its person in step with the account, without a query per request. */
@Component
class SignedInSession {

    private final Today today;

    SignedInSession(Today today) {
        this.today = today;
    }

    /** Puts the person's present name, language, colours and epoch into the session, once the change is committed. */
    void refresh(Person person) {
        PersonPrincipal fresh = person.principal(today.now());
        Runnable replace = () -> replace(fresh);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    replace.run();
                }
            });
        } else {
            replace.run();
        }
    }

    private static void replace(PersonPrincipal fresh) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        if (before != null && before.getPrincipal() instanceof PersonPrincipal old && old.id().equals(fresh.id())) {
            // The context object is the one the session holds: what is set here is what the next request finds.
            PersonPrincipal kept = new PersonPrincipal(fresh.id(), fresh.email(), fresh.name(), fresh.locale(),
                    fresh.color(), fresh.administrator(), fresh.epoch(), old.signedInAt());
            UsernamePasswordAuthenticationToken after =
                    UsernamePasswordAuthenticationToken.authenticated(kept, null, kept.getAuthorities());
            after.setDetails(before.getDetails());
            SecurityContextHolder.getContext().setAuthentication(after);
        }
    }
}
