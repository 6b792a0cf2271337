package fr.maillage.alliance;

import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CharterVersionRepository extends Repository<CharterVersion, UUID> {

    CharterVersion save(CharterVersion version);
}
