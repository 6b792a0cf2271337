package fr.maillage.coediting.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.spring.annotation.SpringComponent;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.PeopleLookup;
import fr.maillage.base.PersonId;
import fr.maillage.coediting.LiveTextVersion;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The names of those who wrote, for one screen. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TextPeople {

    private static final int NAMED = 3;

    private final PeopleLookup lookup;
    private final Map<UUID, String> known = new HashMap<>();

    TextPeople(PeopleLookup lookup) {
        this.lookup = lookup;
    }

    void learn(List<LiveTextVersion> versions) {
        learn(versions.stream().flatMap(version -> version.people().stream()).collect(Collectors.toSet()));
    }

    void learn(Collection<PersonId> people) {
        List<AudienceScope> asked = people.stream().filter(person -> !known.containsKey(person.value())).distinct()
                .<AudienceScope>map(AudienceScope.Person::new).toList();
        if (!asked.isEmpty()) {
            known.putAll(lookup.names(asked));
        }
    }

    String of(PersonId person) {
        return known.getOrDefault(person.value(), I18NProvider.translate("coediting.history.someone"));
    }

    /** Those who wrote a version, in one line. */
    String of(LiveTextVersion version) {
        List<PersonId> people = version.people();
        if (people.isEmpty()) {
            return I18NProvider.translate("coediting.history.someone");
        }
        String names = people.stream().limit(NAMED).map(this::of).collect(Collectors.joining(", "));
        return people.size() <= NAMED ? names
                : I18NProvider.translate("coediting.history.andOthers", names, people.size() - NAMED);
    }
}
