package fr.maillage.member;

import fr.maillage.access.MembershipFacts;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers the access module from the table: active, within its dates, of an account that is not disabled. */
@Component
class MembershipFactsQuery implements MembershipFacts {

    /** Far above what a page of names needs. */
    private static final int MOST = 20_000;

    private final JdbcClient jdbc;

    MembershipFactsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<DirectMembership> membershipsThatCount(PersonId person, LocalDate on) {
        return jdbc.sql("""
                select m.space, m.organization, m.profile, m.role from membership m join person p on p.id = m.person
                where m.person = :person and m.state = 'ACTIVE' and m.from_date <= :on
                  and (m.until_date is null or m.until_date >= :on) and not p.disabled
                order by m.id""")
                .param("person", person.value()).param("on", on)
                .query((row, n) -> new DirectMembership(new SpaceId(row.getObject(1, UUID.class)),
                        new OrganizationId(row.getObject(2, UUID.class)), Profile.valueOf(row.getString(3)),
                        Role.valueOf(row.getString(4))))
                .list();
    }

    @Override
    public Map<PersonId, List<DirectMembership>> membershipsOf(Collection<PersonId> people, LocalDate on) {
        return grouped("m.person", people.stream().map(PersonId::value).collect(Collectors.toSet()), on, PersonId::new);
    }

    @Override
    public Map<OrganizationId, List<DirectMembership>> membershipsFor(Collection<OrganizationId> organizations,
            LocalDate on) {
        return grouped("m.organization", organizations.stream().map(OrganizationId::value).collect(Collectors.toSet()),
                on, OrganizationId::new);
    }

    private <T> Map<T, List<DirectMembership>> grouped(String by, Set<UUID> ids, LocalDate on, Function<UUID, T> id) {
        Map<T, List<DirectMembership>> all = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select " + by + ", m.space, m.organization, m.profile, m.role from membership m where " + by
                    + " in (:ids) and m.state = 'ACTIVE' and m.from_date <= :on"
                    + " and (m.until_date is null or m.until_date >= :on) limit " + MOST)
                    .param("ids", ids).param("on", on)
                    .query(row -> {
                        all.computeIfAbsent(id.apply(row.getObject(1, UUID.class)), key -> new ArrayList<>())
                                .add(new DirectMembership(new SpaceId(row.getObject(2, UUID.class)),
                                        new OrganizationId(row.getObject(3, UUID.class)),
                                        Profile.valueOf(row.getString(4)), Role.valueOf(row.getString(5))));
                    });
        }
        return all;
    }
}
