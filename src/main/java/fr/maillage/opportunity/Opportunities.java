package fr.maillage.opportunity;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface Opportunities extends JpaRepository<Opportunity, UUID> {}
