package fr.maillage.alliance;

import fr.maillage.access.SpaceKind;
import fr.maillage.access.Spaces;
import fr.maillage.base.Hue;
import fr.maillage.base.SpaceId;
import fr.maillage.base.ui.Emblems;
import fr.maillage.territory.GeoPoint;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Keeps the directory of spaces in step with the alliances: what each is called and how it is drawn. */
@Component
class AllianceRegistration {

    /** More could not be told apart. */
    private static final int MOST_KNOTS = 24;

    private final Spaces spaces;
    private final AllianceQueries queries;
    private final AlliancePlaces places;
    private final EntityManager entities;

    AllianceRegistration(Spaces spaces, AllianceQueries queries, AlliancePlaces places, EntityManager entities) {
        this.spaces = spaces;
        this.queries = queries;
        this.places = places;
        this.entities = entities;
    }

    /** Enters the alliance as it stands now, after what was changed in this transaction. */
    void register(Alliance alliance) {
        entities.flush();
        spaces.register(new Spaces.Space(alliance.space(), SpaceKind.ALLIANCE, alliance.name(), alliance.shortName(),
                "alliances/" + alliance.slug(), Hue.of(alliance.slug()), emblem(alliance.space())));
    }

    /** The members as knots where they truly are; nothing while there is none. */
    private String emblem(SpaceId alliance) {
        List<SpaceId> members = queries.activeMembers(Set.of(alliance)).getOrDefault(alliance, List.of());
        Map<SpaceId, GeoPoint> points = places.of(members);
        Map<SpaceId, Spaces.Space> known = spaces.find(members);
        List<Emblems.Knot> knots = members.stream().filter(points::containsKey).filter(known::containsKey)
                .map(member -> knot(points.get(member), known.get(member).hue())).limit(MOST_KNOTS).toList();
        return knots.isEmpty() ? "" : Emblems.knots(knots).stored();
    }

    /** Members overseas stand at the edge of the mainland: drawn at their place, they would make one dot of the rest. */
    private static Emblems.Knot knot(GeoPoint at, int hue) {
        return new Emblems.Knot(Math.clamp(at.latitude(), 41, 51.5), Math.clamp(at.longitude(), -6, 11), hue);
    }
}
