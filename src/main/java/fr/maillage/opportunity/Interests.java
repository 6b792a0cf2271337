package fr.maillage.opportunity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Interests extends JpaRepository<Interest, UUID> {

    Optional<Interest> findByOpportunityAndPerson(UUID opportunity, UUID person);
}
