package fr.maillage.member;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MembershipRepository extends Repository<Membership, UUID> {

    Membership save(Membership membership);

    Optional<Membership> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from Membership m where m.id = :id")
    Optional<Membership> lock(UUID id);

    @Query("select m.space from Membership m where m.id = :id")
    Optional<UUID> spaceOf(UUID id);

    /** Locks the coordinators of a space, so that the last two cannot leave in the same instant. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select m from Membership m where m.space = :space and m.state = fr.maillage.member.MembershipState.ACTIVE
              and m.role = fr.maillage.access.Role.COORDINATOR order by m.id""")
    List<Membership> lockCoordinators(UUID space);

    @Query("""
            select m from Membership m where m.person = :person and m.space = :space
              and m.state <> fr.maillage.member.MembershipState.ENDED order by m.id""")
    List<Membership> living(UUID person, UUID space);
}
