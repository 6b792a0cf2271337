package fr.maillage.member;

import fr.maillage.access.AccessPolicy;
import fr.maillage.access.AccessScopes;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Operation;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.access.Subject;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Today;
import java.time.LocalDate;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds people and what stands on their card. */
@Service
@Transactional(readOnly = true)
public class People {

    /** For whom a person acts. */
    public record Affiliation(OrganizationId id, String name, OrganizationKind kind) {}

    /**
     * What stands for a person wherever they are named.
     *
     * @param functionTitle what they do, as they put it; may be empty
     * @param organizations for whom they act today; empty for somebody who has left
     */
    public record Card(PersonId id, String name, String functionTitle, List<Affiliation> organizations) {

        /** The name of the first organization, or nothing. */
        public String organization() {
            return organizations.isEmpty() ? "" : organizations.getFirst().name();
        }
    }

    /** How to reach a person. */
    public record Contact(PersonId id, String email) {}

    /** A line of the people of a space. */
    public record Member(MembershipId membership, PersonId person, String name, String functionTitle,
            OrganizationId organization, String organizationName, OrganizationKind organizationKind, Profile profile,
            Role role, LocalDate from, @Nullable LocalDate until, MembershipState state, String message) {}

    /** At most this many in one answer. */
    public static final int MOST = 200;

    private final JdbcClient jdbc;
    private final AccessPolicy policy;
    private final AccessScopes scopes;
    private final Masks masks;
    private final Today today;

    People(JdbcClient jdbc, AccessPolicy policy, AccessScopes scopes, Masks masks, Today today) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.scopes = scopes;
        this.masks = masks;
        this.today = today;
    }

    /**
     * The cards of these people, by identifier, in one query. Decides nothing: callers pass the authors and pilots of
     * items that the access module has let through. Businesses that a charter hides from the reader are masked. Unknown identifiers are left out; at most {@link #MOST} are
     * answered.
     */
    public Map<PersonId, Card> cards(Collection<PersonId> ids) {
        Map<PersonId, Card> cards = disclosed(ids);
        masks.people(cards.keySet()).forEach(id -> cards.put(id, new Card(id, masks.person(), "", List.of())));
        return cards;
    }

    /**
     * The same, businesses that a charter hides from the reader included: for what they have agreed to disclose to
     * this reader, and for nothing else.
     */
    public Map<PersonId, Card> disclosed(Collection<PersonId> ids) {
        Set<UUID> asked = ids.stream().map(PersonId::value).limit(MOST).collect(Collectors.toSet());
        if (asked.isEmpty()) {
            return new LinkedHashMap<>();
        }
        Map<PersonId, Card> cards = new LinkedHashMap<>();
        jdbc.sql("""
                select p.id, p.name, p.function_title, o.id, o.name, o.kind from person p
                left join membership m on m.person = p.id and m.state = 'ACTIVE' and m.from_date <= :on
                  and (m.until_date is null or m.until_date >= :on)
                left join organization o on o.id = m.organization
                where p.id in (:ids) order by p.name, p.id, m.id""")
                .param("on", today.date()).param("ids", asked)
                .query(row -> {
                    PersonId id = new PersonId(row.getObject(1, UUID.class));
                    Card card = cards.get(id);
                    if (card == null) {
                        card = new Card(id, row.getString(2), row.getString(3), new ArrayList<>());
                        cards.put(id, card);
                    }
                    UUID organization = row.getObject(4, UUID.class);
                    if (organization != null) {
                        Affiliation affiliation = new Affiliation(new OrganizationId(organization), row.getString(5),
                                OrganizationKind.valueOf(row.getString(6)));
                        if (!card.organizations().contains(affiliation)) {
                            card.organizations().add(affiliation);
                        }
                    }
                });
        cards.replaceAll((id, card) -> new Card(id, card.name(), card.functionTitle(),
                List.copyOf(card.organizations())));
        return cards;
    }

    /**
     * The card of one person.
     *
     * @throws fr.maillage.access.NotVisible when the viewer shares no space with them
     */
    public Card card(PersonId id) {
        policy.require(Operation.VIEW_CARD, Subject.of(id));
        return Optional.ofNullable(cards(Set.of(id)).get(id)).orElseThrow(NotVisible::new);
    }

    /**
     * How to reach one person.
     *
     * @throws fr.maillage.access.NotVisible when the viewer shares no space with them
     * @throws fr.maillage.access.Refused    between people of two businesses
     */
    public Contact contact(PersonId id) {
        policy.require(Operation.VIEW_CONTACT, Subject.of(id));
        return jdbc.sql("select email from person where id = :id").param("id", id.value())
                .query((row, n) -> new Contact(id, row.getString(1))).optional()
                .orElseThrow(NotVisible::new);
    }

    /**
     * People of these spaces whose name or function contains the words, for choosing a pilot or naming somebody in a
     * comment; by name. Only people who are active today and not disabled.
     *
     * @throws fr.maillage.access.Refused when the viewer may not see who is in one of the spaces
     */
    public List<Card> search(Collection<SpaceId> spaces, String words, int limit) {
        spaces.forEach(space -> policy.require(Operation.SPACE_PEOPLE, Subject.of(space)));
        if (spaces.isEmpty()) {
            return List.of();
        }
        List<PersonId> ids = jdbc.sql("""
                select distinct p.name, p.id from membership m join person p on p.id = m.person
                where m.space in (:spaces) and m.state = 'ACTIVE' and m.from_date <= :on
                  and (m.until_date is null or m.until_date >= :on) and not p.disabled
                  and (p.name like :words or p.function_title like :words)
                order by p.name, p.id limit :limit""")
                .param("spaces", spaces.stream().map(SpaceId::value).toList()).param("on", today.date())
                .param("words", like(words)).param("limit", Math.min(limit, MOST))
                .query((row, n) -> new PersonId(row.getObject(2, UUID.class))).list();
        return shown(ids);
    }

    private List<Card> shown(List<PersonId> ids) {
        Map<PersonId, Card> cards = disclosed(ids);
        Set<PersonId> hidden = masks.people(ids);
        return ids.stream().filter(id -> !hidden.contains(id)).map(cards::get).toList();
    }

    /** Which members of a space to list. */
    public record MemberFilter(Set<MembershipState> states, @Nullable Profile profile, String words) {

        /** Those who count or are suspended: the ordinary view. */
        public static MemberFilter present() {
            return new MemberFilter(Set.of(MembershipState.ACTIVE, MembershipState.SUSPENDED), null, "");
        }

        public MemberFilter withStates(Set<MembershipState> newStates) {
            return new MemberFilter(newStates, profile, words);
        }

        public MemberFilter withProfile(@Nullable Profile newProfile) {
            return new MemberFilter(states, newProfile, words);
        }

        public MemberFilter withWords(String newWords) {
            return new MemberFilter(states, profile, newWords);
        }
    }

    /**
     * The members of a space by name, after the given line (null for the first page). Who was asked, invited, suspended
     * or has expired is told to coordinators only.
     */
    public List<Member> membersOf(SpaceId space, MemberFilter filter, @Nullable Member after, int limit) {
        policy.require(Operation.SPACE_PEOPLE, Subject.of(space));
        List<Member> shown = new ArrayList<>();
        Member last = after;
        List<Member> read;
        do {
            read = read(space, filter, last, Math.min(limit, MOST));
            Set<PersonId> hidden = masks.people(read.stream().map(Member::person).toList());
            read.stream().filter(member -> !hidden.contains(member.person())).forEach(shown::add);
            last = read.isEmpty() ? null : read.getLast();
        } while (shown.size() < limit && read.size() == Math.min(limit, MOST));
        return shown.stream().limit(limit).toList();
    }

    private List<Member> read(SpaceId space, MemberFilter filter, @Nullable Member after, int limit) {
        boolean coordinator = policy.may(Operation.SET_ROLE, Subject.of(space));
        Set<MembershipState> states = coordinator ? filter.states() : Set.of(MembershipState.ACTIVE);
        return jdbc.sql("""
                select m.id, p.id, p.name, p.function_title, o.id, o.name, o.kind, m.profile, m.role, m.from_date,
                  m.until_date, m.state, m.message
                from membership m join person p on p.id = m.person join organization o on o.id = m.organization
                where m.space = :space and m.state in (:states) and not p.disabled
                  and (:everything or (m.from_date <= :on and (m.until_date is null or m.until_date >= :on)))
                  and (:profile is null or m.profile = :profile)
                  and (p.name like :words or p.function_title like :words or o.name like :words)
                  and (:afterId is null or p.name > :afterName or (p.name = :afterName and m.id > :afterId))
                order by p.name, m.id limit :limit""")
                .param("space", space.value()).param("states", states.stream().map(Enum::name).toList())
                .param("everything", coordinator).param("on", today.date())
                .param("profile", filter.profile() == null ? null : filter.profile().name())
                .param("words", like(filter.words())).param("afterId", after == null ? null : after.membership().value())
                .param("afterName", after == null ? "" : after.name()).param("limit", Math.min(limit, MOST))
                .query((row, n) -> new Member(new MembershipId(row.getObject(1, UUID.class)),
                        new PersonId(row.getObject(2, UUID.class)), row.getString(3), row.getString(4),
                        new OrganizationId(row.getObject(5, UUID.class)), row.getString(6),
                        OrganizationKind.valueOf(row.getString(7)), Profile.valueOf(row.getString(8)),
                        Role.valueOf(row.getString(9)), row.getObject(10, LocalDate.class),
                        row.getObject(11, LocalDate.class), MembershipState.valueOf(row.getString(12)),
                        coordinator ? row.getString(13) : ""))
                .list();
    }

    /** How many people count in a space today, and for how many organizations; each at most {@link #MOST} and one. */
    public record Numbers(int people, int organizations) {}

    public Numbers numbersOf(SpaceId space) {
        policy.require(Operation.SPACE_PEOPLE, Subject.of(space));
        return jdbc.sql("""
                select
                  (select count(*) from (select distinct m.person from membership m where m.space = :space
                     and m.state = 'ACTIVE' and m.from_date <= :on and (m.until_date is null or m.until_date >= :on)
                     limit :most) as p),
                  (select count(*) from (select distinct m.organization from membership m where m.space = :space
                     and m.state = 'ACTIVE' and m.from_date <= :on and (m.until_date is null or m.until_date >= :on)
                     limit :most) as o)""")
                .param("space", space.value()).param("on", today.date()).param("most", MOST + 1)
                .query((row, n) -> new Numbers(row.getInt(1), row.getInt(2))).single();
    }

    /** What a person is in one space. */
    public record Place(SpaceId space, Profile profile, Role role, String organization) {}

    /** Where a person is a member, among the spaces of whoever is acting; on a card they may see. */
    public List<Place> placesOf(PersonId id) {
        policy.require(Operation.VIEW_CARD, Subject.of(id));
        List<UUID> mine = scopes.current().spaces().stream().map(SpaceId::value).toList();
        if (mine.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select m.space, m.profile, m.role, o.name from membership m join organization o on o.id = m.organization
                where m.person = :person and m.state = 'ACTIVE' and m.from_date <= :on
                  and (m.until_date is null or m.until_date >= :on) and m.space in (:spaces) order by m.id limit 50""")
                .param("person", id.value()).param("on", today.date()).param("spaces", mine)
                .query((row, n) -> new Place(new SpaceId(row.getObject(1, UUID.class)),
                        Profile.valueOf(row.getString(2)), Role.valueOf(row.getString(3)), row.getString(4)))
                .list();
    }

    /** The people of an organization in the spaces of whoever is acting, by name. */
    public List<Card> ofOrganization(OrganizationId organization, int limit) {
        List<UUID> mine = scopes.current().spaces().stream().map(SpaceId::value).toList();
        if (mine.isEmpty()) {
            return List.of();
        }
        List<PersonId> ids = jdbc.sql("""
                select distinct p.name, p.id from membership m join person p on p.id = m.person
                where m.organization = :organization and m.state = 'ACTIVE' and m.from_date <= :on
                  and (m.until_date is null or m.until_date >= :on) and m.space in (:spaces) and not p.disabled
                order by p.name, p.id limit :limit""")
                .param("organization", organization.value()).param("on", today.date()).param("spaces", mine)
                .param("limit", Math.min(limit, MOST))
                .query((row, n) -> new PersonId(row.getObject(2, UUID.class))).list();
        return shown(ids);
    }

    static String like(String words) {
        return '%' + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + '%';
    }
}
