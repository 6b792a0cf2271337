package fr.maillage.practice;

import java.util.UUID;
import org.springframework.data.repository.CrudRepository;

interface PracticeRepository extends CrudRepository<Practice, UUID> {}
