package fr.maillage.member;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface OrganizationRepository extends Repository<Organization, UUID> {

    Organization save(Organization organization);

    Optional<Organization> findById(UUID id);

    Optional<Organization> findBySiren(String siren);
}
