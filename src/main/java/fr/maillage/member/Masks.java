package fr.maillage.member;

import com.vaadin.flow.component.UI;
import fr.maillage.access.HiddenBusinesses;
import fr.maillage.base.Messages;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What stands in the place of a business that a charter hides from the reader. */
@Component
class Masks {

    private final HiddenBusinesses hidden;
    private final Messages messages;

    Masks(HiddenBusinesses hidden, Messages messages) {
        this.hidden = hidden;
        this.messages = messages;
    }

    Set<PersonId> people(Collection<PersonId> ids) {
        return hidden.people(ids);
    }

    Set<OrganizationId> organizations(Collection<OrganizationId> ids) {
        return hidden.organizations(ids);
    }

    /** Instead of the name of a person. */
    String person() {
        return words("member.masked.person");
    }

    /** Instead of the name of an organization. */
    String organization() {
        return words("member.masked.organization");
    }

    private String words(String key) {
        UI ui = UI.getCurrent();
        return messages.getTranslation(key, ui == null ? Locale.FRENCH : ui.getLocale());
    }
}
