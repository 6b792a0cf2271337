package fr.maillage.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.maillage.IntegrationTest;
import fr.maillage.TestWorld;
import fr.maillage.access.Audience;
import fr.maillage.access.NotVisible;
import fr.maillage.access.Profile;
import fr.maillage.access.Refused;
import fr.maillage.access.Role;
import fr.maillage.base.PersonId;
import fr.maillage.base.SpaceId;
import fr.maillage.coediting.LiveTextChanged;
import fr.maillage.coediting.LiveTextId;
import fr.maillage.coediting.LiveTextRef;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class PracticeTextsTest {

    @Autowired
    private TestWorld world;
    @Autowired
    private PracticeService service;
    @Autowired
    private PracticeTexts texts;
    @Autowired
    private ApplicationEventPublisher events;
    @Autowired
    private TransactionTemplate transaction;

    private PersonId author;
    private PersonId reader;
    private PracticeId practice;

    @BeforeEach
    void aPracticeTold() {
        SpaceId space = world.territory();
        author = world.person("Ivan Delmotte");
        world.member(author, space, Profile.STAFF, Role.EDITOR);
        reader = world.person("Solène Brisard");
        world.member(reader, space, Profile.BUSINESS, Role.READER);
        world.as(author);
        practice = service.tell(space, PracticeMother.draft("Portage de locaux"), Audience.ofSpace(space));
    }

    @Test
    void aPartBeginsAsItWasTold() {
        assertThat(texts.opened(practice)).isEmpty();
        LiveTextId id = texts.open(practice, PracticeSection.DONE);
        assertThat(texts.open(practice, PracticeSection.DONE)).isEqualTo(id);
        assertThat(texts.opened(practice)).containsOnlyKeys(PracticeSection.DONE);
        assertThat(texts.read(practice, PracticeSection.DONE).plainText())
                .isEqualTo("D’abord un inventaire, ensuite un portage.");
    }

    @Test
    void thePracticeFollowsItsTextAndItsFormLeavesTheTextAlone() {
        texts.open(practice, PracticeSection.COST);
        long version = service.read(practice).version();
        written(PracticeSection.COST, "Deux millions d’euros.");
        assertThat(service.read(practice).story().section(PracticeSection.COST)).isEqualTo("Deux millions d’euros.");
        service.rewrite(practice, version, PracticeMother.draft("Portage public"));
        assertThat(service.read(practice).story().title()).isEqualTo("Portage public");
        assertThat(service.read(practice).story().section(PracticeSection.COST)).isEqualTo("Deux millions d’euros.");
        assertThat(service.read(practice).story().section(PracticeSection.RESULTS))
                .isEqualTo("Douze locaux remis en service.");
    }

    private void written(PracticeSection section, String words) {
        transaction.executeWithoutResult(status -> events.publishEvent(new LiveTextChanged(
                new LiveTextRef(practice.ref(), section.field()), words, Set.of(author), Instant.now())));
    }

    @Test
    void whoMayOnlyReadOpensNothing() {
        world.as(reader);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> texts.open(practice, PracticeSection.DONE));
        assertThat(texts.opened(practice)).isEmpty();
    }

    @Test
    void othersFindNothing() {
        texts.open(practice, PracticeSection.DONE);
        world.as(world.person("Goulven Penmarec"));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> texts.opened(practice));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> texts.open(practice, PracticeSection.DONE));
        assertThatExceptionOfType(NotVisible.class).isThrownBy(() -> texts.read(practice, PracticeSection.DONE));
    }
}
