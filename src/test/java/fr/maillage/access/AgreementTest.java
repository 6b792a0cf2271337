package fr.maillage.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.ListQuery.Cursor;
import fr.maillage.base.Ids;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.base.Theme;
import fr.maillage.base.Today;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Random populations and random audiences: for every person and item, the single answer, the pages of the list in
 * both orders, those of some owners, the filter of identifiers and the tables that features count by agree.
 */
@IntegrationTest
class AgreementTest {

    private static final List<UUID> CONTAINERS = List.of(Ids.next(), Ids.next(), Ids.next());

    @Autowired
    private TestWorld world;
    @Autowired
    private AccessPolicy policy;
    @Autowired
    private AccessScopes scopes;
    @Autowired
    private Lists lists;
    @Autowired
    private Listings listings;
    @Autowired
    private Today today;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void nobodyActs() {
        world.asAnonymous();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 77})
    void pagesCountsAndSingleAnswersAgree(long seed) {
        Random random = new Random(seed);
        // A kind of its own, so that whole lists can be compared; archived items included.
        ItemKind kind = new ItemKind(210 + (int) (seed % 7), "agreement");
        List<SpaceId> spaces = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            spaces.add(i % 3 == 2 ? world.allianceSpace() : world.territory());
        }
        List<PersonId> people = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            PersonId person = world.person("Personne " + i);
            people.add(person);
            for (int j = random.nextInt(4); j > 0; j--) {
                world.member(person, pick(random, spaces), pick(random, List.of(Profile.values())),
                        pick(random, List.of(Role.values())),
                        random.nextInt(4) == 0 ? today.date().minusDays(1) : null);
            }
        }
        List<UUID> items = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            if (i == 60) {
                // Two territories part from each alliance: half of what is shared comes before, half after.
                leave(spaces.get(0), spaces.get(2));
                leave(spaces.get(1), spaces.get(2));
                leave(spaces.get(3), spaces.get(5));
                leave(spaces.get(4), spaces.get(5));
            }
            items.add(item(random, kind, spaces, people));
        }
        for (PersonId person : people) {
            world.as(person);
            compare(new Viewer.SignedIn(person, false), kind, items, spaces);
            assertThat(policy.cards(people)).as("cards of people").isEqualTo(people.stream()
                    .filter(other -> policy.may(Operation.VIEW_CARD, Subject.of(other))).collect(Collectors.toSet()));
        }
        world.asAnonymous();
        compare(Viewer.ANONYMOUS, kind, items, spaces);
    }

    private void leave(SpaceId member, SpaceId alliance) {
        LocalDateTime now = LocalDateTime.ofInstant(today.now(), ZoneOffset.UTC);
        jdbc.sql("insert ignore into alliance (id, slug, name, short_name, tagline, kind, description, source,"
                + " charter_no, version) values (:id, :id, 'A', 'A', '', '', '', '', 1, 0)")
                .param("id", alliance.value()).update();
        jdbc.sql("insert ignore into charter (id, alliance, no, effective_from, adopted_at, text, role_staff,"
                + " role_elected, role_business, hides_businesses, default_audience, readable_after_leaving)"
                + " values (uuid(), :id, 1, '2020-01-01', :now, '', 'EDITOR', 'READER', 'READER', false, 'ALLIANCE',"
                + " true)").param("id", alliance.value()).param("now", now).update();
        jdbc.sql("insert into alliance_member (id, alliance, member, member_kind, state, proposed_side, proposed_at,"
                + " until_date, ended_at, version) values (uuid(), :alliance, :member, 'TERRITORY', 'LEFT', 'MEMBER',"
                + " :now, :today, :now, 0)").param("alliance", alliance.value()).param("member", member.value())
                .param("now", now).param("today", today.date()).update();
    }

    private void compare(Viewer viewer, ItemKind kind, List<UUID> items, List<SpaceId> spaces) {
        AccessScope scope = scopes.of(viewer);
        Set<UUID> one = new HashSet<>();
        for (UUID item : items) {
            if (policy.may(viewer, Operation.VIEW, Subject.item(item))) {
                one.add(item);
            }
        }
        assertThat(new HashSet<>(lists.visible(scope, items))).as("filter").isEqualTo(one);
        for (ListQuery.Sort sort : ListQuery.Sort.values()) {
            List<UUID> listed = new ArrayList<>();
            for (boolean archived : new boolean[] {false, true}) {
                listed.addAll(all(scope, ListQuery.of(kind).sort(sort).archived(archived).limit(7)));
            }
            listed.retainAll(items);
            assertThat(listed).as("pages by " + sort).doesNotHaveDuplicates();
            assertThat(new HashSet<>(listed)).as("pages by " + sort).isEqualTo(one);
            List<UUID> byOwner = new ArrayList<>();
            for (Set<SpaceId> owners : List.of(Set.copyOf(spaces.subList(0, 1)), Set.copyOf(spaces.subList(1, 6)))) {
                byOwner.addAll(all(scope, ListQuery.of(kind).sort(sort).owners(owners).limit(7)));
            }
            List<UUID> ofAll = all(scope, ListQuery.of(kind).sort(sort).limit(7));
            ofAll.retainAll(items);
            assertThat(byOwner).as("pages of owners by " + sort).containsExactlyInAnyOrderElementsOf(ofAll);
        }
        parts(kind, items, one);
    }

    /** What features count by statements of their own: the items inside others, and one by one. */
    private void parts(ItemKind kind, List<UUID> items, Set<UUID> visible) {
        Set<UUID> open = new HashSet<>(jdbc.sql("select distinct item from listing where kind = :kind and archived = 0")
                .param("kind", kind.code()).query(UUID.class).list());
        open.retainAll(visible);
        assertThat(jdbc.sql("select item from " + lists.inside(":containers") + " x").param("containers", CONTAINERS)
                .query(UUID.class).list().stream().filter(items::contains)).as("inside")
                .containsExactlyInAnyOrderElementsOf(open);
        assertThat(jdbc.sql("select x.item from (select distinct item from listing where kind = :kind) x where "
                + lists.sees("x.item")).param("kind", kind.code()).query(UUID.class).list().stream()
                .filter(items::contains)).as("one by one").containsExactlyInAnyOrderElementsOf(open);
    }

    private List<UUID> all(AccessScope scope, ListQuery query) {
        List<UUID> found = new ArrayList<>();
        @Nullable Cursor cursor = null;
        do {
            Lists.Page page = lists.page(scope, query, cursor);
            found.addAll(page.ids());
            cursor = page.next();
        } while (cursor != null && found.size() < 10_000);
        return found;
    }

    private UUID item(Random random, ItemKind kind, List<SpaceId> spaces, List<PersonId> people) {
        SpaceId owner = pick(random, spaces);
        Audience audience = Audience.none();
        if (random.nextInt(5) > 0) {
            audience = random.nextBoolean() ? Audience.ofSpace(owner)
                    : audience.with(new AudienceScope.Space(owner), Level.READ,
                            pick(random, List.of(Profile.values())));
        }
        if (random.nextInt(3) == 0) {
            audience = audience.with(new AudienceScope.Space(pick(random, spaces)), pick(random, List.of(Level.values())));
        }
        if (random.nextInt(6) == 0) {
            audience = audience.with(new AudienceScope.Network(), Level.READ, pick(random, List.of(Profile.values())));
        }
        if (random.nextInt(8) == 0) {
            audience = audience.with(new AudienceScope.Public(), Level.READ);
        }
        if (random.nextInt(5) == 0) {
            audience = audience.withPerson(pick(random, people), Level.EDIT);
        }
        Audience chosen = audience;
        UUID item = Ids.at(System.currentTimeMillis() - random.nextLong(5 * 365 * 86_400_000L));
        // Deadlines to come, many of them equal, or none: past ones stand in no list by deadline.
        LocalDate deadline = random.nextBoolean() ? null : today.date().plusDays(random.nextInt(10) * 40L);
        transaction.executeWithoutResult(status -> {
            listings.openInside(pick(random, CONTAINERS), new ItemRef(kind, item), owner, pick(random, people), chosen,
                    new Listings.Facts(1, 0, EnumSet.noneOf(Theme.class), deadline));
            if (random.nextInt(4) == 0) {
                listings.involve(item, Set.of(pick(random, people)));
            }
            if (random.nextInt(10) == 0) {
                listings.archive(item);
            }
        });
        return item;
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
