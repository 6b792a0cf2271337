package fr.maillage.alliance;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AllianceRepository extends Repository<Alliance, UUID> {

    Optional<Alliance> findById(UUID id);

    boolean existsBySlug(String slug);

    Alliance save(Alliance alliance);
}
