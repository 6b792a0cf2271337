package fr.maillage.coediting;

import fr.maillage.base.Today;
import fr.maillage.member.PersonPrincipal;
import fr.maillage.member.SessionRule;
import org.springframework.stereotype.Component;

/** Whether the session a connection came with goes on. */
@Component
class Sessions {

    private final SessionRule rule;
    private final Today today;

    Sessions(SessionRule rule, Today today) {
        this.rule = rule;
        this.today = today;
    }

    boolean goesOn(PersonPrincipal principal) {
        return rule.goesOn(principal, today.now());
    }
}
