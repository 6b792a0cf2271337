package fr.maillage.alliance.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import fr.maillage.access.AudienceScope;
import fr.maillage.access.PeopleLookup;
import fr.maillage.access.SpaceKind;
import fr.maillage.access.Spaces;
import fr.maillage.alliance.Membership;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Emblem;
import fr.maillage.base.ui.Formats;
import fr.maillage.base.ui.SpaceEmblem;
import fr.maillage.base.ui.SpacePages;
import fr.maillage.territory.Territories;
import fr.maillage.territory.TerritoryLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What is said of spaces and of the people who decided, read for a whole list at once. */
@org.springframework.stereotype.Component
class SpaceWords {

    private final Spaces spaces;
    private final Territories territories;
    private final PeopleLookup people;

    SpaceWords(Spaces spaces, Territories territories, PeopleLookup people) {
        this.spaces = spaces;
        this.territories = territories;
        this.people = people;
    }

    /** What is known of these spaces. */
    Known known(Collection<SpaceId> ids) {
        return new Known(spaces.find(ids), territories.lines(ids));
    }

    /** A tab of the page of a space, from the root of the site, without a leading slash. */
    Optional<String> tab(SpaceId space, String tab) {
        return spaces.find(space).map(found -> found.path() + '?' + SpacePages.TAB + '=' + tab);
    }

    /** What is known of the members of these memberships. */
    Known members(Collection<Membership> memberships) {
        return known(memberships.stream().map(Membership::member).distinct().toList());
    }

    /** The names of these people; those who left without a trace are absent. */
    Map<PersonId, String> names(Collection<PersonId> ids) {
        List<AudienceScope> scopes = new ArrayList<>();
        ids.stream().filter(Objects::nonNull).distinct().forEach(id -> scopes.add(new AudienceScope.Person(id)));
        Map<PersonId, String> names = new HashMap<>();
        if (!scopes.isEmpty()) {
            Map<UUID, String> found = people.names(scopes);
            found.forEach((id, name) -> names.put(new PersonId(id), name));
        }
        return names;
    }

    /** Spaces and, of territories, the line of facts. */
    record Known(Map<SpaceId, Spaces.Space> spaces, Map<SpaceId, TerritoryLine> territories) {

        boolean has(SpaceId id) {
            return spaces.containsKey(id);
        }

        Spaces.Space space(SpaceId id) {
            return Objects.requireNonNull(spaces.get(id));
        }

        String name(SpaceId id) {
            return has(id) ? space(id).name() : "";
        }

        /** Where its page opens. */
        String href(SpaceId id) {
            return "/" + space(id).path();
        }

        Component emblem(SpaceId id) {
            return SpaceWords.emblem(space(id));
        }

        /** « Ille-et-Vilaine, 82 956 habitants »: beside a map, where each line counts. */
        String[] shortFacts(SpaceId id, Formats formats) {
            String[] facts = facts(id, formats);
            return Arrays.copyOfRange(facts, facts.length > 1 ? 1 : 0, facts.length);
        }

        /** « Communauté d’agglomération, Ille-et-Vilaine, 82 956 habitants » */
        String[] facts(SpaceId id, Formats formats) {
            TerritoryLine line = territories.get(id);
            if (line == null) {
                return new String[] {space(id).kind() == SpaceKind.ALLIANCE
                        ? I18NProvider.translate("alliance.kind.alliance") : ""};
            }
            return new String[] {I18NProvider.translate(line.legalType().messageKey()), line.department().name(),
                I18NProvider.translate("alliance.inhabitants", formats.number(line.population()))};
        }
    }

    static Component emblem(Spaces.Space space) {
        return new SpaceEmblem(space.hue(), Emblem.stored(space.emblem()));
    }
}
