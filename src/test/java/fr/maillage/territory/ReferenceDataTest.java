package fr.maillage.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.IntegrationTest;
import fr.maillage.access.Spaces;
import fr.maillage.base.Siren;
import fr.maillage.base.SpaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ReferenceDataTest {

    private static final Path SEEDS = Path.of("seeds/reference");
    private static final SpaceId VITRE = SpaceId.ofTerritory(new Siren("200039022"));

    @Autowired
    ReferenceData loader;
    @Autowired
    Territories territories;
    @Autowired
    Spaces spaces;
    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void theFilesOfTheProjectAgain() {
        loader.load(SEEDS);
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    @Test
    void theWholeCountryIsThereAfterAStart() {
        assertThat(count("territory")).isEqualTo(1255);
        assertThat(count("commune")).isEqualTo(34_871);
        assertThat(count("town")).isEqualTo(8602);
        assertThat(count("department")).isEqualTo(101);
        assertThat(count("region")).isEqualTo(18);
        assertThat(count("naf_division")).isEqualTo(88);
        assertThat(count("public_holiday")).isEqualTo(117);
    }

    @Test
    void aSecondStartReadsNothing() {
        loader.load(SEEDS);
        assertThat(loader.load(SEEDS)).isFalse();
    }

    @Test
    void loadingAgainFromOtherFilesChangesNamesAndAddsNothing(@TempDir Path folder) throws IOException {
        for (String name : SeedFiles.NAMES) {
            Files.copy(SEEDS.resolve(name), folder.resolve(name));
        }
        Path file = folder.resolve("territories.csv");
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Files.writeString(file, text.replace("200039022,Vitré Communauté,", "200039022,Pays d'Essai,"));

        assertThat(loader.load(folder)).isTrue();

        assertThat(territories.find(VITRE)).get().extracting(Territory::name).isEqualTo("Pays d’Essai");
        assertThat(spaces.find(VITRE)).get().extracting(Spaces.Space::name).isEqualTo("Pays d’Essai");
        assertThat(territories.search("essai", 5)).extracting(hit -> hit.territory().id()).contains(VITRE);
        assertThat(count("territory")).isEqualTo(1255);
        assertThat(count("commune")).isEqualTo(34_871);

        assertThat(loader.load(SEEDS)).isTrue();
        assertThat(territories.find(VITRE)).get().extracting(Territory::name).isEqualTo("Vitré Communauté");
        assertThat(count("territory")).isEqualTo(1255);
    }

    @Test
    void everyTerritoryHasASpaceWithItsHueAndItsEmblem() {
        Spaces.Space space = spaces.find(VITRE).orElseThrow();
        assertThat(space.path()).isEqualTo("territoires/200039022");
        assertThat(space.hue()).isEqualTo(1);
        assertThat(space.emblem()).startsWith("<svg").contains("class=\"town\"");
        assertThat(jdbc.sql("select count(*) from territory t join space s on s.id = t.id where s.emblem <> ''")
                .query(Integer.class).single()).isEqualTo(1255);
    }

    @Test
    void aTerritoryTellsWhatItsPageShows() {
        Territory vitre = territories.bySiren("200039022").orElseThrow();
        assertThat(vitre.legalType()).isEqualTo(LegalType.CA);
        assertThat(vitre.department().name()).isEqualTo("Ille-et-Vilaine");
        assertThat(vitre.region().name()).isEqualTo("Bretagne");
        assertThat(vitre.population()).isEqualTo(82_956);
        assertThat(vitre.communes()).isEqualTo(46);
        assertThat(vitre.towns()).isNotEmpty().first().extracting(Territory.Town::name).isEqualTo("Vitré");
        assertThat(territories.allPoints()).hasSize(1255);
        assertThat(territories.regions()).hasSize(18);
        assertThat(territories.inDepartment("35")).extracting(TerritoryLine::name).contains("Vitré Communauté");
    }
}
