package fr.maillage.alliance;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AllianceMemberRepository extends Repository<AllianceMember, UUID> {

    Optional<AllianceMember> findById(UUID id);

    Optional<AllianceMember> findByAllianceAndMemberAndStateIn(UUID alliance, UUID member,
            Collection<MemberState> states);

    boolean existsByAllianceAndMember(UUID alliance, UUID member);

    AllianceMember save(AllianceMember member);
}
