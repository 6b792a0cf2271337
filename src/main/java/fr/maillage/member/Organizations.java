package fr.maillage.member;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.AuditLog;
import fr.maillage.access.CurrentViewer;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Subject;
import fr.maillage.base.Ids;
import fr.maillage.base.InvalidInput;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.Siren;
import fr.maillage.base.Siret;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organizations people act for. */
@Service
public class Organizations {

    /**
     * What stands for an organization wherever it is named.
     *
     * @param siren null when it has none or it is not known
     * @param home  the space whose coordinators look after its page, or null
     */
    public record Card(OrganizationId id, OrganizationKind kind, String name, @Nullable Siren siren,
            @Nullable String nafDivision, @Nullable SpaceId home) {}

    /** The whole page of an organization. */
    public record Page(Card card, @Nullable Siret siret, String summary, String looksFor, String offers) {}

    /**
     * An organization to be added.
     *
     * @param siren as typed, with or without spaces; may be empty
     */
    public record Addition(OrganizationKind kind, String name, String siren) {}

    /** What its page says. */
    public record Description(OrganizationKind kind, String name, String summary, String looksFor, String offers,
            @Nullable String nafDivision) {}

    private static final String COLUMNS = "o.id, o.kind, o.name, o.siren, o.naf_division, o.home";
    private static final RowMapper<Card> CARD = (row, n) -> new Card(new OrganizationId(row.getObject(1, UUID.class)),
            OrganizationKind.valueOf(row.getString(2)), row.getString(3),
            row.getString(4) == null ? null : new Siren(row.getString(4)), row.getString(5),
            row.getObject(6, UUID.class) == null ? null : new SpaceId(row.getObject(6, UUID.class)));

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final AccessScopes scopes;
    private final Masks masks;
    private final CurrentViewer viewer;
    private final AuditLog audit;
    private final OrganizationRepository organizations;
    private final Today today;

    Organizations(JdbcClient jdbc, AccessPolicy policy, AccessScopes scopes, Masks masks, CurrentViewer viewer, AuditLog audit,
            OrganizationRepository organizations, Today today) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.scopes = scopes;
        this.masks = masks;
        this.viewer = viewer;
        this.audit = audit;
        this.organizations = organizations;
        this.today = today;
    }

    /**
     * The cards of these organizations, by identifier, in one query. Decides nothing: callers pass what stands on
     * items that the access module has let through. At most {@link People#MOST} are answered.
     */
    @Transactional(readOnly = true)
    public Map<OrganizationId, Card> cards(Collection<OrganizationId> ids) {
        Map<OrganizationId, Card> cards = disclosed(ids);
        masks.organizations(cards.keySet()).forEach(id -> cards.put(id,
                new Card(id, cards.get(id).kind(), masks.organization(), null, null, null)));
        return cards;
    }

    /** The same, businesses that a charter hides from the reader included: for what they agreed to disclose. */
    @Transactional(readOnly = true)
    public Map<OrganizationId, Card> disclosed(Collection<OrganizationId> ids) {
        Set<UUID> asked = ids.stream().map(OrganizationId::value).limit(People.MOST).collect(Collectors.toSet());
        Map<OrganizationId, Card> cards = new LinkedHashMap<>();
        if (!asked.isEmpty()) {
            jdbc.sql("select " + COLUMNS + " from organization o where o.id in (:ids) order by o.name, o.id")
                    .param("ids", asked).query(CARD).list().forEach(card -> cards.put(card.id(), card));
        }
        return cards;
    }

    private List<Card> unhidden(List<Card> cards) {
        Set<OrganizationId> hidden = masks.organizations(cards.stream().map(Card::id).toList());
        return cards.stream().filter(card -> !hidden.contains(card.id())).toList();
    }

    /**
     * The page of an organization.
     *
     * @throws NotVisible when the viewer is in no space where the organization is at home or has people
     */
    @Transactional(readOnly = true)
    public Page page(OrganizationId id) {
        viewer.person();
        List<UUID> spaces = spaces(id);
        if (scopes.current().spaces().stream().noneMatch(space -> spaces.contains(space.value()))
                || !masks.organizations(Set.of(id)).isEmpty()) {
            throw new NotVisible();
        }
        return jdbc.sql("select " + COLUMNS + ", o.siret, o.summary, o.looks_for, o.offers from organization o"
                + " where o.id = :id").param("id", id.value())
                .query((row, n) -> new Page(java.util.Objects.requireNonNull(CARD.mapRow(row, n)),
                        row.getString(7) == null ? null : new Siret(row.getString(7)), row.getString(8),
                        row.getString(9), row.getString(10)))
                .optional().orElseThrow(NotVisible::new);
    }

    /** Where it is at home and where it has people today. */
    private List<UUID> spaces(OrganizationId id) {
        return jdbc.sql("""
                select home from organization where id = :id and home is not null union
                select space from membership where organization = :id and state = 'ACTIVE' and from_date <= :on
                  and (until_date is null or until_date >= :on) limit 200""")
                .param("id", id.value()).param("on", today.date())
                .query((row, n) -> row.getObject(1, UUID.class)).list();
    }

    /** The organizations at home in a space or with people in it, by name, whose name contains the words. */
    @Transactional(readOnly = true)
    public List<Card> ofSpace(SpaceId space, String words, @Nullable Card after, int limit) {
        policy.require(Operation.SPACE_PEOPLE, Subject.of(space));
        List<Card> shown = new ArrayList<>();
        Card last = after;
        List<Card> read;
        int page = Math.min(limit, People.MOST);
        do {
            read = ofSpaceUnchecked(space, words, last, page);
            shown.addAll(unhidden(read));
            last = read.isEmpty() ? null : read.getLast();
        } while (shown.size() < limit && read.size() == page);
        return shown.stream().limit(limit).toList();
    }

    private List<Card> ofSpaceUnchecked(SpaceId space, String words, @Nullable Card after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                 from organization o where o.id in (
                   select id from organization where home = :space union
                   select organization from membership where space = :space and state = 'ACTIVE'
                     and from_date <= :on and (until_date is null or until_date >= :on))
                 and o.name like :words
                 and (:afterId is null or o.name > :afterName or (o.name = :afterName and o.id > :afterId))
                order by o.name, o.id limit :limit""")
                .param("space", space.value()).param("on", today.date()).param("words", People.like(words))
                .param("afterId", after == null ? null : after.id().value())
                .param("afterName", after == null ? "" : after.name()).param("limit", Math.min(limit, People.MOST))
                .query(CARD).list();
    }

    /**
     * What somebody who asks to join, or invites, may choose from: the public bodies at home in the space, and for
     * those who see its people, every organization of the space.
     */
    @Transactional(readOnly = true)
    public List<Card> choices(SpaceId space, String words, int limit) {
        viewer.person();
        if (policy.may(Operation.SPACE_PEOPLE, Subject.of(space))) {
            return unhidden(ofSpaceUnchecked(space, words, null, limit));
        }
        return jdbc.sql("select " + COLUMNS + " from organization o where o.home = :space and o.kind in"
                + " ('EPCI', 'COMMUNE', 'CHAMBER', 'STATE_OPERATOR') and o.name like :words order by o.name, o.id"
                + " limit :limit")
                .param("space", space.value()).param("words", People.like(words))
                .param("limit", Math.min(limit, People.MOST)).query(CARD).list();
    }

    /** The same identifier, once it is known to be one. */
    OrganizationId existing(OrganizationId id) {
        return organizations.findById(id.value()).map(Organization::id).orElseThrow(NotVisible::new);
    }

    /**
     * The organization of that number when there is one, else a new one at home in the space. Called in the
     * transaction of the invitation or request that needs it, which has been checked.
     */
    OrganizationId findOrAdd(Addition addition, SpaceId home) {
        Siren siren = addition.siren().isBlank() ? null : Siren.of(addition.siren());
        if (siren != null) {
            Optional<Organization> known = organizations.findBySiren(siren.value());
            if (known.isPresent()) {
                return known.get().id();
            }
        } else if (addition.kind() == OrganizationKind.COMPANY) {
            throw new InvalidInput("siren", "member.siren.needed");
        }
        return organizations.save(Organization.named(Ids.next(), addition.kind(), addition.name(), siren, null, home))
                .id();
    }

    /** Rewrites the page of an organization; for coordinators of its home space. */
    @Transactional
    public void describe(OrganizationId id, Description description) {
        Organization organization = organizations.findById(id.value()).orElseThrow(NotVisible::new);
        page(id);
        SpaceId home = organization.home();
        if (home == null) {
            throw new fr.maillage.access.Refused(Operation.EDIT_SETTINGS, "member.organization.noHome");
        }
        policy.require(Operation.EDIT_SETTINGS, Subject.of(home));
        organization.rename(description.kind(), description.name());
        organization.describe(description.summary(), description.looksFor(), description.offers(),
                description.nafDivision());
        audit.record(Operation.EDIT_SETTINGS, "organization", id.value(), home, "description");
    }
}
