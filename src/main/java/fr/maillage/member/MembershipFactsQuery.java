package fr.maillage.member;

import fr.maillage.access.MembershipFacts;
import fr.maillage.access.Profile;
import fr.maillage.access.Role;
import fr.maillage.base.OrganizationId;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers the access module from the table: active, within its dates, of an account that is not disabled. */
@Component
class MembershipFactsQuery implements MembershipFacts {

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
}
